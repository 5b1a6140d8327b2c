"""Embeddings: texts as vectors, one or many at a time."""
