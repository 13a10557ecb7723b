"""What the server lets in, and what every answer forbids the browser."""
