from pathlib import Path

from codegen.exports_stub import render_exports_stub

_TABLE = '''"""A package."""

_MODULES = {
    "tools.make": """
        make Tool
    """,
    "embed": """
        embed
    """,
}
'''


def test_each_module_of_the_table_is_imported_under_the_same_names(tmp_path: Path) -> None:
    package = tmp_path / "src" / "ai_sdk"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(_TABLE, encoding="utf-8")
    assert render_exports_stub(tmp_path).splitlines()[1:] == [
        "from ai_sdk.embed import embed as embed",
        "from ai_sdk.tools.make import Tool as Tool, make as make",
    ]


def test_a_project_without_a_table_has_no_stub(tmp_path: Path) -> None:
    assert render_exports_stub(tmp_path) == ""
