"""What a test of code that uses this library needs; nothing here talks to anything but this machine."""

from ai_sdk.testing.loopback import LoopbackServer, Reply, Request
from ai_sdk.testing.openai_chat import answer_openai_chat

__all__ = ["LoopbackServer", "Reply", "Request", "answer_openai_chat"]
