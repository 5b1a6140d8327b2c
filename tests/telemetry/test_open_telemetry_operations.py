from tests.telemetry import other_events
from tests.telemetry.spans import Recorder

SOUP = '[{"role":"assistant","parts":[{"type":"text","content":"{\\"name\\":\\"Soup\\"}"}]'


def test_an_object_generation_has_one_model_call() -> None:
    recorder = Recorder({"function_id": "recipes"}, usage=True, provider_metadata=True, schema=True, headers=True)
    recorder.send(other_events.generate_object())
    assert recorder.tree() == [
        {
            "name": "invoke_agent gemini-3",
            "kind": "INTERNAL",
            "attributes": {
                "gen_ai.operation.name": "invoke_agent",
                "gen_ai.provider.name": "gcp.gemini",
                "gen_ai.request.model": "gemini-3",
                "gen_ai.request.temperature": 0,
                "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
                "gen_ai.agent.name": "recipes",
                "gen_ai.output.type": "json",
                "gen_ai.request.seed": 3,
                "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"A recipe"}]}]',
                "ai.request.headers.x-a": "b",
                "ai.schema": '{"type":"object"}',
                "ai.schema.name": "recipe",
                "ai.schema.description": "A recipe.",
                "ai.settings.output": "object",
                "gen_ai.response.finish_reasons": ["stop"],
                "gen_ai.usage.input_tokens": 12,
                "gen_ai.usage.output_tokens": 30,
                "gen_ai.usage.cache_read.input_tokens": 4,
                "gen_ai.output.messages": f'{SOUP},"finish_reason":"stop"}}]',
                "ai.response.providerMetadata": '{"openai":{"cachedTokens":4}}',
                "ai.usage.inputTokenDetails.noCacheTokens": 7,
                "ai.usage.outputTokenDetails.textTokens": 20,
                "ai.usage.outputTokenDetails.reasoningTokens": 10,
            },
            "children": [
                {
                    "name": "chat gemini-3",
                    "kind": "CLIENT",
                    "attributes": {
                        "gen_ai.operation.name": "chat",
                        "gen_ai.provider.name": "gcp.gemini",
                        "gen_ai.request.model": "gemini-3",
                        "gen_ai.request.temperature": 0,
                        "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
                        "gen_ai.output.type": "json",
                        "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"A recipe"}]}]',
                        "ai.request.headers.x-a": "b",
                        "server.address": "localhost",
                        "server.port": 8080,
                        "gen_ai.response.finish_reasons": ["stop"],
                        "gen_ai.usage.input_tokens": 12,
                        "gen_ai.usage.output_tokens": 30,
                        "gen_ai.usage.cache_read.input_tokens": 4,
                        "gen_ai.response.id": "r",
                        "gen_ai.response.model": "gemini-3-001",
                        "gen_ai.output.messages": f'{SOUP},"finish_reason":"stop"}}]',
                        "ai.response.providerMetadata": '{"openai":{"cachedTokens":4}}',
                        "ai.usage.inputTokenDetails.noCacheTokens": 7,
                        "ai.usage.outputTokenDetails.textTokens": 20,
                        "ai.usage.outputTokenDetails.reasoningTokens": 10,
                    },
                }
            ],
        }
    ]
    assert recorder.metrics() == []


def test_an_object_generation_that_ends_with_an_error_is_marked() -> None:
    recorder = Recorder()
    recorder.send(other_events.generate_object(finish_reason="error", provider_metadata=None))
    assert recorder.tree() == [
        {
            "name": "invoke_agent gemini-3",
            "kind": "INTERNAL",
            "attributes": {
                "gen_ai.operation.name": "invoke_agent",
                "gen_ai.provider.name": "gcp.gemini",
                "gen_ai.request.model": "gemini-3",
                "gen_ai.request.temperature": 0,
                "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
                "gen_ai.output.type": "json",
                "gen_ai.request.seed": 3,
                "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"A recipe"}]}]',
                "gen_ai.response.finish_reasons": ["error"],
                "gen_ai.usage.input_tokens": 12,
                "gen_ai.usage.output_tokens": 30,
                "gen_ai.usage.cache_read.input_tokens": 4,
                "gen_ai.output.messages": f'{SOUP},"finish_reason":"error"}}]',
            },
            "status": ("ERROR", None),
            "children": [
                {
                    "name": "chat gemini-3",
                    "kind": "CLIENT",
                    "attributes": {
                        "gen_ai.operation.name": "chat",
                        "gen_ai.provider.name": "gcp.gemini",
                        "gen_ai.request.model": "gemini-3",
                        "gen_ai.request.temperature": 0,
                        "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
                        "gen_ai.output.type": "json",
                        "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"A recipe"}]}]',
                        "server.address": "localhost",
                        "server.port": 8080,
                        "gen_ai.response.finish_reasons": ["error"],
                        "gen_ai.usage.input_tokens": 12,
                        "gen_ai.usage.output_tokens": 30,
                        "gen_ai.usage.cache_read.input_tokens": 4,
                        "gen_ai.response.id": "r",
                        "gen_ai.response.model": "gemini-3-001",
                        "gen_ai.output.messages": f'{SOUP},"finish_reason":"error"}}]',
                    },
                    "status": ("ERROR", None),
                }
            ],
        }
    ]
    assert recorder.metrics() == []


def test_embeddings_have_a_span_for_each_model_call_and_values_when_switched_on() -> None:
    recorder = Recorder(embedding=True)
    recorder.send(other_events.embed(many=True))
    recorder.send(other_events.embed(many=False))
    assert recorder.tree() == [
        {
            "name": "embeddings embed-3",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "embeddings",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "embed-3",
                "ai.values": ['"sunny"', '"rainy"'],
                "ai.embeddings": ["[0.1,2]", "[0.3,0.4]"],
            },
            "children": [
                {
                    "name": "embeddings embed-3",
                    "kind": "CLIENT",
                    "attributes": {
                        "gen_ai.operation.name": "embeddings",
                        "gen_ai.provider.name": "openai",
                        "gen_ai.request.model": "embed-3",
                        "ai.values": ['"sunny"', '"rainy"'],
                        "gen_ai.usage.input_tokens": 9,
                        "ai.embeddings": ["[0.1,2]", "[0.3,0.4]"],
                    },
                }
            ],
        },
        {
            "name": "embeddings embed-3",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "embeddings",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "embed-3",
                "ai.value": '"sunny"',
                "ai.embedding": "[0.1,2]",
            },
            "children": [
                {
                    "name": "embeddings embed-3",
                    "kind": "CLIENT",
                    "attributes": {
                        "gen_ai.operation.name": "embeddings",
                        "gen_ai.provider.name": "openai",
                        "gen_ai.request.model": "embed-3",
                        "ai.values": ['"sunny"'],
                        "ai.embeddings": ["[0.1,2]"],
                    },
                }
            ],
        },
    ]
    assert recorder.metrics() == []


def test_reranking_tells_documents_and_ranking_when_switched_on() -> None:
    recorder = Recorder({"include_runtime_context": {"tenant": True}}, reranking=True, runtime_context=True)
    recorder.send(other_events.rerank())
    assert recorder.tree() == [
        {
            "name": "rerank rerank-v3",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "rerank",
                "gen_ai.provider.name": "cohere",
                "gen_ai.request.model": "rerank-v3",
                "ai.settings.context.tenant": "acme",
                "ai.documents": ['{"text":"sunny"}', '{"text":"rainy"}'],
            },
            "children": [
                {
                    "name": "rerank rerank-v3",
                    "kind": "CLIENT",
                    "attributes": {
                        "gen_ai.operation.name": "rerank",
                        "gen_ai.provider.name": "cohere",
                        "gen_ai.request.model": "rerank-v3",
                        "ai.settings.context.tenant": "acme",
                        "ai.documents": ['{"text":"sunny"}', '{"text":"rainy"}'],
                        "ai.ranking.type": "object",
                        "ai.ranking": ['{"index":1,"relevanceScore":0.9}'],
                    },
                }
            ],
        }
    ]
    assert recorder.metrics() == []


def test_speech_tells_the_text_and_the_audio() -> None:
    recorder = Recorder(usage=True, provider_metadata=True, headers=True)
    recorder.send(other_events.speech())
    assert recorder.tree() == [
        {
            "name": "ai.generateSpeech tts-1",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "ai.generateSpeech",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "tts-1",
                "gen_ai.output.type": "speech",
                "gen_ai.request.stream": False,
                "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"Hello"}]}]',
                "ai.request.text": "Hello",
                "ai.request.headers.x-a": "b",
                "ai.response.audio.size": 4,
                "ai.response.audio.media_type": "audio/mp3",
                "ai.response.audio.format": "mp3",
                "gen_ai.usage.total_tokens": 5,
                "gen_ai.usage.audio_details.input_seconds": 1.5,
                "ai.response.usage": (
                    '{"totalTokenCount":5,"audio-Details":{"inputSeconds":1.5,"":1},"kind":"x","flag":true}'
                ),
                "ai.response.providerMetadata": '{"openai":{"cachedTokens":4}}',
            },
        }
    ]
    assert recorder.metrics() == []


def test_transcriptions_tell_the_audio_and_the_text() -> None:
    recorder = Recorder({"function_id": "f"})
    recorder.send(other_events.transcribe())
    recorder.send(other_events.transcribe(stream=True))
    assert recorder.tree() == [
        {
            "name": "ai.transcribe whisper",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "ai.transcribe",
                "gen_ai.provider.name": "groq",
                "gen_ai.request.model": "whisper",
                "gen_ai.agent.name": "f",
                "gen_ai.output.type": "text",
                "gen_ai.request.stream": False,
                "ai.request.audio.size": 4,
                "ai.request.audio.media_type": "audio/wav",
                "ai.response.text": "Hello",
                "gen_ai.output.messages": '[{"role":"assistant","parts":[{"type":"text","content":"Hello"}]}]',
            },
        },
        {
            "name": "ai.streamTranscribe whisper",
            "kind": "CLIENT",
            "attributes": {
                "gen_ai.operation.name": "ai.streamTranscribe",
                "gen_ai.provider.name": "groq",
                "gen_ai.request.model": "whisper",
                "gen_ai.agent.name": "f",
                "gen_ai.output.type": "text",
                "gen_ai.request.stream": True,
                "ai.request.audio.size": 4,
                "ai.request.audio.media_type": "audio/wav",
                "ai.response.text": "Hello",
                "gen_ai.output.messages": '[{"role":"assistant","parts":[{"type":"text","content":"Hello"}]}]',
            },
        },
    ]
    assert recorder.metrics() == []


def test_values_are_left_out_when_inputs_and_outputs_are_not_recorded() -> None:
    recorder = Recorder({"record_inputs": False, "record_outputs": False}, embedding=True, reranking=True, schema=True)
    for calls in (
        other_events.embed(many=True),
        other_events.rerank(),
        other_events.speech(),
        other_events.transcribe(),
        other_events.generate_object(),
    ):
        recorder.send(calls)
    found = str(recorder.tree())
    assert [word for word in ("sunny", "Hello", "Soup", "recipe", "brief", "audio/mp3") if word in found] == []
    assert [span.name for span in recorder.finished] == [
        "embeddings embed-3",
        "embeddings embed-3",
        "rerank rerank-v3",
        "rerank rerank-v3",
        "ai.generateSpeech tts-1",
        "ai.transcribe whisper",
        "chat gemini-3",
        "invoke_agent gemini-3",
    ]
