"""The prompt as steps."""
