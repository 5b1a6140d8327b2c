"""Chat completions on Perplexity."""
