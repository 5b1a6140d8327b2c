"""Laws of the name map: committed names are never changed, all names of a module differ."""

from hypothesis import given, strategies as st

from codegen.names import choose_names, pascal_case, path_key, path_words, propose_name, singular, snake_case

SEGMENTS = st.lists(st.sampled_from(["choices", "[]", "{}", "delta", "toolCalls", "variant1", "a.b"]), max_size=4)
PATHS = st.builds(lambda segments: ("Owner", *segments), SEGMENTS.filter(bool))
GROUPS = st.lists(PATHS, min_size=1, max_size=12, unique=True).flatmap(
    lambda paths: st.lists(st.integers(1, 3), min_size=1).map(lambda sizes: _split(paths, sizes))
)


def _split(paths: list[tuple[str, ...]], sizes: list[int]) -> list[list[tuple[str, ...]]]:
    groups: list[list[tuple[str, ...]]] = []
    rest, index = list(paths), 0
    while rest:
        size = sizes[index % len(sizes)]
        groups.append(rest[:size])
        rest, index = rest[size:], index + 1
    return groups


@given(GROUPS)
def test_every_group_gets_a_name_of_its_own(groups: list[list[tuple[str, ...]]]) -> None:
    names = [name for _, name in choose_names("acme/chat/wire", ["Owner"], groups, {})]

    assert len(set(names)) == len(groups)
    assert "Owner" not in names


@given(GROUPS, GROUPS)
def test_a_committed_name_stays_with_its_path(
    groups: list[list[tuple[str, ...]]], later: list[list[tuple[str, ...]]]
) -> None:
    committed = dict(choose_names("m", ["Owner"], groups, {}))
    again = choose_names("m", ["Owner"], later, committed)

    names = [name for _, name in again]
    assert len(set(names)) == len(names)
    assert all(committed.get(key, name) == name for key, name in again)
    assert choose_names("m", ["Owner"], groups, committed) == choose_names("m", ["Owner"], groups, {})


def test_words_follow_the_path() -> None:
    assert path_words(["choices", "[]", "toolCalls", "[]", "function"]) == ["Choice", "ToolCall", "Function"]
    assert path_words(["variant2", "byName", "{}"]) == ["ByName", "Value"]
    assert path_words(["[]", "variant2"]) == ["Item", "Variant2"]
    assert path_words(["response.output_item.added"]) == ["ResponseOutputItemAdded"]


def test_a_long_path_loses_its_middle_but_not_its_end() -> None:
    name = propose_name("AcmeChunk", ["contentBlockStart", "contentBlock", "someVeryLongToolResult", "content"], ())

    assert name == "AcmeChunkContentBlockSomeVeryLongToolResultContent"


def test_a_taken_name_gets_a_number() -> None:
    assert propose_name("Acme", ["delta"], {"AcmeDelta"}) == "AcmeDelta2"


def test_spellings() -> None:
    assert pascal_case("web_search.call-done") == "WebSearchCallDone"
    assert [snake_case(text) for text in ("baseURL", "searchContextSize", "x-header", "HTTPStatus")] == [
        "base_url",
        "search_context_size",
        "x_header",
        "http_status",
    ]
    assert [singular(word) for word in ("Choices", "Queries", "Status", "Address", "Analysis", "Ties", "Data")] == [
        "Choice",
        "Query",
        "Status",
        "Address",
        "Analysis",
        "Tie",
        "Data",
    ]
    assert path_key("acme/chat/wire", ("Owner", "delta")) == "acme/chat/wire#Owner/delta"
