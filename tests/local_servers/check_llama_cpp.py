"""The llama.cpp preset against the real server, with a model made on the spot; run by `nox -s local_servers`.

Its name keeps it out of the usual run: it needs a compiled llama.cpp.
"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4CallOptions,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.local import LlamaCppProvider, create_llama_cpp
from tests.local_servers.tiny_model import WORDS, write_tiny_model

pytestmark = pytest.mark.anyio

SECONDS_TO_START = 120
QUESTION = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="What is the weather?")])


def options(**settings) -> LanguageModelV4CallOptions:
    return LanguageModelV4CallOptions(**{"prompt": [QUESTION], "max_output_tokens": 8, "temperature": 0, **settings})


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    """Return once the port takes connections."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("llama_cpp.server did not start")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a chat model and an embedding model for as long as the tests last."""
    folder = tmp_path_factory.mktemp("llama")
    model, port = str(write_tiny_model(folder / "tiny.gguf")), free_port()
    common = {"model": model, "n_ctx": 256, "verbose": False}
    models = [{**common, "model_alias": "tiny"}, {**common, "model_alias": "tiny-embedding", "embedding": True}]
    config = folder / "config.json"
    config.write_text(json.dumps({"host": "127.0.0.1", "port": port, "models": models}), "utf-8")
    with (folder / "log").open("wb") as log:
        command = [sys.executable, "-m", "llama_cpp.server", "--config_file", str(config)]
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for(process, port)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture
async def llama(address: str):
    async with create_llama_cpp(base_url=address) as provider:
        yield provider


async def test_the_models_are_listed(llama: LlamaCppProvider) -> None:
    models = await llama.list_models()
    assert [model.id for model in models] == ["tiny", "tiny-embedding"]


async def test_a_chat_is_answered_with_words_of_the_model_and_counted(llama: LlamaCppProvider) -> None:
    result = await llama("tiny").do_generate(options())
    (text,) = result.content
    assert len(text.text.split()) == 8
    assert set(text.text.split()) <= set(WORDS)
    assert (result.finish_reason.unified, result.usage.output_tokens.total) == ("length", 8)


async def test_a_stream_gives_the_same_text_in_pieces(llama: LlamaCppProvider) -> None:
    whole = await llama("tiny").do_generate(options())
    result = await llama("tiny").do_stream(options())
    parts = [part async for part in result.stream]
    pieces = [part.delta for part in parts if part.type == "text-delta"]
    assert len(pieces) > 1
    assert "".join(pieces) == whole.content[0].text
    assert [part.type for part in parts if part.type != "text-delta"] == [
        "stream-start",
        "response-metadata",
        "text-start",
        "text-end",
        "finish",
    ]


async def test_a_text_is_continued(llama: LlamaCppProvider) -> None:
    result = await llama.completion_model("tiny").do_generate(options())
    assert set(result.content[0].text.split()) <= set(WORDS)


async def test_texts_become_vectors_and_the_same_text_the_same_one(llama: LlamaCppProvider) -> None:
    call = EmbeddingModelV4CallOptions(values=["sun", "rain", "sun"])
    result = await llama.embedding_model("tiny-embedding").do_embed(call)
    first, second, third = result.embeddings
    assert len(first) == 64
    assert first == pytest.approx(third, rel=1e-3)
    assert first != pytest.approx(second, rel=1e-3)


async def test_json_is_answered_as_json(llama: LlamaCppProvider) -> None:
    call = options(response_format=LanguageModelV4ResponseFormatJson(), max_output_tokens=2)
    result = await llama("tiny").do_generate(call)
    assert result.content[0].text.lstrip().startswith("{")


async def test_what_the_server_refuses_is_an_error_with_its_words(llama: LlamaCppProvider) -> None:
    long = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="sun " * 500)])
    with pytest.raises(APICallError, match="maximum context length is 256 tokens") as caught:
        await llama("tiny").do_generate(options(prompt=[long]))
    assert caught.value.status_code == 400


async def test_when_nothing_listens_the_error_says_what_to_start() -> None:
    async with create_llama_cpp(base_url=f"http://127.0.0.1:{free_port()}/v1") as provider:
        with pytest.raises(
            APICallError, match=r"is llama\.cpp's server running\? Start it with `llama-server -m MODEL"
        ):
            await provider.list_models()
