"""Transcription on Google: of whole files, and of streams over a WebSocket."""
