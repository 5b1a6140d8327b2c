"""`python -m codegen extract | generate [--check] | diff OLD NEW`."""

import argparse
import importlib
import sys
from collections.abc import Sequence

_COMMANDS = {
    "extract": ("codegen.extract.run", "read the pinned npm packages and write specs/"),
    "generate": ("codegen.generate", "turn specs/ into generated/; with --check only compare"),
    "diff": ("codegen.diff", "say what changed between two pins, by package, schema and field"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; everything after its name is the command's own."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (_, summary) in _COMMANDS.items():
        commands.add_parser(name, help=summary, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    module, _ = _COMMANDS[chosen.command]
    status: int = importlib.import_module(module).main(rest)
    return status


if __name__ == "__main__":
    sys.exit(main())
