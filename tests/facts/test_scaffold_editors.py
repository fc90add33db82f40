"""What editors are told: the dossier fits the schemas, mistakes do not, and the files are fresh."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from mkdocs import livereload

from briefing.edge import new_document, terminal
from briefing.edge.configuration import TOOL
from briefing.model.problem import problem
from briefing.model.ref import Kind
from briefing.model.source import Place, SrcUri
from briefing.scaffold import editors, schemas
from briefing.scaffold.known import Known
from briefing.validate import references

KNOWN: Known = new_document.survey(TOOL).known
DOCUMENTS = sorted(
    path
    for folder in ("briefs", *(f"docs/{kind}" for kind in Kind))
    for path in (TOOL / folder).rglob("*.md")
)


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2's core schema: days are text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def matter(path: Path) -> Any:
    written, _ = YAMLHandler().split(path.read_text(encoding="utf-8"))
    return yaml.load(written, Loader=AsEditorsRead)


def kind_of(path: Path) -> Kind:
    parts = path.relative_to(TOOL).parts
    return Kind(parts[0] if parts[0] == "briefs" else parts[1])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_of_the_dossier_fits_its_schema(path: Path) -> None:
    validator = jsonschema.Draft7Validator(schemas.of(kind_of(path), KNOWN))

    assert [error.message for error in validator.iter_errors(matter(path))] == []


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"sumary": "x"}, "sumary"),
        ({"status": "final"}, "final"),
        ({"topics": ["tarifs"]}, "tarifs"),
        ({"topics": "trade"}, "trade"),
        ({"date": 2025}, "2025"),
        ({"marking": "TLP:RED"}, "TLP:RED"),
        ({"events": [{"date": "2025", "title": "x", "actors": ["rajnat-singh"]}]}, "rajnat-singh"),
        ({"judgements": [{"id": "j", "text": "x", "confidence": "low", "likelihood": "maybe"}]}, "maybe"),
        ({"judgements": [{"id": "j", "text": "x", "confidence": "low", "about": ["actors/x"]}]}, "actors/x"),
    ],
)
def test_a_mistake_shows_while_typing(wrong: dict[str, Any], where: str) -> None:
    good = {"title": "x", "summary": "x", "date": "2025-11-03", "authors": ["x"], "topics": ["trade"]}
    validator = jsonschema.Draft7Validator(schemas.of(Kind.BRIEF, KNOWN))

    assert validator.is_valid(good)
    assert any(where in error.message for error in leaves(validator.iter_errors(good | wrong)))


def leaves(errors: Any) -> Any:
    for error in errors:
        yield error
        yield from leaves(error.context)


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_one(kind: Kind) -> None:
    schema = schemas.of(kind, KNOWN)
    jsonschema.Draft7Validator.check_schema(schema)

    choices = list(enums(schema))
    assert choices
    assert [one for one in choices if len(set(one)) < len(one)] == [], "editors refuse the whole of it"


def enums(schema: Any) -> Any:
    """Every list of choices in a schema."""
    values = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict) and isinstance(schema.get("enum"), list):
        yield schema["enum"]
    for value in values:
        yield from enums(value)


def test_every_key_that_names_a_profile_offers_those_that_exist() -> None:
    """Which keys do is what the checks of references follow."""
    source = Path(references.__file__).read_text(encoding="utf-8")
    followed = re.findall(r'"(\w+)"\)?, Kind\.(ACTOR|TOPIC|AGREEMENT)', source)

    told = {**schemas.IDS, "supersedes": Kind.AGREEMENT}

    assert {(key, Kind[kind]) for key, kind in followed} <= set(told.items())


def test_the_files_in_the_repository_are_fresh() -> None:
    stale = [
        name
        for name, text in editors.files(KNOWN).items()
        if not (TOOL / name).is_file() or (TOOL / name).read_text(encoding="utf-8") != text
    ]

    assert not stale, "make them anew: python scripts/new.py schemas"


def test_every_schema_is_wired_for_documents_of_its_kind() -> None:
    wired = settings()["yaml.schemas"]
    made = {f"./{name}" for name in editors.files(KNOWN) if name.startswith(editors.FOLDER)}

    assert wired.keys() == made


def test_the_check_task_reads_what_check_py_says(capsys: pytest.CaptureFixture[str]) -> None:
    task = jsonc(".vscode/tasks.json")["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    said = problem("B202", SrcUri("briefs/2025/x.md"), Place(3, 1), "`summary` is missing")
    terminal.show([said])

    found = pattern.fullmatch(capsys.readouterr().out.strip())

    assert found and found.groups()[:5] == ("briefs/2025/x.md", "3", "1", "error", "B202")


def test_the_preview_task_knows_when_what_is_said_is_all_and_when_it_is_old(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check, _, preview = (task["problemMatcher"] for task in jsonc(".vscode/tasks.json")["tasks"])
    begins, ends = (re.compile(preview["background"][name]) for name in ("beginsPattern", "endsPattern"))
    terminal.say(terminal.count([], 1))

    assert preview["pattern"] == check["pattern"]
    assert ends.fullmatch(capsys.readouterr().err.strip())
    assert 'log.info("Detected file changes")' in Path(livereload.__file__).read_text(encoding="utf-8")
    assert begins.search("[08:52:04] Detected file changes")
    assert begins.search("The code has changed: starting again.")


def settings() -> Any:
    return jsonc(".vscode/settings.json")


def jsonc(name: str) -> Any:
    text = (TOOL / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
