"""The command line of the porting agent: `python -m agent <command>`."""

import sys

from agent import status

__all__ = ["main"]

_USAGE = """usage: python -m agent status [--package NAME] [--files] [--json] [--accept GLOB]

status   which upstream source files are ported, listed as not ported, unclaimed, or changed since
"""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["status"]:
        return status.main(given[1:])
    sys.stderr.write(_USAGE)
    return 0 if given[:1] in (["-h"], ["--help"]) else 2


if __name__ == "__main__":
    raise SystemExit(main())
