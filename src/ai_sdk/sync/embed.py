"""`embed`, `embed_many` and `rerank`, waiting."""

from ai_sdk.embed.embed import embed as async_embed
from ai_sdk.embed.embed_many import embed_many as async_embed_many
from ai_sdk.rerank.rerank import rerank as async_rerank
from ai_sdk.sync.blocking import blocking

__all__ = ["embed", "embed_many", "rerank"]

embed = blocking(async_embed)
embed_many = blocking(async_embed_many)
rerank = blocking(async_rerank)
