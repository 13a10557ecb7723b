"""The parts of the page on capacity building."""
