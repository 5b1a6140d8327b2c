from pathlib import Path

import pytest

from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pin, Pins
from codegen.extract.run import extract

LOSSY = """
[everywhere]
default = "applied by the reader"
["@ai-sdk/acme-look"]
AcmeChatChunk = { losses = ["refine"], handling = "a callable discriminator" }
AcmeChatLanguageModelPollStatus = { losses = ["catch"], handling = "read as absent" }
AcmeChatResponse = { losses = ["transform"], handling = "the reader does it" }
AcmeLanguageModelChatOptions = { losses = ["custom"], handling = "bytes", custom = { format = "binary" } }
"""


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "lossy.toml").write_text(LOSSY)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_run_writes_the_same_bytes(upstream: Path, pin: Pin, specs: Path) -> None:
    pins = Pins(packages=(pin,), tools=())
    first = extract(pins, upstream, specs)
    written = content(specs)
    second = extract(pins, upstream, specs)
    assert content(specs) == written
    assert set(written) == {
        "acme_look/chat/options.json",
        "acme_look/chat/wire.json",
        "acme_look/exports.json",
        "acme_look/shared/wire.json",
        "acme_look/tool/tools.json",
        "acme_look/tool/wire.json",
        "lossy.toml",
        "manifest.json",
    }
    counted = ("packages", "zod schemas found", "zod schemas converted", "zod schemas listed as lossy", "spec files")
    assert [first[name] for name in counted] == [1, 14, 14, 4, 7]
    assert (first["spec files changed"], second["spec files changed"]) == (7, 0)


def test_an_unlisted_loss_writes_nothing(upstream: Path, pin: Pin, specs: Path) -> None:
    (specs / "lossy.toml").write_text(LOSSY.replace("AcmeChatChunk =", "AcmeOtherChunk ="))
    with pytest.raises(ExtractError) as raised:
        extract(Pins(packages=(pin,), tools=()), upstream, specs)
    source = "src/acme-chat-language-model.ts#createAcmeChatChunkSchema"
    assert str(raised.value).splitlines()[1:] == [
        f"  @ai-sdk/acme-look: AcmeChatChunk ({source}) loses refine and is not listed",
        "  @ai-sdk/acme-look: AcmeOtherChunk is listed, but loses nothing (or is gone)",
    ]
    assert list(content(specs)) == ["lossy.toml"]
