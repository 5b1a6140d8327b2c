"""The version of this library and of the npm package that it ports, the one place that says them."""

__all__ = ["AI_VERSION", "VERSION"]

VERSION = "0.1.0"

AI_VERSION = "7.0.173"
"""The version of npm's `ai` whose behaviour this library has; requests name it, as servers tell clients by it."""
