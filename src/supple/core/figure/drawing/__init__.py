"""Draws one solved body, part by part, as shapes."""
