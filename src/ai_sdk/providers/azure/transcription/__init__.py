"""Transcription on Azure."""
