"""The language model part of the specification."""

from ai_sdk.provider.language_model.call_options import *
from ai_sdk.provider.language_model.content import *
from ai_sdk.provider.language_model.model import *
from ai_sdk.provider.language_model.prompt import *
from ai_sdk.provider.language_model.result import *
from ai_sdk.provider.language_model.stream_part import *
