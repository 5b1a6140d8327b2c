"""Turns the TypeScript packages into specs (`extract`) and the specs into Python (`generate`)."""
