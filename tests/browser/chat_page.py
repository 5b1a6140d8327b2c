"""The page of the example chat as a user sees it, and what was in it between two looks."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import FilePayload, Locator, Page, expect

# Notes the parts of the last answer whenever the page changes, so that no state is too short to be seen.
_RECORDER = """
window.seen = [];
const note = () => {
  const answer = [...document.querySelectorAll('li.assistant')].at(-1);
  if (!answer) return;
  const parts = [...answer.querySelectorAll('[data-part]')];
  const now = parts.map(({ dataset, innerText }) => ({ part: dataset.part, state: dataset.state, text: innerText }));
  if (JSON.stringify(now) !== JSON.stringify(window.seen.at(-1))) window.seen.push(now);
};
new MutationObserver(note).observe(document, {
  subtree: true, childList: true, characterData: true, attributes: true,
});
"""


class ChatPage:
    """One chat in a browser."""

    def __init__(self, page: Page, url: str, screenshots: Path) -> None:
        self.page = page
        self.url = url
        self.problems: list[str] = []
        self._screenshots = screenshots
        page.add_init_script(_RECORDER)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda line: self.problems.append(line.text) if line.type == "error" else None)
        page.goto(url)

    @property
    def alert(self) -> Locator:
        """What went wrong, as the user is told."""
        return self.page.get_by_role("alert")

    @property
    def answers(self) -> Locator:
        """The messages of the assistant."""
        return self.page.locator("li.assistant")

    @property
    def chat_id(self) -> str:
        """The id of the chat, which is in the address of the page."""
        found = re.search(r"chat=([\w-]+)", self.page.url)
        assert found
        return found[1]

    def part(self, kind: str) -> Locator:
        """Return the last part of a kind."""
        return self.page.locator(f"li.assistant [data-part={kind}]").last

    def send(self, text: str, files: Sequence[FilePayload] = ()) -> None:
        """Type a message and send it."""
        self.page.get_by_placeholder("Say something").fill(text)
        self.page.locator("input[type=file]").set_input_files(files)
        self.press("Send")

    def press(self, button: str) -> None:
        """Press a button by its name."""
        self.page.get_by_role("button", name=button).click()

    def wait_until(self, status: str) -> None:
        """Wait for a status of `useChat`."""
        expect(self.page.locator(f"main[data-status={status}]")).to_be_visible(timeout=20_000)

    def ask(self, text: str, files: Sequence[FilePayload] = ()) -> None:
        """Send a message and wait for the whole answer."""
        self.send(text, files)
        expect(self.answers.last).to_be_visible()
        self.wait_until("ready")

    def screenshot(self, name: str) -> None:
        """Keep what the user sees now."""
        self.page.screenshot(path=self._screenshots / f"{name}.png", full_page=True)

    def states_of(self, kind: str) -> list[str]:
        """Return the states that the last answer's parts of a kind went through, in order."""
        return [state for state, _ in groupby(part["state"] for part in self._seen(kind))]

    def texts_of(self, kind: str) -> list[str]:
        """Return the texts that the last answer's parts of a kind had, in order."""
        return [text for text, _ in groupby(part["text"] for part in self._seen(kind))]

    def _seen(self, kind: str) -> list[dict[str, Any]]:
        snapshots: list[list[dict[str, Any]]] = self.page.evaluate("window.seen")
        return [part for snapshot in snapshots for part in snapshot if part["part"] == kind]

    def forget(self) -> None:
        """Forget what was in the page so far."""
        self.page.evaluate("window.seen = []")

    def stored_messages(self) -> list[dict[str, Any]]:
        """Return the messages as the backend keeps them."""
        messages: list[dict[str, Any]] = self._get(f"/api/chat/{self.chat_id}/messages")
        return messages

    def model_calls(self, question: str) -> list[str]:
        """Return how the calls of the model with this question stand."""
        return [call["state"] for call in self._get("/api/model-calls") if call["question"] == question]

    def _get(self, path: str) -> Any:
        return httpx.get(self.url.partition("?")[0].rstrip("/") + path).raise_for_status().json()
