"""Which files a provider fetches by their URLs itself."""

import re
from collections.abc import Mapping, Sequence

__all__ = ["SupportedUrls"]

SupportedUrls = Mapping[str, Sequence[re.Pattern[str]]]
"""URLs that the provider fetches itself, by media type (`*/*`, `image/*`, `application/pdf`)."""
