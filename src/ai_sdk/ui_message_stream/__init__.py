"""Streams of UI message chunks: made from text streams or by hand, sent as server-sent events, read back."""
