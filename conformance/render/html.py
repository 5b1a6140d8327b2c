"""One self-contained HTML page of a report: no request leaves it, and it works from a file."""

import json
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from conformance.render.matrix import matrix
from conformance.render.side_by_side import side_by_side
from conformance.render.summary import STANDINGS, Report, standing
from conformance.surface.table import STATUSES, SurfaceTable

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_VALUE_SHOWN = 300


def html(report: Report, surface: SurfaceTable) -> str:
    """Return the page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}  # documents are shown in their own order
    return environment.get_template("page.html.j2").render(
        report=report,
        matrix=matrix(report),
        surface=surface,
        standings=STANDINGS,
        others={name: label for name, label in STANDINGS.items() if name != "identical"},
        statuses=STATUSES,
        cases=[_case(line) for line in report.results],
        style=_inline("style.css"),
        script=_inline("script.js"),
    )


def _inline(name: str) -> Markup:
    """Return a file of ours that goes into the page as it is."""
    return Markup((_TEMPLATES / name).read_text("utf-8"))  # noqa: S704 - a file of this folder


def _case(line: dict[str, Any]) -> dict[str, Any]:
    """Return what the page's script shows of a case."""
    kept = ("case", "package", "surface", "method", "core", "parts", "reason", "known_gap")
    case = {key: line[key] for key in kept if key in line} | {"standing": standing(line)}
    if line["differences"]:
        case["differences"] = [_difference(difference) for difference in line["differences"]]
    if "expected" in line and "actual" in line:
        case["rows"] = side_by_side(line["expected"], line["actual"], line["differences"])
    return case


def _difference(difference: dict[str, Any]) -> dict[str, Any]:
    kept = {"path": difference["path"], "core": difference["core"]}
    return kept | {side: _text(difference[side]) for side in ("want", "got") if side in difference}


def _text(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _VALUE_SHOWN else text[:_VALUE_SHOWN] + "…"
