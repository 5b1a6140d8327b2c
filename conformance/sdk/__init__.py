"""Calls of the `ai` package: how its functions are called in Python, and what an outcome shows of their results."""
