"""Models by name: providers under a prefix each, and providers of one's own."""
