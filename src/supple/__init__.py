"""Supple: guided stretching for a stiff back."""
