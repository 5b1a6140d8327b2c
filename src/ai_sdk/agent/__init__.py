"""Agents: a model, its instructions and its tools, ready to be called again and again."""
