"""One verb a session; `nox -l` shows this help. Sessions install what `.ci/locks` pins, with hashes."""

from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests", "conformance"]

LOCKS = Path(".ci/locks")
PYPROJECT = nox.project.load_toml("pyproject.toml")
GROUPS = [name for name in PYPROJECT["dependency-groups"] if name != "lock"]
SOURCES = ["src", "codegen", "conformance", "agent", "tests", "benchmarks", "examples", "noxfile.py"]


def _install(session: nox.Session, group: str) -> None:
    """Install a group's locked packages, and this project with nothing else."""
    session.install("--require-hashes", "-r", str(LOCKS / f"{group}.txt"), silent=True)
    session.install("--no-deps", "-e", ".", silent=True)


@nox.session
def specs(session: nox.Session) -> None:
    """Extract the specs from the pinned npm packages into specs/."""
    _install(session, "codegen")
    session.run("python", "-m", "codegen", "extract", *session.posargs)


@nox.session
def codegen(session: nox.Session) -> None:
    """Generate Python from specs/ into generated/ (`-- --check` compares instead)."""
    _install(session, "codegen")
    session.run("python", "-m", "codegen", "generate", *session.posargs)


@nox.session
def conformance(session: nox.Session) -> None:
    """Replay the cases through Python and print the parity table; needs neither Node nor network."""
    _install(session, "conformance")
    session.run("python", "-m", "conformance", "run", *session.posargs)


@nox.session
def record(session: nox.Session) -> None:
    """Record the expected outcomes by running the cases through the pinned npm packages in Node."""
    _install(session, "tests")
    session.run("python", "-m", "conformance", "record", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests and hold coverage to its floor."""
    _install(session, "tests")
    if session.posargs:
        session.run("pytest", *session.posargs)
        return
    session.run("coverage", "run", "-m", "pytest")
    session.run("coverage", "report")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format, import contracts and sizes."""
    _install(session, "lint")
    session.run("ruff", "check", *SOURCES)
    session.run("ruff", "format", "--check", *SOURCES)
    session.run("lint-imports", "--config", "generated/importlinter.ini", env={"PYTHONPATH": "src:generated"})
    session.run("pytest", "-q", "tests/house", "-p", "no:cacheprovider")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly, the typing programs of tests/typing included."""
    _install(session, "types")
    session.run("mypy")
    session.run("mypy", "tests/typing", "noxfile.py", "examples", "benchmarks")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken reference is an error."""
    _install(session, "docs")
    session.run("mkdocs", "build", "--strict", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure calls and chunks against raw httpx, TypeScript and Python peers in one run; prints ratios."""
    _install(session, "bench")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(default=False)
def local_servers(session: nox.Session) -> None:
    """Run the presets of local servers against a real one; compiles llama.cpp first, which takes minutes."""
    _install(session, "local-servers")
    session.run("pytest", "-v", "tests/local_servers/check_llama_cpp.py", *session.posargs)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Write .ci/locks anew from pyproject.toml: exact versions and hashes, no host."""
    session.install("uv==0.13.9")
    LOCKS.mkdir(parents=True, exist_ok=True)
    for group in GROUPS:
        session.run(
            *("uv", "pip", "compile", "pyproject.toml", "--group", group, "--universal", "--generate-hashes"),
            *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet"),
            *("--python-version", "3.11", "--output-file", str(LOCKS / f"{group}.txt")),
        )
