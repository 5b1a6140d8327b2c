"""Chat completions on Groq."""
