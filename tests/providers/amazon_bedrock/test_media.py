"""Embeddings, images and reranking."""

import math
from datetime import UTC, datetime

import pytest

from ai_sdk.provider import (
    AISDKError,
    EmbeddingModelV4CallOptions,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    InvalidArgumentError,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4DocumentsText,
    RerankingModelV4RankedDocument,
    SharedV4WarningUnsupported,
    TooManyEmbeddingValuesForCallError,
)
from tests.providers.amazon_bedrock.build import provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ARN = "arn:aws:bedrock:eu-west-1:1:application-inference-profile/x"
CANVAS = "amazon.nova-canvas-v1:0"
PHOTO = ImageModelV4FileData(media_type="image/png", data=b"photo")
SENT = "cGhvdG8="


def bedrock(**given):
    return {"amazonBedrock": given}


@pytest.mark.parametrize(
    ("model_id", "family", "given", "body", "answer", "vectors", "tokens"),
    [
        (
            "amazon.titan-embed-text-v2:0",
            None,
            {"dimensions": 256, "normalize": False},
            {"inputText": "a", "dimensions": 256, "normalize": False},
            {"embedding": [1, 0.5], "inputTextTokenCount": 2},
            [[1, 0.5]],
            2,
        ),
        (
            "amazon.nova-2-multimodal-embeddings-v1:0",
            None,
            {"embedding_purpose": "CLUSTERING"},
            {
                "taskType": "SINGLE_EMBEDDING",
                "singleEmbeddingParams": {
                    "embeddingPurpose": "CLUSTERING",
                    "embeddingDimension": 1024,
                    "text": {"truncationMode": "END", "value": "a"},
                },
            },
            {"embeddings": [{"embeddingType": "TEXT", "embedding": [1]}], "inputTokenCount": 5},
            [[1]],
            5,
        ),
        (
            ARN,
            "cohere",
            {"inputType": "clustering", "truncate": "NONE", "outputDimension": 512},
            {"input_type": "clustering", "texts": ["a"], "truncate": "NONE", "output_dimension": 512},
            {"embeddings": [[1]]},
            [[1]],
            7,
        ),
        (
            "us.cohere.embed-v4:0",
            None,
            {},
            {"input_type": "search_query", "texts": ["a"]},
            {"embeddings": {"float": [[2.5]]}},
            [[2.5]],
            7,
        ),
    ],
)
async def test_each_family_of_embeddings_has_its_format(model_id, family, given, body, answer, vectors, tokens) -> None:
    response = reply(answer)
    response.headers["x-amzn-bedrock-input-token-count"] = "7"
    server = Server(response)
    model = provider(server).embedding_model(model_id, model_family=family)
    options = EmbeddingModelV4CallOptions(values=["a"], provider_options=bedrock(**given))
    result = await model.do_embed(options)
    assert server.body == body
    assert (result.embeddings, result.usage.tokens, result.warnings) == (vectors, tokens, [])


@pytest.mark.parametrize("header", [None, "many", "2.5"])
async def test_a_token_count_that_is_not_known_is_no_number(header: str | None) -> None:
    response = reply({"embeddings": [{"embeddingType": "TEXT", "embedding": [1]}]})
    if header is not None:
        response.headers["x-amzn-bedrock-input-token-count"] = header
    model = provider(Server(response)).embedding("global.cohere.embed-v4:0")
    tokens = (await model.do_embed(EmbeddingModelV4CallOptions(values=["a"]))).usage.tokens
    assert tokens == 2.5 if header == "2.5" else math.isnan(tokens)


async def test_only_cohere_takes_many_texts_at_once() -> None:
    titan, cohere = provider(Server()).embedding("amazon.titan"), provider(Server()).embedding("cohere.embed-v3")
    assert (titan.max_embeddings_per_call, cohere.max_embeddings_per_call) == (1, 96)
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await titan.do_embed(EmbeddingModelV4CallOptions(values=["a", "b"]))


async def draw(model_id: str = CANVAS, answer=None, **given):
    server = Server(reply({"images": ["aW1n"]} if answer is None else answer))
    result = await provider(server).image_model(model_id).do_generate(ImageModelV4CallOptions(**given))
    return server.body, result


async def test_an_image_of_a_text() -> None:
    settings = bedrock(quality="premium", negativeText="fog", cfgScale=7.5, style="PHOTOREALISM")
    body, result = await draw(
        prompt="A pier", n=2, size="640x480", seed=5, aspect_ratio="4:3", provider_options=settings
    )
    assert body == {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {"text": "A pier", "negativeText": "fog", "style": "PHOTOREALISM"},
        "imageGenerationConfig": {
            "width": 640,
            "height": 480,
            "seed": 5,
            "numberOfImages": 2,
            "quality": "premium",
            "cfgScale": 7.5,
        },
    }
    details = "This model does not support aspect ratio. Use `size` instead."
    assert result.images == ["aW1n"]
    assert result.warnings == [SharedV4WarningUnsupported(feature="aspectRatio", details=details)]
    assert (result.response.model_id, result.response.timestamp <= datetime.now(UTC)) == (CANVAS, True)


@pytest.mark.parametrize(
    ("given", "settings", "expected"),
    [
        (
            {"prompt": "p"},
            {"similarityStrength": 0, "negativeText": "n"},
            (
                "IMAGE_VARIATION",
                "imageVariationParams",
                {"images": [SENT], "text": "p", "negativeText": "n", "similarityStrength": 0},
            ),
        ),
        (
            {"mask": ImageModelV4FileData(media_type="image/png", data="bWFzaw==")},
            {"maskPrompt": "sky"},
            ("INPAINTING", "inPaintingParams", {"image": SENT, "maskImage": "bWFzaw=="}),
        ),
        ({}, {"maskPrompt": "sky"}, ("INPAINTING", "inPaintingParams", {"image": SENT, "maskPrompt": "sky"})),
        (
            {},
            {"taskType": "OUTPAINTING", "outPaintingMode": "PRECISE"},
            ("OUTPAINTING", "outPaintingParams", {"image": SENT, "outPaintingMode": "PRECISE"}),
        ),
    ],
)
async def test_images_are_edited(given, settings, expected) -> None:
    body, _ = await draw(files=[PHOTO], provider_options=bedrock(**settings), **given)
    task, name, parameters = expected
    assert body == {"taskType": task, name: parameters, "imageGenerationConfig": {"numberOfImages": 1}}


async def test_a_background_is_removed_without_settings() -> None:
    body, _ = await draw(files=[PHOTO], provider_options=bedrock(taskType="BACKGROUND_REMOVAL", quality="premium"))
    assert body == {"taskType": "BACKGROUND_REMOVAL", "backgroundRemovalParams": {"image": SENT}}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"provider_options": bedrock(taskType="TEXT_IMAGE")}, "Unsupported task type: TEXT_IMAGE"),
        ({"files": [ImageModelV4FileUrl(url="https://a.example/a.png")]}, "URL-based images are not supported"),
    ],
)
async def test_what_cannot_be_edited_is_an_error(given, message: str) -> None:
    with pytest.raises(AISDKError, match=message):
        await draw(**{"files": [PHOTO], **given})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (
            {"status": "Request Moderated", "details": {"Moderation Reasons": ["Storm", "Fog"]}},
            "Amazon Bedrock request was moderated: Storm, Fog",
        ),
        ({"status": "Request Moderated"}, "Amazon Bedrock request was moderated: Unknown"),
        ({"images": [], "status": "Odd"}, "Amazon Bedrock returned no images. Status: Odd"),
        ({}, "Amazon Bedrock returned no images. "),
    ],
)
async def test_an_answer_without_images_is_an_error(answer, message: str) -> None:
    with pytest.raises(AISDKError) as caught:
        await draw(prompt="p", answer=answer)
    assert str(caught.value) == message


def test_only_nova_canvas_is_known_to_edit() -> None:
    canvas, other = provider(Server()).image(CANVAS), provider(Server()).image("x")
    facts = [(m.max_images_per_call, m.supports_file_inputs, m.supports_mask_inputs) for m in (canvas, other)]
    assert facts == [(5, True, True), (1, None, None)]


@pytest.mark.parametrize(
    ("documents", "contents"),
    [
        (RerankingModelV4DocumentsText(values=["a"]), [{"type": "TEXT", "textDocument": {"text": "a"}}]),
        (RerankingModelV4DocumentsObject(values=[{"a": None}]), [{"type": "JSON", "jsonDocument": {"a": None}}]),
    ],
)
async def test_documents_are_ordered(documents, contents) -> None:
    server = Server(reply({"results": [{"index": 0, "relevanceScore": 0.5}], "nextToken": "n"}))
    settings = bedrock(nextToken="t", additionalModelRequestFields={"x": 1})
    result = (
        await provider(server)
        .reranking("cohere.rerank-v3-5:0")
        .do_rerank(RerankingModelV4CallOptions(documents=documents, query="q", top_n=1, provider_options=settings))
    )
    model = {
        "modelArn": "arn:aws:bedrock:eu-west-1::foundation-model/cohere.rerank-v3-5:0",
        "additionalModelRequestFields": {"x": 1},
    }
    assert server.body == {
        "nextToken": "t",
        "queries": [{"textQuery": {"text": "q"}, "type": "TEXT"}],
        "rerankingConfiguration": {
            "bedrockRerankingConfiguration": {"modelConfiguration": model, "numberOfResults": 1},
            "type": "BEDROCK_RERANKING_MODEL",
        },
        "sources": [{"type": "INLINE", "inlineDocumentSource": content} for content in contents],
    }
    assert str(server.requests[0].url) == "https://bedrock-agent-runtime.eu-west-1.amazonaws.com/rerank"
    assert result.ranking == [RerankingModelV4RankedDocument(index=0, relevance_score=0.5)]


async def test_options_that_do_not_fit_are_errors() -> None:
    with pytest.raises(InvalidArgumentError):
        await draw(prompt="p", provider_options=bedrock(quality="best"))
