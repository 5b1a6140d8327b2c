"""Transcription on Mistral: of whole files, and of streams over a WebSocket."""
