"""The examples run, and the readme shows what they are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
OFFLINE = {
    "upload_file.py": "{'openai': 'file-1'} report.pdf application/pdf\nbook.txt 889 kB\n",
    "transcribe.py": "Good morning (en, 1 s)\n0 to 0.4: Good\n0.4 to 1: morning\n",
    "reranking.py": "1.00 1 rainy afternoon in the city\n0.88 2 snowy night, no rain\n",
    "generate_video.py": "video/mp4, 12 bytes, asked 2 times\n{'id': 'video-1'} is pending\n",
    "generate_speech.py": "wav, audio/wav, 2616 bytes\n",
    "generate_image.py": "3 images of 2 calls\ndot.png is image/png of 70 bytes\n",
    "embeddings.py": (
        "1.00 Honey comes from flowers.\n0.00 The train leaves at noon.\n"
        "0.00 The bees are back in the garden.\n3 tokens\n"
    ),
    "middleware.py": "any-model answered, with temperature 0.2\nreasoning: 'Two twos.'\ntext: 'You said: \\nFour!'\n",
    "provider_registry.py": (
        "ours:fast is small-1: You said: Hello!\n"
        "ours:large-1 is large-1: You said: Hello!\n"
        "loopback:large-1 is large-1: You said: Hello!\n"
    ),
    "quickstart_offline.py": "You said: Hello from Python!",
    "record_and_replay.py": "recorded: You said: Hello\nreplayed: You said: Hello\n",
    "telemetry.py": (
        "any-model: 4 tokens, stop\nclient span 'chat any-model': chat\ninternal span 'step 1': agent_step\n"
        "internal span 'invoke_agent any-model': invoke_agent\nYou said: Hello!\n"
    ),
    "testing_with_mocks.py": (
        "waves: True\na climb: False\nasked for: [['waves'], ['a climb']]\n"
        "error: Slow down True\nsent: {'model': 'some-model', 'messages': []}\n"
    ),
}


def code_of(path: Path) -> str:
    return path.read_text("utf-8").partition('"""\n\n')[2]


@pytest.mark.parametrize(("name", "output"), OFFLINE.items())
def test_an_offline_example_prints_what_it_should(name: str, output: str) -> None:
    done = subprocess.run([sys.executable, EXAMPLES / name], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (output, "", 0)


def test_the_quick_starts_of_the_readme_are_the_examples() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks == [code_of(EXAMPLES / "quickstart_offline.py"), code_of(EXAMPLES / "quickstart.py")]


@pytest.mark.parametrize(
    "path", sorted(path for path in EXAMPLES.glob("*.py") if path.name not in OFFLINE), ids=lambda path: path.name
)
def test_an_example_that_needs_a_key_says_which_when_it_is_missing(path: Path) -> None:
    command = [sys.executable, path]
    environment = {"PYTHONPATH": ":".join(sys.path), "PATH": ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    errors = "LoadAPIKeyError|LoadSettingError|GatewayAuthenticationError|Cannot connect to API"
    assert re.search(errors, done.stderr), done.stderr
