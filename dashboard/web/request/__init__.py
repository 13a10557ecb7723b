"""What a request may ask of a relation: parameters and filters."""
