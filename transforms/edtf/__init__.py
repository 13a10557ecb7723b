"""Partial dates in the Extended Date/Time Format."""
