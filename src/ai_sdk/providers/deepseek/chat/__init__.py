"""Chat completions on DeepSeek."""
