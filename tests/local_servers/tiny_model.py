"""Writes a model that llama.cpp can load: a transformer of random weights with a vocabulary of a few words."""

from pathlib import Path

import numpy as np
from gguf import GGUFWriter, PoolingType, TokenType

__all__ = ["WORDS", "write_tiny_model"]

WORDS = ("sun", "rain", "wind", "snow", "fog", "hail", "frost", "dew")
_WIDTH, _HEADS, _FEED_FORWARD, _CONTEXT = 64, 4, 128, 512
_TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }} {% endfor %}"
    "{% if add_generation_prompt %}assistant: {% endif %}"
)


def write_tiny_model(path: Path, seed: int = 7) -> Path:
    """Write the model to `path`, about 200 kB; the same seed gives the same weights."""
    random = np.random.default_rng(seed)
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *(f"\u2581{word}" for word in WORDS)]
    writer = GGUFWriter(str(path), "llama")
    _write_facts(writer, tokens)
    for name, shape in _shapes(len(tokens)).items():
        writer.add_tensor(name, _weights(random, name, shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _write_facts(writer: GGUFWriter, tokens: list[str]) -> None:
    writer.add_name("tiny")
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_pooling_type(PoolingType.MEAN)  # else an embedding is a vector for each token
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    special = [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL]
    writer.add_token_types([*special, *[TokenType.BYTE] * 256, *[TokenType.NORMAL] * len(WORDS)])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_chat_template(_TEMPLATE)


def _shapes(vocabulary: int) -> dict[str, tuple[int, ...]]:
    square = (_WIDTH, _WIDTH)
    return {
        "token_embd.weight": (vocabulary, _WIDTH),
        "blk.0.attn_norm.weight": (_WIDTH,),
        "blk.0.attn_q.weight": square,
        "blk.0.attn_k.weight": square,
        "blk.0.attn_v.weight": square,
        "blk.0.attn_output.weight": square,
        "blk.0.ffn_norm.weight": (_WIDTH,),
        "blk.0.ffn_gate.weight": (_FEED_FORWARD, _WIDTH),
        "blk.0.ffn_up.weight": (_FEED_FORWARD, _WIDTH),
        "blk.0.ffn_down.weight": (_WIDTH, _FEED_FORWARD),
        "output_norm.weight": (_WIDTH,),
        "output.weight": (vocabulary, _WIDTH),
    }


def _weights(random: np.random.Generator, name: str, shape: tuple[int, ...]) -> np.ndarray:
    if len(shape) == 1:
        return np.ones(shape, dtype=np.float32)
    weights = random.standard_normal(shape).astype(np.float32) / 8
    if name == "output.weight":
        weights[: -len(WORDS)] = 0  # what has no weight loses to a word, so that the answer is text
        weights[-len(WORDS) :] *= 8
    return weights
