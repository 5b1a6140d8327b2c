"""The special values that only the functions of the `ai` package know: tools, schemas, outputs, stop conditions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conformance.access import access_model, lookup
from conformance.naming import python_name
from conformance.sdk.arguments import keywords
from conformance.sdk.call import SdkCall
from conformance.sdk.functions import make_function
from conformance.sdk.schema import find_problem
from conformance.sdk.transforms import make_transform
from conformance.vocabulary import UNKNOWN, decode


def decode_for(call: SdkCall, value: Any) -> Any:
    """Return a value of the case with every special value replaced."""

    def special(key: str, whole: dict[str, Any]) -> Any:
        return _SPECIAL[key](whole[key], call) if key in _SPECIAL else UNKNOWN

    return decode(value, replace(call.surroundings, special=special))


def invoke(call: SdkCall, name: str, options: Mapping[str, Any]) -> Any:
    """Call what the `ai` package exports under a name with an options object."""
    function = call.export(name)
    return function(**keywords(function, options))


def _function(options: Any, call: SdkCall) -> Any:
    return make_function(decode_for(call, options), call)


def _schema(schema: Any, call: SdkCall) -> Any:
    return call.export("jsonSchema")(schema)


def _validating_schema(schema: Any, call: SdkCall) -> Any:
    def validate(value: Any) -> Any:
        problem = find_problem(schema, value)
        if problem is not None:
            raise SyntaxError(problem)
        return value

    return call.export("jsonSchema")(schema, validate=validate)


def _tool(options: Any, call: SdkCall) -> Any:
    decoded = decode_for(call, options)
    if decoded.get("type") == "dynamic":
        return invoke(call, "dynamicTool", {key: value for key, value in decoded.items() if key != "type"})
    return invoke(call, "tool", decoded)


def _provider_tool(options: Any, call: SdkCall) -> Any:
    factory = lookup(call.provider.tools, python_name(options["name"]))
    return factory(**keywords(factory, decode_for(call, options.get("args", {}))))


def _output(options: Any, call: SdkCall) -> Any:
    factory = lookup(call.export("Output"), options["type"])
    decoded = decode_for(call, {key: value for key, value in options.items() if key != "type"})
    return factory(**keywords(factory, decoded))


def _model_of(options: Any, call: SdkCall) -> Any:
    return access_model(call.provider, options["accessor"], decode_for(call, options["args"]))


def _registry_model(options: Any, call: SdkCall) -> Any:
    """Register the provider of the case under the names that the case gives and ask for a model."""
    settings = {"separator": options["separator"]} if "separator" in options else {}
    providers = dict.fromkeys(options["providers"], call.provider)
    registry = call.export("createProviderRegistry")(providers, **settings)
    return lookup(registry, python_name(options.get("accessor", "languageModel")))(options["id"])


def _custom_model(options: Any, call: SdkCall) -> Any:
    """Ask a custom provider, whose models and fallback come from the provider of the case, for a model."""
    decoded = decode_for(call, {key: options[key] for key in _CUSTOM_MODELS if key in options})
    fallback = {"fallbackProvider": call.provider} if options.get("fallback") else {}
    provider = invoke(call, "customProvider", {**decoded, **fallback})
    return lookup(provider, python_name(options.get("accessor", "languageModel")))(options["id"])


def _steering(options: Any, call: SdkCall) -> Any:
    """Let messages wait for the call; what becomes of each is an event."""
    made = call.export("experimental_createSteering")()
    for waiting in options["messages"]:
        future = getattr(made, waiting["do"])(waiting["message"], id=waiting["id"])
        future.add_done_callback(
            lambda done: call.events.append({"event": "steering", "args": call.normalize(done.result())})
        )
    return made


_CUSTOM_MODELS = ("languageModels", "embeddingModels", "imageModels")

_SPECIAL: dict[str, Callable[[Any, SdkCall], Any]] = {
    "$fn": _function,
    "$url": lambda text, call: call.subject.url(text),
    "$throw": lambda text, _: {"$throw": text},
    "$jsonSchema": _schema,
    "$validatingSchema": _validating_schema,
    "$tool": _tool,
    "$providerTool": _provider_tool,
    "$stepCount": lambda count, call: call.export("isStepCount")(count),
    "$hasToolCall": lambda name, call: call.export("hasToolCall")(name),
    "$isLoopFinished": lambda _, call: call.export("isLoopFinished")(),
    "$output": _output,
    "$smoothStream": lambda options, call: invoke(call, "smoothStream", decode_for(call, options)),
    "$transform": make_transform,
    "$toolSearch": lambda options, call: invoke(call, "toolSearch", options),
    "$steering": _steering,
    "$modelOf": _model_of,
    "$registryModel": _registry_model,
    "$customModel": _custom_model,
}
