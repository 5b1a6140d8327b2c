"""What the core's functions share: retries, timeouts, callbacks, partial JSON, downloads."""
