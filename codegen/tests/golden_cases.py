"""The golden pairs: a tiny specification in, a whole module out.

`python -m codegen.tests.golden_cases` writes the expected modules anew.
"""

import hashlib
import json
from pathlib import Path

from codegen.check_schema import check_definitions
from codegen.generate import render_target
from codegen.targets import Target

FOLDER = Path(__file__).parent / "golden"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/spec.json"))


def render_case(case: str) -> str:
    """Render the module of one case, without committed names."""
    return render_target(read_case(case), {}).text


def read_case(case: str) -> Target:
    """Read one case as the target it would be below specs/; its role decides which kind of module it becomes."""
    path = FOLDER / case / "spec.json"
    content = path.read_bytes()
    document = json.loads(content)
    module = f"acme/{document['surface']}/{document['role']}"
    check_definitions(f"specs/{module}.json", document["$defs"])
    sha256 = hashlib.sha256(content).hexdigest()
    return Target(f"specs/{module}.json", module, "@ai-sdk/acme", "1.0.0", sha256, document["$defs"])


def main() -> None:
    """Write every expected module."""
    for case in CASES:
        (FOLDER / case / "expected.py").write_text(render_case(case), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
