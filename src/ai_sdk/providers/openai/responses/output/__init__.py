"""Output items as content, shared by whole answers and streams."""
