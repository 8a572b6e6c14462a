"""Exercises and routines: typed records, and text to records with every fault at once."""
