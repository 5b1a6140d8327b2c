"""Telemetry: events of every call for integrations such as OpenTelemetry."""
