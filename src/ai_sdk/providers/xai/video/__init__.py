"""Videos on xAI."""
