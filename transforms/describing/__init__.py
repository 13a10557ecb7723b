"""Descriptions of the data: dictionary, data package, documentation."""
