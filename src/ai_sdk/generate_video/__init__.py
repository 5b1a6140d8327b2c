"""Videos from text and images."""
