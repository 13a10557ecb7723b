"""Relations and the whole database as files to take away."""
