"""`upload_skill` hands the files of a skill to a provider's store."""

import asyncio

import pytest

from ai_sdk.provider import (
    SharedV4FileDataData,
    SharedV4FileDataText,
    SkillsV4File,
    SkillsV4UploadSkillCallOptions,
    SkillsV4UploadSkillResult,
)
from ai_sdk.upload_file.upload_error import UploadNotSupportedError
from ai_sdk.upload_skill.upload_skill import upload_skill

RESULT = SkillsV4UploadSkillResult(provider_reference={"mock": "s1"}, warnings=[])


class Store:
    specification_version = "v4"
    provider = "mock"

    def __init__(self) -> None:
        self.calls: list[SkillsV4UploadSkillCallOptions] = []

    async def upload_skill(self, options: SkillsV4UploadSkillCallOptions) -> SkillsV4UploadSkillResult:
        self.calls.append(options)
        return RESULT

    def skills(self) -> "Store":
        return self


class Provider:
    def __init__(self) -> None:
        self.store = Store()

    def skills(self) -> Store:
        return self.store


def test_files_in_any_form_are_tagged() -> None:
    store, whole = Store(), SkillsV4File(path="d", data=SharedV4FileDataText(text="D"))
    files = [
        {"path": "a", "data": b"A"},
        {"path": "b", "data": "Qg=="},
        {"path": "c", "data": {"type": "text", "text": "C"}},
        whole,
    ]
    settings = {"display_title": "Letters", "provider_options": {"mock": {"o": 1}}}
    assert asyncio.run(upload_skill(api=store, files=files, **settings)) is RESULT
    assert store.calls == [
        SkillsV4UploadSkillCallOptions(
            files=[
                SkillsV4File(path="a", data=SharedV4FileDataData(data=b"A")),
                SkillsV4File(path="b", data=SharedV4FileDataData(data="Qg==")),
                SkillsV4File(path="c", data=SharedV4FileDataText(text="C")),
                whole,
            ],
            **settings,
        )
    ]


def test_a_provider_gives_its_store() -> None:
    provider = Provider()
    assert asyncio.run(upload_skill(api=provider, files=[])) is RESULT
    assert len(provider.store.calls) == 1


def test_a_provider_without_a_store_is_refused() -> None:
    with pytest.raises(UploadNotSupportedError, match=r"Make sure it exposes a skills\(\) method\."):
        asyncio.run(upload_skill(api=object(), files=[]))
