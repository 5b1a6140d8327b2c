"""The two transcription models on Vertex AI: Cloud Speech-to-Text and Gemini."""
