"""Messages of the user for a generation that is running.

Ports: ai/src/generate-text/steering.ts
"""

from asyncio import Future, get_running_loop
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.prompt.standardize_prompt import load_messages
from ai_sdk.provider.codec import dump
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.model_message import ModelMessage, UserModelMessage

__all__ = [
    "Steering",
    "SteeringDelivered",
    "SteeringNotDelivered",
    "SteeringNotDeliveredReason",
    "SteeringOutcome",
    "SteeringRun",
    "create_steering",
    "experimental_create_steering",
    "start_steering_run",
]

_generate_steering_id = create_id_generator(prefix="steer", size=24)

SteeringNotDeliveredReason = Literal[
    "finished", "removed-by-prepare-step", "stop-condition", "waiting-for-tool-results", "aborted", "error"
]


@dataclass(slots=True, kw_only=True)
class SteeringDelivered(Spec):
    """The message was sent to the model in this step."""

    type: Literal["delivered"] = "delivered"
    id: str
    message: UserModelMessage
    step_number: int


@dataclass(slots=True, kw_only=True)
class SteeringNotDelivered(Spec):
    """The message was not sent, and why."""

    type: Literal["not-delivered"] = "not-delivered"
    id: str
    message: UserModelMessage
    reason: SteeringNotDeliveredReason


SteeringMessage = str | UserModelMessage | Mapping[str, Any]
SteeringOutcome = SteeringDelivered | SteeringNotDelivered


@dataclass(slots=True)
class _Waiting:
    """A message whose outcome is still open."""

    id: str
    message: UserModelMessage
    outcome: "Future[SteeringOutcome]"

    def deliver(self, step_number: int) -> SteeringDelivered:
        delivered = SteeringDelivered(id=self.id, message=self.message, step_number=step_number)
        self._resolve(delivered)
        return delivered

    def reject(self, reason: SteeringNotDeliveredReason) -> None:
        self._resolve(SteeringNotDelivered(id=self.id, message=self.message, reason=reason))

    def _resolve(self, outcome: SteeringOutcome) -> None:
        if not self.outcome.done():
            self.outcome.set_result(outcome)


@dataclass(slots=True)
class _State:
    """What a `Steering` and its run share."""

    phase: Literal["idle", "running", "ended"] = "idle"
    pending: list[_Waiting] = field(default_factory=list)
    queued: list[_Waiting] = field(default_factory=list)
    taken: list[_Waiting] = field(default_factory=list)
    outcomes: dict[str, "Future[SteeringOutcome]"] = field(default_factory=dict)


class Steering:
    """Adds messages of the user to one running generation; make one with `create_steering` for each call.

    What `steer` and `queue` return can be awaited and never fails: it says whether the message was delivered.
    """

    def __init__(self) -> None:
        self._state = _State()

    def steer(self, message: SteeringMessage, *, id: str | None = None) -> "Future[SteeringOutcome]":  # noqa: A002
        """Send a message with the next step, even when the model has called no tool."""
        return self._add(message, id, self._state.pending)

    def queue(self, message: SteeringMessage, *, id: str | None = None) -> "Future[SteeringOutcome]":  # noqa: A002
        """Send a message once the current task is finished."""
        return self._add(message, id, self._state.queued)

    def _add(self, message: Any, message_id: str | None, target: list[_Waiting]) -> "Future[SteeringOutcome]":
        message_id = message_id or _generate_steering_id()
        if message_id in self._state.outcomes:
            return self._state.outcomes[message_id]
        waiting = _Waiting(message_id, _load_message(message), get_running_loop().create_future())
        self._state.outcomes[message_id] = waiting.outcome
        if self._state.phase == "ended":
            waiting.reject("finished")
        else:
            target.append(waiting)
        return waiting.outcome

    def start(self) -> "SteeringRun":
        """Begin the run of one generation. Raises `InvalidArgumentError` when there was one before."""
        if self._state.phase != "idle":
            raise InvalidArgumentError(
                parameter="experimental_steering",
                value=self,
                message="The steering object was already used by a generation. "
                "Create a new one with experimental_createSteering() for each call.",
            )
        self._state.phase = "running"
        return SteeringRun(self._state)


class SteeringRun:
    """The generation's side of a `Steering`."""

    def __init__(self, state: _State) -> None:
        self._state = state

    def has_pending_messages(self) -> bool:
        """Whether a message waits for the next step."""
        return self._state.phase == "running" and bool(self._state.pending)

    def promote_queued_message(self) -> bool:
        """Let the next queued message be sent with the next step; say whether there was one."""
        if self._state.phase != "running" or not self._state.queued:
            return False
        self._state.pending.append(self._state.queued.pop(0))
        return True

    def take_messages(self) -> list[UserModelMessage]:
        """Return the messages to send with this step."""
        state = self._state
        if state.phase != "running":
            return []
        state.taken += state.pending
        state.pending.clear()
        return [waiting.message for waiting in state.taken]

    def resolve_taken_messages(
        self, *, step_number: int, sent_messages: Sequence[ModelMessage]
    ) -> list[SteeringDelivered]:
        """Tell each taken message whether it was sent, and return those that were."""
        taken, self._state.taken = self._state.taken, []
        delivered = []
        for waiting in taken:
            if _is_sent(waiting.message, sent_messages):
                delivered.append(waiting.deliver(step_number))
            else:
                waiting.reject("removed-by-prepare-step")
        return delivered

    def end(self, reason: SteeringNotDeliveredReason) -> None:
        """End the run; what still waits is not delivered for this reason."""
        state = self._state
        if state.phase != "running":
            return
        waiting = [*state.taken, *state.pending, *state.queued]
        for each in (state.taken, state.pending, state.queued):
            each.clear()
        state.phase = "ended"
        for message in waiting:
            message.reject(reason)


def create_steering() -> Steering:
    """Return a new `Steering`; hand it to a call as `experimental_steering`."""
    return Steering()


experimental_create_steering = create_steering


def start_steering_run(steering: Steering | None) -> SteeringRun | None:
    """Return the generation's side of `steering`. Raises `InvalidArgumentError` when it was used before."""
    if steering is None:
        return None
    if not isinstance(steering, Steering):
        raise InvalidArgumentError(
            parameter="experimental_steering",
            value=steering,
            message="The steering object must be created with experimental_createSteering().",
        )
    return steering.start()


def _load_message(message: SteeringMessage) -> UserModelMessage:
    if isinstance(message, str):
        return UserModelMessage(content=message)
    (loaded,) = load_messages([message])
    if not isinstance(loaded, UserModelMessage):
        raise InvalidArgumentError(parameter="message", value=message, message="message must be one of the user")
    return loaded


def _is_sent(message: UserModelMessage, sent_messages: Sequence[ModelMessage]) -> bool:
    """Say whether a message is among those sent; a copy with the same content counts."""
    content = dump(message.content)
    return any(sent is message or (sent.role == "user" and dump(sent.content) == content) for sent in sent_messages)
