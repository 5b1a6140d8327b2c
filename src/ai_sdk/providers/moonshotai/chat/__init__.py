"""Chat completions on Moonshot AI."""
