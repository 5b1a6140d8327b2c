"""Transcription on xAI: of whole files, and of streams over a WebSocket."""
