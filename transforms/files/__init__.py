"""Kinds of file and how their cells are written."""
