"""What the Makefile calls: setting up, finding a browser, taking screenshots."""
