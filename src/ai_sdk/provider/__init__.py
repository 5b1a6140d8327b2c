"""The specification: what a provider implements and the core relies on (`@ai-sdk/provider`)."""

from ai_sdk.provider.abort_signal import *
from ai_sdk.provider.embedding_model import *
from ai_sdk.provider.errors import *
from ai_sdk.provider.files import *
from ai_sdk.provider.image_model import *
from ai_sdk.provider.json_value import *
from ai_sdk.provider.language_model import *
from ai_sdk.provider.provider_model import *
from ai_sdk.provider.reranking_model import *
from ai_sdk.provider.shared import *
from ai_sdk.provider.skills import *
from ai_sdk.provider.speech_model import *
from ai_sdk.provider.transcription_model import *
from ai_sdk.provider.video_model import *
