import pytest

from ai_sdk.provider import SharedV4FileDataUrl
from ai_sdk.provider.codec import URL, dump, load


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.dev/cat.png?x=1&y=a b", "https://a.dev/cat.png?x=1&y=a%20b"),
        ("HTTPS://A.dev:443/x/../y", "https://a.dev/y"),
        ("https://a.dev", "https://a.dev/"),
        ("s3://bucket/key", "s3://bucket/key"),
        ("data:image/png;base64,aGk=", "data:image/png;base64,aGk="),
        ("no url", "no url"),
    ],
)
def test_a_file_url_is_written_as_javascript_writes_it(given: str, kept: str) -> None:
    assert SharedV4FileDataUrl(url=given).url == kept
    loaded = load(SharedV4FileDataUrl, {"type": "url", "url": given})
    assert dump(loaded) == {"type": "url", "url": URL(kept)}
