"""The prompt of a Responses call: conversion by role and part."""

from ai_sdk.providers.openai.responses.messages.conversion import InputSettings
from ai_sdk.providers.openai.responses.messages.convert import convert_to_openai_responses_input

__all__ = ["InputSettings", "convert_to_openai_responses_input"]
