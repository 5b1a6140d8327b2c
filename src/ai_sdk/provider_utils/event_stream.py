"""Server-sent events, sans-io: bytes in, the data of complete events out; any split of the bytes gives the same.

Ports: @ai-sdk/provider-utils/src/parse-json-event-stream.ts
"""

__all__ = ["EventStreamDecoder"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DONE = b"[DONE]"
_LINE_ENDS_OF_AN_EVENT = 2


class EventStreamDecoder:
    r"""Decodes one event stream; names and ids of events are not kept, since the data is JSON that names itself.

    >>> decoder = EventStreamDecoder()
    >>> decoder.feed(b'data: {"a"'), decoder.feed(b": 1}\n\ndata: [DONE]\n\n")
    ([], [b'{"a": 1}'])
    """

    __slots__ = ("_data", "_head", "_pending")

    def __init__(self) -> None:
        self._head: bytes | None = b""
        self._pending: list[bytes] = []
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes and return the data of each event that they complete, without `[DONE]`."""
        if self._head is not None:
            piece = self._without_byte_order_mark(piece)
        if not self._pending and not self._data and piece.count(b"\n") == _LINE_ENDS_OF_AN_EVENT:
            # Nearly always a piece is one whole event of one line.
            if piece.startswith(b"data: ") and piece.endswith(b"\n\n") and b"\r" not in piece:
                event = piece[6:-2]
                return [] if event == _DONE else [event]
        elif self._pending:
            if b"\n" not in piece and b"\r" not in piece and not self._pending[-1].endswith(b"\r"):
                self._pending.append(piece)
                return []
            piece = b"".join((*self._pending, piece))
        return self._decode(piece)

    def _without_byte_order_mark(self, piece: bytes) -> bytes:
        head = (self._head or b"") + piece
        if len(head) < len(_BYTE_ORDER_MARK) and _BYTE_ORDER_MARK.startswith(head):
            self._head = head
            return b""
        self._head = None
        return head.removeprefix(_BYTE_ORDER_MARK)

    def _decode(self, text: bytes) -> list[bytes]:
        held = b""
        if b"\r" in text:
            if text.endswith(b"\r"):  # perhaps the first half of a line end whose other half comes next
                text, held = text[:-1], b"\r"
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        complete, newline, rest = text.rpartition(b"\n")
        rest += held
        self._pending = [rest] if rest else []
        return self._read_lines(complete.split(b"\n")) if newline else []

    def _read_lines(self, lines: list[bytes]) -> list[bytes]:
        events: list[bytes] = []
        data = self._data
        for line in lines:
            if not line:
                if data:
                    event = data[0] if len(data) == 1 else b"\n".join(data)
                    data.clear()
                    if event != _DONE:
                        events.append(event)
            elif line.startswith(b"data:"):
                data.append(line[6:] if line[5:6] == b" " else line[5:])
            elif line == b"data":
                data.append(b"")
        return events
