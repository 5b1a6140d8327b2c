"""The prompt as `contents`."""
