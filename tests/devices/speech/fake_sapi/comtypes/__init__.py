"""Stands in for comtypes, as far as pyttsx3's SAPI driver uses it."""
