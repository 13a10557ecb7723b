"""The parts of the page of members."""
