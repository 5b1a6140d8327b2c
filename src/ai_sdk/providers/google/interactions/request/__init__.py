"""Call options as an interaction."""
