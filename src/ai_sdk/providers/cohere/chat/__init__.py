"""Chat on Cohere."""
