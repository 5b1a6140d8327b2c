"""Chat completions on Mistral."""
