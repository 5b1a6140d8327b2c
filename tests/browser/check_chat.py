"""The example chat in a real browser: the npm package's `useChat` before each Python backend.

Run it with `nox -s browser`; the screenshots are in build/browser afterwards.
"""

import os
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.backends import ARTIFACTS, BACKENDS, running_backend
from tests.browser.chat_page import ChatPage

# Without these a browser looks for its maker's servers when it starts.
_FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
_NUMBERS = " ".join(str(number) for number in range(1, 101))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    with running_backend(request.param) as url:
        yield request.param, url


@pytest.fixture
def chat(browser: Browser, backend: tuple[str, str]) -> Iterator[ChatPage]:
    name, url = backend
    context = browser.new_context(timezone_id="Europe/Rome", viewport={"width": 800, "height": 600})
    chat = ChatPage(context.new_page(), url, ARTIFACTS / name)
    yield chat
    context.close()
    assert chat.problems == []


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that the page does not show."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def grows(texts: list[str]) -> bool:
    return all(later.startswith(earlier.rstrip()) for earlier, later in pairwise(texts))


def approval_states(chat: ChatPage) -> list[str]:
    return [state for state in chat.states_of("tool") if not state.startswith("input-")]


def test_reasoning_and_text_stream_in(chat: ChatPage) -> None:
    chat.send("hello")
    expect(chat.part("text")).to_contain_text("this is")
    chat.screenshot("streaming")
    chat.wait_until("ready")
    chat.screenshot("answered")

    reasoning, text = chat.texts_of("reasoning"), chat.texts_of("text")
    assert grows(reasoning)
    assert len(reasoning) > 5
    assert reasoning[-1] == "The user wants to talk. I will say how often I was asked so far."
    assert grows(text)
    assert len(text) > 5
    assert text[-1].endswith("of a model that needs no network.")
    assert chat.states_of("text") == chat.states_of("reasoning") == ["streaming", "done"]
    expect(chat.answers.last).to_contain_text("offline-model, 42 tokens")


def test_a_tool_call_goes_through_its_states(chat: ChatPage) -> None:
    chat.send("What is the weather?")
    expect(chat.part("progress")).to_contain_text("1 of 3")
    chat.screenshot("tool-running")
    chat.wait_until("ready")
    chat.screenshot("tool-done")

    assert chat.states_of("tool") == ["input-streaming", "input-available", "output-available"]
    inputs = {text.partition("input-streaming")[2].strip() for text in chat.texts_of("tool")}
    assert {'{"city":"Par"}', '{"city":"Paris"}'} & inputs
    expect(chat.part("tool")).to_contain_text('{"city":"Paris"}{"city":"Paris","degrees":21}')
    expect(chat.part("text")).to_have_text('The tool answered: {"city": "Paris", "degrees": 21}.')


def test_a_data_part_changes_in_place_and_a_transient_one_is_not_kept(chat: ChatPage) -> None:
    notice = chat.page.locator(".notice")
    chat.send("What is the weather?")
    expect(notice).to_have_text("Looking out of a window in Paris")
    chat.wait_until("ready")
    expect(notice).to_have_count(0)

    assert [text.strip() for text in chat.texts_of("progress")] == ["1 of 3", "2 of 3", "3 of 3"]
    expect(chat.answers.last.locator("[data-part=progress]")).to_have_count(1)
    kept = [part for part in chat.stored_messages()[-1]["parts"] if part["type"].startswith("data-")]
    assert kept == [{"type": "data-progress", "id": "weather", "data": {"done": 3, "total": 3}}]


def test_the_browser_answers_a_tool_call_and_the_model_goes_on(chat: ChatPage) -> None:
    chat.send("In which time zone am I?")
    expect(chat.part("text")).to_have_text('The tool answered: "Europe/Rome".')
    chat.wait_until("ready")
    chat.screenshot("client-side-tool")

    states = [state for state in chat.states_of("tool") if state != "input-available"]  # it is answered at once
    assert states == ["input-streaming", "output-available"]
    expect(chat.answers).to_have_count(1)


def test_an_approved_tool_call_runs(chat: ChatPage) -> None:
    chat.ask("Please delete draft.txt")
    expect(chat.part("tool")).to_have_attribute("data-state", "approval-requested")
    chat.screenshot("approval-requested")
    chat.press("Approve")
    expect(chat.part("text")).to_have_text('The tool answered: {"deleted": "draft.txt"}.')
    chat.wait_until("ready")
    chat.screenshot("approval-approved")

    assert approval_states(chat) == ["approval-requested", "approval-responded", "output-available"]


def test_a_denied_tool_call_does_not_run_and_the_model_is_told_why(chat: ChatPage) -> None:
    chat.ask("Please delete thesis.txt")
    chat.press("Deny")
    expect(chat.part("text")).to_have_text('The tool answered: "Too dangerous.".')
    chat.wait_until("ready")
    chat.screenshot("approval-denied")

    assert approval_states(chat) == ["approval-requested", "approval-responded", "output-denied"]


def test_an_approval_can_be_given_after_a_reload(chat: ChatPage) -> None:
    chat.ask("Please delete old.txt")
    chat.page.reload()
    chat.press("Approve")
    expect(chat.part("text")).to_have_text('The tool answered: {"deleted": "old.txt"}.')
    chat.wait_until("ready")


def test_an_uploaded_file_arrives_at_the_model(chat: ChatPage) -> None:
    chat.ask("Read this", files=[{"name": "notes.txt", "mimeType": "text/plain", "buffer": b"Caf\xc3\xa9 at noon"}])
    chat.screenshot("file")

    expect(chat.page.locator("li.user [data-part=file]")).to_have_text("notes.txt")
    expect(chat.part("text")).to_have_text("I got notes.txt (text/plain): Café at noon")


def test_stopping_an_answer_cancels_the_call_of_the_model(chat: ChatPage) -> None:
    question = f"count for {chat.chat_id}"
    chat.send(question)
    expect(chat.part("text")).to_contain_text("9 10")
    assert chat.model_calls(question) == ["running"]
    chat.press("Stop")
    chat.wait_until("ready")
    chat.screenshot("stopped")

    until(lambda: chat.model_calls(question) == ["cancelled"])
    counted = chat.part("text").inner_text().strip()
    assert _NUMBERS.startswith(counted)
    assert counted != _NUMBERS
    until(lambda: bool(chat.stored_messages()[1:]))
    assert chat.stored_messages()[1]["parts"][-1]["text"].strip() == counted


def test_without_resumption_closing_the_connection_cancels_the_call_of_the_model(chat: ChatPage) -> None:
    chat.page.goto(f"{chat.page.url}&resume=off")
    question = f"count for {chat.chat_id}"
    chat.send(question)
    expect(chat.part("text")).to_contain_text("9 10")
    chat.press("Stop")
    chat.wait_until("ready")

    until(lambda: chat.model_calls(question) == ["cancelled"])
    assert chat.part("text").inner_text().strip() != _NUMBERS


def test_an_error_is_shown_without_what_it_says(chat: ChatPage) -> None:
    chat.send("Please fail")
    expect(chat.alert).to_contain_text("An error occurred.")
    chat.screenshot("error")

    assert "hunter2" not in chat.page.content()
    chat.press("Dismiss")
    expect(chat.alert).to_have_count(0)
    chat.ask("hello again")
    expect(chat.part("text")).to_contain_text("You said “hello again”")


def test_regenerating_replaces_the_answer(chat: ChatPage) -> None:
    chat.ask("hello")
    first = chat.part("text").inner_text()
    chat.press("Regenerate")
    expect(chat.part("text")).not_to_have_text(first)
    chat.wait_until("ready")
    chat.screenshot("regenerated")

    expect(chat.answers).to_have_count(1)
    expect(chat.part("text")).to_contain_text("You said “hello”, and this is answer number")
    assert len(chat.stored_messages()) == 2


def test_an_answer_goes_on_after_a_reload(chat: ChatPage) -> None:
    question = f"count for {chat.chat_id}"
    chat.send(question)
    expect(chat.part("text")).to_contain_text("9 10")
    chat.page.reload()
    chat.wait_until("streaming")
    expect(chat.part("text")).to_contain_text("19 20")
    chat.screenshot("resumed")
    chat.wait_until("ready")

    assert grows(chat.texts_of("text"))
    assert chat.texts_of("text")[-1] == _NUMBERS
    assert len(chat.texts_of("text")) > 5
    expect(chat.answers).to_have_count(1)
    assert chat.model_calls(question) == ["finished"]
