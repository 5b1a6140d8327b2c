"""Text from speech."""
