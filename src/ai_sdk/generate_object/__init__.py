"""Objects instead of text, as generations of their own; `Output` is their successor."""
