"""Where a text begins in another that has not fully arrived.

Ports: ai/src/util/get-potential-start-index.ts
"""

__all__ = ["get_potential_start_index"]


def get_potential_start_index(text: str, searched_text: str) -> int | None:
    """Return where `searched_text` is in `text`, or where it may begin at the end of `text`; `None` when neither.

    >>> get_potential_start_index("I think <thi", "<think>")
    8
    """
    if not searched_text:
        return None
    index = text.find(searched_text)
    if index != -1:
        return index
    lengths = range(1, min(len(text), len(searched_text)) + 1)
    return next((len(text) - n for n in lengths if text.endswith(searched_text[:n])), None)
