"""The same functions without an event loop, for scripts, threads and notebooks."""

from ai_sdk.sync import generate_text, stream_text
from ai_sdk.testing import MockLanguageModelV4

model = MockLanguageModelV4(do_generate="Hello from a script.", do_stream="One two three")

print(generate_text(model=model, prompt="Say hello").text)

with stream_text(model=model, prompt="Count") as result:
    for text in result.text_stream:
        print(text, end="|")
    print(result.finish_reason)
