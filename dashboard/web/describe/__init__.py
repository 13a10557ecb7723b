"""Pages and documents that describe the addresses and the data."""
