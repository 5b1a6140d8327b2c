"""The Messages surface."""
