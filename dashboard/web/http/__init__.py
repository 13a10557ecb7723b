"""HTTP itself: handlers, caching, ranges, content negotiation, errors."""
