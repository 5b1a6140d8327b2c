"""The conformance harness: the same case through the TypeScript SDK (recorded) and through Python, compared."""
