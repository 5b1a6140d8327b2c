from pathlib import Path

import pytest

from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pin, Pins, load_pins

HASH = "sha512-" + "a" * 86 + "=="
ROW = f'{{ version = "1.2.3", integrity = "{HASH}" }}'


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "packages.toml"
    path.write_text(text)
    return path


def test_pins_are_read_with_their_surfaces_and_factories(tmp_path: Path) -> None:
    text = f"""
[packages]
"@ai-sdk/acme-look" = {ROW}
[tools]
zod = {ROW}
[surfaces."@ai-sdk/acme-look"]
"src/a*.ts" = "chat"
[factories."@ai-sdk/acme-look"]
"src/a.ts#make" = ["src/b.ts#error"]
"src/a.ts#wrap" = false
"""
    acme = Pin(
        name="@ai-sdk/acme-look",
        version="1.2.3",
        integrity=HASH,
        surfaces={"src/a*.ts": "chat"},
        factories={"src/a.ts#make": ("src/b.ts#error",), "src/a.ts#wrap": False},
    )
    zod = Pin(name="zod", version="1.2.3", integrity=HASH)
    pins = load_pins(written(tmp_path, text))
    assert pins == Pins(packages=(acme,), tools=(zod,))
    assert pins.installed == (acme, zod)


@pytest.mark.parametrize(("name", "folder"), [("ai", "ai"), ("@ai-sdk/openai-compatible", "openai_compatible")])
def test_the_folder_is_the_npm_suffix_with_underscores(name: str, folder: str) -> None:
    assert Pin(name=name, version="1.2.3", integrity=HASH).folder == folder


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[packages", "packages.toml: Expected"),
        ("[package]", "packages.toml: unknown key 'package'"),
        ('[packages]\nai = "1.2.3"', "packages.toml: ai: expected a table with version and integrity"),
        (f'[packages]\nai = {{ version = "^1.2.3", integrity = "{HASH}" }}', "ai: '^1.2.3' is not an exact version"),
        (f'[packages]\nai = {{ integrity = "{HASH}" }}', "ai: '' is not an exact version"),
        ('[packages]\nai = { version = "1.2.3" }', "ai: '' is not a sha512 integrity"),
        ('[packages]\nai = { version = "1.2.3", integrity = "sha1-x" }', "ai: 'sha1-x' is not a sha512 integrity"),
        (f'[packages]\nai = {{ version = "1.2.3", integrity = "{HASH}", url = "x" }}', "ai: unknown key 'url'"),
        ('[surfaces.ai]\n"src/*" = "chat"', "[surfaces] names ai, which is not in [packages]"),
        (f'[packages]\nai = {ROW}\n[surfaces.ai]\n"src/*" = "Chat"', "src/*: 'Chat' is not a surface name"),
        (f'[packages]\nai = {ROW}\n[factories.ai]\n"a.ts#f" = true', "a.ts#f: expected a list of schemas, or false"),
        (f'[packages]\nai = {ROW}\n[options]\nai = ["a.ts"]', "[options] ai: expected a list of file#symbol"),
    ],
)
def test_a_wrong_pin_is_refused_and_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ExtractError) as raised:
        load_pins(written(tmp_path, text))
    assert message in str(raised.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"packages\.toml"):
        load_pins(tmp_path / "packages.toml")
