import anyio
import pytest

from ai_sdk.provider_utils.concurrently import concurrently

pytestmark = pytest.mark.anyio


async def test_calls_run_at_once_and_results_keep_their_order():
    second_ran = anyio.Event()

    async def first() -> int:
        await second_ran.wait()
        return 1

    async def second() -> int:
        second_ran.set()
        return 2

    assert await concurrently([first, second]) == [1, 2]
    assert await concurrently([]) == []


async def test_the_first_error_cancels_the_others_and_is_raised_as_it_is():
    cancelled = []

    async def wait() -> None:
        try:
            await anyio.Event().wait()
        finally:
            cancelled.append("wait")

    async def fail() -> None:
        raise LookupError("no")

    with pytest.raises(LookupError, match="no"):
        await concurrently([wait, fail])
    assert cancelled == ["wait"]
