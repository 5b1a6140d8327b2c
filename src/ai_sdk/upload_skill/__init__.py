"""Skills that are uploaded for the tools of a provider."""
