"""Functions of the `ai` package that call a model."""

from collections.abc import Mapping
from typing import Any

from conformance.naming import python_name
from conformance.sdk.arguments import keywords
from conformance.sdk.call import SdkCall
from conformance.sdk.results import KEPT, LOW_MEMORY_RESULT, OBJECT_RESULT, TEXT_RESULT, keep_of
from conformance.sdk.values import decode_for, invoke
from conformance.sdk.views import DEFAULT_VIEWS, read_views, ui_message_stream


def arguments_of(call: SdkCall) -> dict[str, Any]:
    """Return the decoded arguments with the model of the case, unless they bring their own."""
    arguments = decode_for(call, call.call["args"])
    if call.model is None or "model" in arguments:
        return dict(arguments)
    return {"model": _wrapped(call), **arguments}


def _wrapped(call: SdkCall) -> Any:
    entries = call.call.get("middleware")
    if not entries:
        return call.model
    made = [_middleware(name, options, call) for entry in entries for name, options in entry.items()]
    wrapper = "wrapEmbeddingModel" if any("Embedding" in name for entry in entries for name in entry) else None
    return invoke(call, wrapper or "wrapLanguageModel", {"model": call.model, "middleware": made})


def _middleware(name: str, options: Mapping[str, Any], call: SdkCall) -> Any:
    return invoke(call, f"{name}Middleware", decode_for(call, options))


async def call_function(call: SdkCall) -> Any:
    """Await a function and keep of its result what an outcome shows."""
    name = call.call["function"]
    arguments = arguments_of(call)
    result = await invoke(call, name, arguments)
    has_output = name == "generateText" and arguments.get("output") is not None
    return keep_of(call, result, (*KEPT[name], "output") if has_output else KEPT[name])


async def upload(call: SdkCall) -> Any:
    """Hand a file or a skill to the provider."""
    arguments = decode_for(call, call.call["args"])
    return call.normalize(await invoke(call, call.call["function"], {"api": call.provider, **arguments}))


async def stream_text(call: SdkCall) -> Any:
    """Stream text and read the views that the case observes."""
    errors: list[Any] = []
    arguments = arguments_of(call)
    result = invoke(call, "streamText", {"onError": lambda event: errors.append(event.error), **arguments})
    keep = (*TEXT_RESULT, "output") if arguments.get("output") is not None else TEXT_RESULT
    views = await read_views(call, result, call.call.get("observe", DEFAULT_VIEWS), keep, arguments.get("tools"))
    return {**views, "onError": [call.normalize(error) for error in errors]} if errors else views


async def stream_text_low_memory(call: SdkCall) -> Any:
    """Stream text without keeping it and read the one view that the case observes."""
    result = invoke(call, "experimental_streamTextLowMemory", arguments_of(call))
    return await read_views(call, result, call.call.get("observe", ("stream",)), LOW_MEMORY_RESULT)


async def stream_language_model_call(call: SdkCall) -> Any:
    """Call the model once and read its stream."""
    result = await invoke(call, "experimental_streamLanguageModelCall", arguments_of(call))
    return await read_views(call, result, ("stream",), ())


async def stream_object(call: SdkCall) -> Any:
    """Stream an object and read the views that the case observes."""
    views = dict.fromkeys([*call.call.get("observe", ("fullStream",)), "final"])
    return await read_views(call, invoke(call, "streamObject", arguments_of(call)), [*views], OBJECT_RESULT[:-1])


async def call_agent(call: SdkCall) -> Any:
    """Make an agent of the case's settings and let it generate or stream."""
    arguments = arguments_of(call)
    settings = {"model": arguments.pop("model"), **decode_for(call, call.call.get("agent", {}))}
    agent = invoke(call, "ToolLoopAgent", settings)
    method = getattr(agent, python_name(call.call["function"].removeprefix("agent.")))
    result = method(**keywords(method, arguments))
    if call.call["function"] == "agent.generate":
        return keep_of(call, await result, TEXT_RESULT)
    streamed = await result if hasattr(result, "__await__") else result
    return await read_views(call, streamed, call.call.get("observe", DEFAULT_VIEWS), TEXT_RESULT, settings.get("tools"))


async def agent_ui_stream(call: SdkCall) -> Any:
    """Make an agent of the case's settings and read the UI message chunks that it answers UI messages with."""
    arguments = arguments_of(call)
    settings = {"model": arguments.pop("model"), **decode_for(call, call.call.get("agent", {}))}
    agent = invoke(call, "ToolLoopAgent", settings)
    stream = await invoke(call, "createAgentUIStream", {"agent": agent, **arguments})
    return {"chunks": [call.normalize(chunk) async for chunk in stream]}


async def roundtrip(call: SdkCall) -> Any:
    """Stream text as UI message chunks and read the messages back."""
    arguments = arguments_of(call)
    result = invoke(call, "streamText", {"onError": lambda _: None, **arguments})
    stream = ui_message_stream(call, result, arguments.get("tools"), {})
    chunks: list[Any] = []

    async def shown() -> Any:
        async for chunk in stream:
            chunks.append(call.normalize(chunk))
            yield chunk

    messages = [call.normalize(message) async for message in invoke(call, "readUIMessageStream", {"stream": shown()})]
    last = {"lastMessage": messages[-1]} if messages else {}
    return {"chunks": chunks, **last, "messageCount": len(messages)}
