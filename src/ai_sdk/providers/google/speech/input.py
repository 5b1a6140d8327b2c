"""What a speech call says and with whose voice, read without checking the options.

Ports: @ai-sdk/google/src/google-speech-input.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["GoogleSpeechInput", "get_google_speech_input"]

_CUSTOM_VOICES = ("voice_", "voicekey_")


@dataclass(frozen=True, slots=True)
class GoogleSpeechInput:
    """The transcript, and whether a custom voice is to say it."""

    text: str
    uses_custom_voice: bool


def get_google_speech_input(
    text: str, voice: str | None = None, provider_options: Mapping[str, Any] | None = None
) -> GoogleSpeechInput:
    """Return what will be said: the text, or the turns that replace it.

    >>> get_google_speech_input("", provider_options={"google": {"turns": [{"text": "Hi, "}, {"text": "you."}]}}).text
    'Hi, you.'
    """
    google = (provider_options or {}).get("google")
    options = google if isinstance(google, dict) else {}
    is_custom = voice is not None and voice.startswith(_CUSTOM_VOICES)
    return GoogleSpeechInput(
        text=_turns_text(options.get("turns"), text),
        uses_custom_voice=is_custom or any(map(_has_custom_voice, _speakers(options))),
    )


def _turns_text(turns: Any, text: str) -> str:
    if not isinstance(turns, list) or not turns:
        return text
    texts = [turn.get("text") for turn in turns if isinstance(turn, dict)]
    spoken = [each for each in texts if isinstance(each, str)]
    return "".join(spoken) if len(spoken) == len(turns) else text


def _speakers(options: dict[str, Any]) -> list[Any]:
    config = options.get("multiSpeakerVoiceConfig")
    speakers = config.get("speakerVoiceConfigs") if isinstance(config, dict) else None
    return speakers if isinstance(speakers, list) else []


def _has_custom_voice(speaker: Any) -> bool:
    config = speaker.get("voiceConfig") if isinstance(speaker, dict) else None
    return isinstance(config, dict) and "voice" in config
