"""Streams of the Messages surface."""
