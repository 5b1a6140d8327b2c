"""Which TypeScript export is what in Python."""

import json
from pathlib import Path

import pytest

from conformance.__main__ import main
from conformance.surface.exports import Export, Package, read_packages
from conformance.surface.lookup import Lookup, Scope, candidates, resolves
from conformance.surface.rules import Rule, Rules, RulesError, read_rules
from conformance.surface.table import STATUSES, SurfaceTable, build_table


def export(name: str, kind: str = "function", package: str = "@ai-sdk/groq", entry: str = ".") -> Export:
    return Export(package, entry, name, kind, False, package.removeprefix("@ai-sdk/").replace("-", "_"))


def table(*exports: Export, rules: Rules | None = None) -> SurfaceTable:
    return build_table([Package("@ai-sdk/groq", "4.0.0", exports)], rules or Rules())


def only_row(found: SurfaceTable) -> tuple[str, str, str]:
    ((row,),) = (package.rows for package in found.packages)
    return row.status, row.python, row.note


@pytest.fixture(scope="module")
def whole() -> SurfaceTable:
    return build_table()


@pytest.mark.parametrize(
    ("name", "kind", "names"),
    [
        ("streamText", "function", ("stream_text",)),
        ("createOpenAI", "function", ("create_openai",)),
        ("convertBase64ToUint8Array", "function", ("convert_base64_to_bytes",)),
        ("LanguageModelV4", "interface", ("LanguageModelV4",)),
        ("Experimental_Agent", "class", ("Experimental_Agent", "Agent")),
        ("experimental_customProvider", "function", ("experimental_custom_provider", "custom_provider")),
        ("VERSION", "const", ("VERSION",)),
        ("groq", "const", ("groq", "GROQ")),
        ("Output", "namespace", ("Output", "output")),
    ],
)
def test_the_name_rules(name: str, kind: str, names: tuple[str, ...]) -> None:
    assert candidates(export(name, kind, "ai")) == names


@pytest.mark.parametrize(
    ("found", "python"),
    [
        (export("createGroq"), "ai_sdk.providers.groq.create_groq"),
        (export("GroqProvider", "interface"), "ai_sdk.providers.groq.GroqProvider"),
        (export("VERSION", "const"), "ai_sdk.providers.groq.VERSION"),
        (export("prepareTools", entry="./internal"), "ai_sdk.providers.groq.chat.tools.prepare_tools"),
        (export("GroqChatModelId", "type", entry="./internal"), "ai_sdk_generated.groq.chat.model_ids.GroqChatModelId"),
        (export("groqChatChunkSchema", "const", entry="./internal"), "ai_sdk_generated.groq.chat.wire.GroqChatChunk"),
    ],
    ids=lambda value: value.name if isinstance(value, Export) else "",
)
def test_an_export_is_found_by_import(found: Export, python: str) -> None:
    assert only_row(table(found)) == ("ported", python, "")


def test_what_is_nowhere_is_not_ported() -> None:
    assert only_row(table(export("createGroqBatch"))) == ("not_ported", "", "")


def test_what_a_package_imports_is_not_its_export() -> None:
    assert only_row(table(export("importModule")))[0] == "not_ported"
    assert only_row(table(export("chat", "const")))[0] == "not_ported"


def test_a_public_name_that_is_only_inside_is_not_ported_and_says_where_it_is() -> None:
    inside = "not exported; there is ai_sdk_generated.groq.chat.model_ids.GroqChatModelId"
    assert only_row(table(export("GroqChatModelId", "type"))) == ("not_ported", "", inside)


def test_nothing_of_a_package_without_a_module_is_ported() -> None:
    generated = Export("@ai-sdk/none", "./internal", "GroqChatModelId", "type", False, "groq")
    assert only_row(table(generated)) == ("not_ported", "", "")


def test_a_rename_leads_to_another_name() -> None:
    rules = Rules(
        [Rule("rename", "make(.+)", value=r"create_\1"), Rule("rename", "one", value="ai_sdk.version.VERSION")]
    )
    found = table(export("makegroq"), export("one"), rules=rules)
    assert [row.python for row in found.packages[0].rows] == [
        "ai_sdk.providers.groq.create_groq",
        "ai_sdk.version.VERSION",
    ]
    assert found.complaints == []


def test_a_part_is_ported_when_the_whole_is() -> None:
    rules = Rules([Rule("part_of", "(.+)ProviderSettings", value=r"create\1", reason="keyword arguments")])
    settings = export("GroqProviderSettings", "interface")
    found = table(settings, export("createGroq"), rules=rules)
    row = found.packages[0].rows[0]
    assert (row.status, row.python, row.note) == ("ported", "ai_sdk.providers.groq.create_groq", "keyword arguments")
    missing = [export("NoneProviderSettings", "interface"), export("createNone")]
    assert [row.status for row in table(*missing, rules=rules).packages[0].rows] == ["not_ported", "not_ported"]


def test_what_is_not_applicable_has_its_reason() -> None:
    rules = Rules([Rule("not_applicable", "Infer.*", kinds=("type",), reason="a type of types")])
    assert only_row(table(export("InferX", "type"), rules=rules)) == ("not_applicable", "", "a type of types")


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        (Rule("rename", "gone", value="create_groq"), "rename * gone: decides nothing"),
        (
            Rule("rename", "createGroq", value="make_groq"),
            "rename * createGroq: ai_sdk.providers.groq.make_groq is not there",
        ),
        (Rule("rename", "createGroq", package="ai", value="groq"), "rename ai createGroq: decides nothing"),
        (Rule("not_applicable", "createGroq", reason="x"), "not_applicable * createGroq: decides nothing"),
        (Rule("not_applicable", "createGroq", entry="./internal"), "not_applicable * createGroq: decides nothing"),
        (Rule("part_of", "createGroq", value="groq"), "part_of * createGroq: decides nothing"),
    ],
)
def test_a_row_that_is_stale_is_a_complaint(rule: Rule, complaint: str) -> None:
    assert table(export("createGroq"), rules=Rules([rule])).complaints == [complaint]


def test_a_part_of_what_is_not_exported_is_a_complaint() -> None:
    rules = Rules([Rule("part_of", "part", value="whole", reason="x")])
    assert table(export("part"), rules=rules).complaints == ["part_of * part: @ai-sdk/groq exports no whole"]


def test_the_rows_of_the_project_are_all_needed(whole: SurfaceTable) -> None:
    assert whole.complaints == []


def test_the_counts_add_up(whole: SurfaceTable) -> None:
    listed = {package.name: len(package.exports) for package in read_packages()}
    assert {package.counted.name: package.counted.exports for package in whole.packages} == listed
    assert {package.counted.name: len(package.rows) for package in whole.packages} == listed
    assert whole.total.exports == sum(listed.values()) == sum(whole.total.statuses[status] for status in STATUSES)
    ported = sum(row.status == "ported" for package in whole.packages for row in package.rows)
    assert (whole.total.applicable.equal, whole.total.statuses["ported"]) == (ported, ported)


def test_every_python_name_leads_somewhere_and_every_exception_has_a_reason(whole: SurfaceTable) -> None:
    rows = [row for package in whole.packages for row in package.rows]
    assert [row.python for row in rows if row.status == "ported" and not resolves(row.python)] == []
    assert [row.export for row in rows if row.status != "ported" and row.python] == []
    assert [row.export for row in rows if row.status == "not_applicable" and not row.note] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[renamed]]\npattern='a'\n", "unknown tables: renamed"),
        ("[[rename]]\npattern='a'\n", "rename a: python is missing"),
        ("[[not_applicable]]\npattern='a'\n", "not_applicable a: reason is missing"),
        ("[[part_of]]\npattern='a'\nof='b'\nreason='c'\npythn='d'\n", "part_of a: unknown pythn"),
    ],
)
def test_a_malformed_row_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "names.toml").write_text(text)
    with pytest.raises(RulesError, match=complaint):
        read_rules(tmp_path / "names.toml")


def test_a_scope_can_leave_out_what_is_not_its_own() -> None:
    create_groq = export("createGroq", package="ai")
    assert Lookup({"ai": Scope("ai_sdk", below=True)}).find(create_groq) == "ai_sdk.providers.groq.create_groq"
    assert Lookup({"ai": Scope("ai_sdk", below=True, without=("ai_sdk.providers",))}).find(create_groq) is None


@pytest.mark.parametrize(
    "dotted", ["ai_sdk.providers.groq.nothing", "nowhere.at.all", "ai_sdk.version.VERSION.nothing"]
)
def test_a_name_that_leads_nowhere_does_not_resolve(dotted: str) -> None:
    assert not resolves(dotted)


def test_the_command_prints_one_package_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["surface", "--package", "groq", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [package["package"] for package in printed["packages"]] == ["@ai-sdk/groq"]
    assert printed["packages"][0]["counts"] == printed["total"]
    row = {"entry": ".", "name": "createGroq", "kind": "function", "deprecated": False}
    found = {"status": "ported", "python": "ai_sdk.providers.groq.create_groq", "note": None}
    assert row | found in printed["packages"][0]["exports"]


def test_the_command_knows_its_packages() -> None:
    with pytest.raises(SystemExit, match="there is no package nothing"):
        main(["surface", "--package", "nothing"])
