from pathlib import Path

import pytest

from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pin
from codegen.extract.sources import source_package, surface_of

PIN = Pin(name="acme", version="1.2.3", integrity="", surfaces={"src/acme-api.ts": "messages", "src/odd/*": "shared"})


def installed(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"package.json": "{}", **files}.items():
        path = root / "node_modules" / "acme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_sources_are_listed_without_tests_and_their_helpers(tmp_path: Path) -> None:
    upstream = installed(
        tmp_path,
        {
            "src/z.ts": "",
            "src/chat/a.ts": "",
            "src/a.test.ts": "",
            "src/a.test-d.ts": "",
            "src/__fixtures__/b.ts": "",
            "src/__snapshots__/c.ts": "",
            "src/verify.ts": "import { expect } from 'vitest';",
            "src/notes.md": "",
        },
    )
    assert source_package(upstream, PIN).files == ("src/chat/a.ts", "src/z.ts")


def test_a_package_without_sources_is_read_from_its_bundle(tmp_path: Path) -> None:
    assert source_package(installed(tmp_path, {"dist/index.mjs": ""}), PIN).files == ("dist/index.mjs",)


def test_a_package_with_neither_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"acme: has neither src/ nor dist/index\.mjs"):
        source_package(installed(tmp_path, {}), PIN)


def test_a_package_that_is_not_installed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match="acme: not installed"):
        source_package(tmp_path, PIN)


@pytest.mark.parametrize(
    ("file", "surface"),
    [
        ("src/chat/deep/x.ts", "chat"),
        ("src/speech-translation/x.ts", "speech_translation"),
        ("src/acme-chat-language-model.ts", "chat"),
        ("src/acme-speech-transcription-model.ts", "transcription"),
        ("src/acme-speech-model-options.ts", "speech"),
        ("src/acme-error.ts", "shared"),
        ("src/acme-api.ts", "messages"),
        ("src/odd/error.ts", "shared"),
        ("src/tool/search.ts", "tool"),
        ("dist/index.mjs", "shared"),
    ],
)
def test_the_surface_is_the_table_or_the_folder_or_a_word_of_the_name(file: str, surface: str) -> None:
    assert surface_of(PIN, file) == surface
