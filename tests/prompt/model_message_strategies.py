"""Draws conversations of every kind of message and part, with data that is often no good."""

from typing import Any

from hypothesis import strategies as st

from ai_sdk.provider import shared
from ai_sdk.provider_utils import content_part as parts, model_message as messages, tool_result_output as outputs

ODD_TEXTS = ("data:text/plain;base64,SGk=", "data:", "data:x", "https://a.dev/x", "http://[", "x:", "HTTPS://A", "SGk=")
MEDIA_TYPES = st.sampled_from(["image", "image/*", "image/png", "text/plain", "odd"])
JSON: st.SearchStrategy[Any] = (
    st.none() | st.integers() | st.text(max_size=3) | st.dictionaries(st.text(max_size=2), st.integers(), max_size=2)
)
NAMES = st.sampled_from(["toy", "openai"])
OPTIONS = st.none() | st.dictionaries(NAMES, st.dictionaries(st.text(max_size=3), JSON, max_size=2), max_size=2)
REFERENCES = st.dictionaries(NAMES, st.text(max_size=3), max_size=2)
TEXTS = st.text(max_size=6) | st.sampled_from(ODD_TEXTS)
IDS = st.sampled_from(["a", "b"])
TAGGED = st.one_of(
    st.builds(shared.SharedV4FileDataData, data=TEXTS | st.binary(max_size=3)),
    st.builds(shared.SharedV4FileDataUrl, url=TEXTS, original_url=st.none() | TEXTS),
    st.builds(shared.SharedV4FileDataReference, reference=REFERENCES),
    st.builds(shared.SharedV4FileDataText, text=TEXTS),
)
PLAIN = TEXTS | st.binary(max_size=12)

TEXT_PARTS = st.builds(parts.TextPart, text=TEXTS, provider_options=OPTIONS)
FILES = st.builds(
    parts.FilePart,
    data=TAGGED | PLAIN | REFERENCES,
    media_type=MEDIA_TYPES,
    filename=st.none() | TEXTS,
    provider_options=OPTIONS,
)
IMAGES = st.builds(parts.ImagePart, image=PLAIN | REFERENCES, media_type=st.none() | MEDIA_TYPES)
THOUGHTS = st.builds(parts.ReasoningPart, text=TEXTS, provider_options=OPTIONS)
THOUGHT_FILES = st.builds(parts.ReasoningFilePart, data=PLAIN, media_type=MEDIA_TYPES)
CUSTOM = st.builds(parts.CustomPart, kind=TEXTS, provider_options=OPTIONS)
CALLS = st.builds(
    parts.ToolCallPart,
    tool_call_id=IDS,
    tool_name=IDS,
    input=JSON,
    provider_executed=st.none() | st.booleans(),
    provider_options=OPTIONS,
)
REQUESTS = st.builds(parts.ToolApprovalRequest, approval_id=IDS, tool_call_id=IDS)
RESPONSES = st.builds(
    parts.ToolApprovalResponse, approval_id=IDS, approved=st.booleans(), provider_executed=st.none() | st.booleans()
)
SHOWN = st.one_of(
    st.builds(outputs.ToolResultContentText, text=TEXTS),
    st.builds(outputs.ToolResultContentFile, data=TAGGED, media_type=MEDIA_TYPES),
    st.builds(outputs.ToolResultContentFileData, data=TEXTS, media_type=MEDIA_TYPES),
    st.builds(outputs.ToolResultContentFileUrl, url=TEXTS, media_type=st.none() | MEDIA_TYPES),
    st.builds(outputs.ToolResultContentFileId, file_id=TEXTS | REFERENCES),
    st.builds(outputs.ToolResultContentImageUrl, url=TEXTS),
    st.builds(outputs.ToolResultContentImageFileReference, provider_reference=REFERENCES),
    st.builds(outputs.ToolResultContentCustom),
)
OUTPUTS = st.one_of(
    st.builds(outputs.ToolResultOutputText, value=TEXTS),
    st.builds(outputs.ToolResultOutputJson, value=JSON),
    st.builds(outputs.ToolResultOutputExecutionDenied, reason=st.none() | TEXTS),
    st.builds(outputs.ToolResultOutputErrorText, value=TEXTS),
    st.builds(outputs.ToolResultOutputErrorJson, value=JSON),
    st.builds(outputs.ToolResultOutputContent, value=st.lists(SHOWN, max_size=3)),
)
RESULTS = st.builds(parts.ToolResultPart, tool_call_id=IDS, tool_name=IDS, output=OUTPUTS, provider_options=OPTIONS)
ASSISTANT_PARTS = st.one_of(TEXT_PARTS, FILES, THOUGHTS, THOUGHT_FILES, CUSTOM, CALLS, RESULTS, REQUESTS)

MESSAGES = st.one_of(
    st.builds(messages.SystemModelMessage, content=TEXTS, provider_options=OPTIONS),
    st.builds(
        messages.UserModelMessage,
        content=TEXTS | st.lists(TEXT_PARTS | IMAGES | FILES, max_size=3),
        provider_options=OPTIONS,
    ),
    st.builds(
        messages.AssistantModelMessage,
        content=TEXTS | st.lists(ASSISTANT_PARTS, max_size=3),
        provider_options=OPTIONS,
    ),
    st.builds(messages.ToolModelMessage, content=st.lists(RESULTS | RESPONSES, max_size=3), provider_options=OPTIONS),
)
CONVERSATIONS = st.lists(MESSAGES, min_size=1, max_size=4)
