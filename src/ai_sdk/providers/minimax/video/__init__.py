"""Videos on MiniMax."""
