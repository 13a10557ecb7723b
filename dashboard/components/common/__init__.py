"""The parts that every page uses."""
