"""The headers of a response that streams UI message chunks.

Ports: ai/src/ui-message-stream/ui-message-stream-headers.ts
"""

__all__ = ["UI_MESSAGE_STREAM_HEADERS"]

UI_MESSAGE_STREAM_HEADERS = {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "connection": "keep-alive",
    "x-vercel-ai-ui-message-stream": "v1",
    "x-accel-buffering": "no",  # a reverse proxy must not hold the stream back
}
"""What frontends recognise the stream by, and what keeps caches and proxies from holding it back."""
