"""Chat on Cerebras."""
