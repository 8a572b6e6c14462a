"""Desk breaks: when one is due and why, what it offers, and what is remembered of it."""
