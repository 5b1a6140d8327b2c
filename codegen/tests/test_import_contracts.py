"""The import contracts: only folders that exist, and edges only where npm has them."""

import configparser
from pathlib import Path

from codegen.import_contracts import render_import_contracts

MANIFEST = {
    "packages": {
        "@ai-sdk/base": {"folder": "base", "dependencies": {}},
        "@ai-sdk/thin": {"folder": "thin", "dependencies": {"@ai-sdk/base": "1.0.0"}},
        "@ai-sdk/absent": {"folder": "absent", "dependencies": {}},
    }
}


def contracts(root: Path, *modules: str) -> configparser.ConfigParser:
    for module in modules:
        folder = root / "src/ai_sdk" / module
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    parser = configparser.ConfigParser()
    parser.read_string(render_import_contracts(root, MANIFEST))
    return parser


def lines(parser: configparser.ConfigParser, contract: str, option: str) -> list[str]:
    return parser[f"importlinter:contract:{contract}"][option].split("\n")[1:]


def test_layers_name_the_modules_that_exist_in_the_order_of_the_architecture(tmp_path: Path) -> None:
    parser = contracts(tmp_path, "provider", "provider_utils", "generate_text", "ui", "agent")

    assert lines(parser, "layers", "layers") == [
        "ai_sdk.ui : ai_sdk.agent",
        "ai_sdk.generate_text",
        "ai_sdk.provider_utils",
        "ai_sdk.provider",
        "ai_sdk_generated",
    ]


def test_a_provider_may_import_only_what_its_npm_package_depends_on(tmp_path: Path) -> None:
    parser = contracts(tmp_path, "provider_utils", "provider", "providers", "providers/base", "providers/thin")

    assert lines(parser, "provider_base", "forbidden_modules") == ["ai_sdk.providers.thin"]
    assert "importlinter:contract:provider_thin" not in parser


def test_a_provider_without_an_npm_package_may_import_what_it_is_listed_with(tmp_path: Path) -> None:
    folders = ("providers/base", "providers/local", "providers/openai_compatible")
    parser = contracts(tmp_path, "provider_utils", "provider", "providers", *folders)

    assert lines(parser, "provider_local", "forbidden_modules") == ["ai_sdk.providers.base"]
    assert parser["importlinter:contract:provider_local"]["name"] == "local imports only openai_compatible"


def test_providers_and_the_core_stand_beside_each_other(tmp_path: Path) -> None:
    parser = contracts(tmp_path, "provider_utils", "provider", "providers", "generate_text", "registry")

    assert lines(parser, "core", "source_modules") == ["ai_sdk.generate_text", "ai_sdk.registry"]
    assert lines(parser, "providers", "forbidden_modules") == ["ai_sdk.generate_text", "ai_sdk.registry"]
    assert lines(parser, "toolbox", "forbidden_modules") == ["ai_sdk.providers"]
