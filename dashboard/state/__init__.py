"""What the address of a page says: filters and days."""
