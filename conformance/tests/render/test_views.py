"""The terminal, markdown and the page."""

import io
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from codegen.extract.node import node_path
from conformance.__main__ import main
from conformance.render import html as html_module
from conformance.render.html import html
from conformance.render.markdown import markdown
from conformance.render.matrix import matrix, shade
from conformance.render.terminal import print_surface, print_totals
from conformance.score import Score
from conformance.surface.exports import Export, Package
from conformance.surface.rules import Rule, Rules
from conformance.surface.table import SurfaceTable, build_table
from conformance.tests.render.small_report import HEADER, HOSTILE, REPORT, RESULTS, line, write_report

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def surface() -> SurfaceTable:
    names = [("createGroq", "function"), ("InferX", "type"), (HOSTILE, "const"), ("missing", "function")]
    exports = tuple(Export("@ai-sdk/groq", ".", name, kind, name == "missing", "groq") for name, kind in names)
    rules = Rules([Rule("not_applicable", "InferX", reason=f"a helper {HOSTILE}")])
    return build_table([Package("@ai-sdk/groq", "4.0.0", exports)], rules)


def printed(width: int, show: Any, *arguments: Any, **options: Any) -> str:
    output = io.StringIO()
    show(Console(file=output, width=width), *arguments, **options)
    return "\n".join(text.rstrip() for text in output.getvalue().splitlines()) + "\n"


def test_markdown_is_the_golden_one(surface: SurfaceTable) -> None:
    assert markdown(REPORT, surface) == (GOLDEN / "report.md").read_text("utf-8")


def test_the_terminal_shows_the_golden_tables_within_80_columns(surface: SurfaceTable) -> None:
    text = printed(80, print_totals, REPORT) + printed(80, print_surface, surface, exports=False)
    assert text == (GOLDEN / "terminal.txt").read_text("utf-8")


def test_the_terminal_lists_the_exports_of_a_package(surface: SurfaceTable) -> None:
    text = printed(200, print_surface, surface, exports=True)
    assert text.startswith(". createGroq: ported ai_sdk.providers.groq.create_groq\n. InferX: not applicable (a helper")


def data_of(page: str) -> list[dict[str, Any]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    cases: list[dict[str, Any]] = json.loads(found[1])
    return cases


def test_the_page_holds_every_case_and_every_difference(surface: SurfaceTable) -> None:
    cases = {case["case"]: case for case in data_of(html(REPORT, surface))}
    assert cases.keys() == {result["case"] for result in RESULTS}
    assert {case["case"]: case["standing"] for case in cases.values()} == {
        "mini/chat": "identical",
        "mini/stream": "identical",
        "mini/tokens": "differing",
        "mini/raw": "differing",
        "mini/gap": "known_gap",
        "none/chat": "not_ported",
        "broken/case": "could_not_run",
    }
    tokens = cases["mini/tokens"]
    assert tokens["differences"] == [{"path": "$.result.usage.outputTokens", "core": True, "want": "3", "got": "4"}]
    assert ['    "outputTokens": 3', '    "outputTokens": 4', 1] in tokens["rows"]
    assert [name for name, case in cases.items() if "rows" in case] == ["mini/tokens", "mini/raw", "mini/gap"]


def test_a_long_value_of_a_difference_is_cut_and_its_line_is_not(surface: SurfaceTable) -> None:
    long = "x" * 1000
    difference = {"part": "outcome", "path": "$.result", "core": True, "want": long}
    sides = {"expected": {"result": long}, "actual": {}}
    report = type(REPORT)(HEADER, [line("mini/long", "differing", differences=[difference], **sides)])
    (case,) = data_of(html(report, surface))
    assert len(case["differences"][0]["want"]) == 301
    assert case["rows"] == [[f'"result": "{long}"', None, 1]]


class Elements(HTMLParser):
    """Collects what a browser would make of the page: tags with their attributes, and the text outside of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile_page(surface: SurfaceTable) -> str:
    header = json.loads(json.dumps(HEADER)) | {"suite": HOSTILE}
    header["versions"]["python"] = {HOSTILE: HOSTILE}
    results = [
        line(f"{HOSTILE}/{HOSTILE}", "not_ported", reason=HOSTILE, surface=HOSTILE),
        line(f"ai/{HOSTILE}", "differing", known_gap=HOSTILE, method=HOSTILE),
    ]
    return html(type(REPORT)(header, [*RESULTS, *results]), surface)


def test_hostile_text_stays_text(surface: SurfaceTable) -> None:
    page = hostile_page(surface)
    harmless, hostile = Elements(html(REPORT, surface)), Elements(page)
    assert {tag for tag, _ in hostile.tags} - {tag for tag, _ in harmless.tags} <= {"ul", "li", "h3"}
    assert [tag for tag, _ in hostile.tags].count("script") == 3
    assert "onerror" not in {name for _, attributes in hostile.tags for name in attributes}
    assert {HOSTILE} <= {case.get("reason") for case in data_of(page)}
    assert hostile.text.count(HOSTILE) >= 8


def test_the_page_asks_nobody_for_anything(surface: SurfaceTable) -> None:
    elements = Elements(html(REPORT, surface))
    links = [attributes.get(name) for _, attributes in elements.tags for name in ("src", "href") if name in attributes]
    assert links
    assert all(link is not None and link.startswith("#") for link in links)
    assert re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", html(REPORT, surface)) is None


def test_a_page_has_the_same_bytes_whenever_it_is_made(surface: SurfaceTable) -> None:
    assert html(REPORT, surface) == html(REPORT, surface)
    assert "2026-01-02 03:04:05 UTC" in html(REPORT, surface)


def test_the_script_of_the_page_is_javascript(tmp_path: Path) -> None:
    script = Path(html_module.__file__).parent / "templates" / "script.js"
    (tmp_path / "broken.js").write_text(script.read_text("utf-8") + "}")
    checks = [[str(node_path()), "--check", str(path)] for path in (script, tmp_path / "broken.js")]
    assert [subprocess.run(check, check=False, capture_output=True).returncode for check in checks] == [0, 1]


def test_the_matrix_has_a_cell_for_each_provider_and_surface_with_a_denominator() -> None:
    found = matrix(type(REPORT)(HEADER, [*RESULTS, line("ai/text", "identical", method="generateText")]))
    assert found.columns == {"chat": ["doGenerate", "doStream"]}
    cells = {name: [cell and str(cell.row.full) for cell in row] for name, row in found.rows.items()}
    assert cells == {"broken": [None, None], "mini": ["1/4", "1/1"], "none": ["0/1", None]}
    assert [(cell.method, str(cell.row.full)) for cell in found.functions] == [("generateText", "1/1")]
    assert [cell.shade for row in found.rows.values() for cell in row if cell] == ["few", "all", "absent"]


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (Score(9, 9), "all"),
        (Score(99, 100), "most"),
        (Score(1, 2), "half"),
        (Score(1, 9), "few"),
        (Score(0, 9), "none"),
    ],
)
def test_the_colour_scale_has_a_step_for_each_share(score: Score, name: str) -> None:
    assert shade(score) == name


def test_the_command_writes_the_views(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, notes = tmp_path / "page.html", tmp_path / "notes.md"
    report = write_report(tmp_path / "report.jsonl")
    assert main(["report", str(report), "--html", str(page), "--markdown", str(notes)]) == 0
    assert "2/7 28.5%" in capsys.readouterr().out
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert notes.read_text("utf-8").startswith("7 of 9 cases of the suite `small`")


def test_the_command_refuses_what_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is not a whole report"):
        main(["report", str(write_report(tmp_path / "report.jsonl", []))])
