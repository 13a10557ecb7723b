"""The parts of the page of countries."""
