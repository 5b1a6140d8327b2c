"""Images from text, and from other images."""
