"""The command line of the harness: `python -m conformance <command>`."""

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from conformance.floor import FLOOR_PATH, raised, read_floor, write_floor
from conformance.gaps import GapsError, rewrite
from conformance.render.markdown import markdown
from conformance.render.summary import Report, ReportError, load_report
from conformance.render.terminal import print_complaints, print_surface, print_totals
from conformance.report import read_report, read_results
from conformance.run import RunOptions, run
from conformance.suite import HOME, Suite, open_suite
from conformance.surface.table import build_table


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["record"]:
        from conformance import record

        return record.main(given[1:])
    options = _parser().parse_args(given)
    code: int = options.command(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m conformance", description="Parity with the TypeScript SDK, measured.")
    commands = parser.add_subparsers(required=True, metavar="run | report | surface | record | gaps | floor")
    _add_run(commands.add_parser("run", help="run cases through Python and compare with the recorded outcomes"))
    _add_report(commands.add_parser("report", help="show a report: as tables, as markdown, as an HTML page"))
    _add_surface(commands.add_parser("surface", help="list what every TypeScript export is called in Python"))
    commands.add_parser("record", help="record the expected outcomes with the TypeScript SDK", add_help=False)
    _add_gaps(commands.add_parser("gaps", help="rewrite the lists of known gaps from a report"))
    _add_floor(commands.add_parser("floor", help="raise the floor to what a report reached"))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    _add_suite(parser)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[], metavar="GLOB,GLOB", help="case ids")
    parser.add_argument("--json", type=Path, metavar="REPORT.jsonl", help="write the report")
    parser.add_argument("--outcomes", type=Path, metavar="DIR", help="write each actual outcome as a file")
    parser.add_argument("--floor", type=Path, metavar="floor.toml", help="judge by the floor of each package")
    parser.add_argument("--core", action="store_true", help="usage.raw, providerMetadata and messages do not count")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="print this many differing cases")
    parser.set_defaults(command=_run)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", type=Path, metavar="REPORT.jsonl")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write one self-contained page")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables as markdown")
    parser.set_defaults(command=_report)


def _add_surface(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--package", metavar="NAME", help="list the exports of one npm package, with or without scope")
    parser.add_argument("--json", action="store_true", help="print every export as JSON")
    parser.set_defaults(command=_surface)


def _add_gaps(parser: argparse.ArgumentParser) -> None:
    _add_suite(parser)
    parser.add_argument("--write", action="store_true", required=True, help="rewrite the lists")
    parser.add_argument("--report", type=Path, required=True, metavar="REPORT.jsonl")
    parser.add_argument("--reason", help="the reason of every gap that is new")
    parser.set_defaults(command=_gaps)


def _add_floor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", type=Path, required=True, metavar="REPORT.jsonl")
    parser.add_argument("--floor", type=Path, default=FLOOR_PATH, metavar="floor.toml")
    parser.set_defaults(command=_floor)


def _add_suite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--suite", type=Path, default=HOME, metavar="DIR", help="default: the project's own suite")


def _run(options: argparse.Namespace) -> int:
    chosen = RunOptions(options.only, options.json, options.outcomes, options.floor, options.core, options.show)
    return run(_suite(options), chosen, Console())


def _suite(options: argparse.Namespace) -> Suite:
    try:
        return open_suite(options.suite)
    except FileNotFoundError as error:
        sys.exit(str(error))


def _report(options: argparse.Namespace) -> int:
    try:
        report = load_report(options.report)
    except ReportError as error:
        sys.exit(str(error))
    print_totals(Console(), report)
    _write_views(options, report)
    return 0


def _write_views(options: argparse.Namespace, report: Report) -> None:
    """Write the views that were asked for. The page alone needs jinja2."""
    if options.markdown:
        options.markdown.write_text(markdown(report, build_table()), "utf-8")
    if options.html:
        from conformance.render.html import html

        options.html.write_text(html(report, build_table()), "utf-8")


def _surface(options: argparse.Namespace) -> int:
    table = build_table()
    shown = table.only(options.package) if options.package else table
    if not shown.packages:
        sys.exit(f"there is no package {options.package}")
    if options.json:
        sys.stdout.write(json.dumps(shown.to_json(), indent=1) + "\n")
    else:
        print_surface(Console(), shown, exports=options.package is not None)
    print_complaints(Console(stderr=True), table.complaints)
    return 1 if table.complaints else 0


def _gaps(options: argparse.Namespace) -> int:
    try:
        written = rewrite(_suite(options), read_results(options.report), options.reason)
    except GapsError as error:
        sys.exit(str(error))
    Console().print(*(path.name for path in written), sep="\n")
    return 0


def _floor(options: argparse.Namespace) -> int:
    first, *_, last = read_report(options.report)
    write_floor(options.floor, raised(read_floor(options.floor), first["suite"], last["packages"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
