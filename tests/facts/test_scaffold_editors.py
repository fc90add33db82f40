"""What editors are told: the dossier fits the schemas, mistakes do not, and the files are fresh."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from mkdocs import livereload

from briefing.edge import terminal
from briefing.edge.authors import new_document
from briefing.edge.tool import TOOL
from briefing.model.problem import problem
from briefing.model.ref import PROFILES, Kind
from briefing.model.source import Place, SrcUri
from briefing.scaffold import editors, schemas
from briefing.scaffold.known import Choice, Known
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


def test_every_key_says_what_it_is() -> None:
    silent = [
        (kind, entry, key)
        for kind in Kind
        for entry, properties in groups(schemas.of(kind, KNOWN))
        for key, told in properties.items()
        if not told.get("description")
    ]

    assert silent == []


def test_every_key_is_offered_in_front_matter_and_only_there() -> None:
    """VS Code takes front matter for YAML: what is for Markdown alone it does not offer there."""
    keys = {key for kind in Kind for _, properties in groups(schemas.of(kind, KNOWN)) for key in properties}

    assert keys <= {snippet["prefix"] for snippet in offered("yaml")}
    assert {snippet["prefix"] for snippet in offered("markdown")} == {
        f"→ {kind}/{choice.id}" for kind in PROFILES for choice in KNOWN.choices[kind]
    }


def groups(schema: Any) -> Any:
    """Every group of keys of a schema, with the name of the entry that it is."""
    for entry, group in (("", schema), *schema["definitions"].items()):
        for one in (group, *group.get("anyOf", ())):
            if "properties" in one:
                yield entry, one["properties"]


def offered(language: str, prefix: str | None = None) -> list[Any]:
    made = json.loads(editors.files(KNOWN)[editors.SNIPPETS]).values()
    return [one for one in made if language in one["scope"].split(",") and prefix in (None, one["prefix"])]


@pytest.mark.parametrize(
    ("key", "begins"),
    [
        ("status", ["status: ${1|draft,review,published,withdrawn|}"]),
        ("topics", ["topics: [${1|defence-cooperation,"]),
        ("part_of", ["part_of: ${1|admm-plus,"]),
        ("about", ["about: [${1|actors/admm-plus,"]),
        ("authors", ["authors:", "  - $1"]),
        ("outcome", ["outcome:", "  $1"]),
        ("question", ["question: $1"]),
    ],
)
def test_a_key_comes_with_what_it_takes(key: str, begins: list[str]) -> None:
    (made,) = offered("yaml", key)

    assert [line.startswith(start) for line, start in zip(made["body"], begins, strict=True)] == [True] * len(
        begins
    )


def test_the_words_of_a_key_are_found_where_it_stands_already() -> None:
    """VS Code looks for what is left of the cursor at the beginning of prefixes."""
    found = [one["body"] for one in offered("yaml") if one["prefix"].startswith("status: ")]

    assert found == [[f"status: {word}"] for word in ("draft", "published", "review", "withdrawn")]


def test_a_key_that_only_some_documents_may_have_is_offered_in_these() -> None:
    kinds, changes = sorted(offered("yaml", "kind"), key=lambda one: len(one["include"][0]))

    assert kinds["include"] == ["**/docs/agreements/**/*.md"]
    assert "deal" in kinds["body"][0]
    assert "briefs" in changes["include"][0]
    assert "correction" in changes["body"][0]


def test_what_is_no_id_is_not_offered() -> None:
    """A snippet can ask the editor for more than text, for the clipboard say."""
    known = replace(KNOWN, choices={**KNOWN.choices, Kind.TOPIC: (Choice("$CLIPBOARD|}", "x"),)})

    assert "CLIPBOARD" not in editors.files(known)[editors.SNIPPETS]


def test_no_two_documents_share_a_snippet() -> None:
    same = (Choice("john-smith", "John Smith"), Choice("john-smith-2", "John Smith"))
    known = replace(KNOWN, choices={**KNOWN.choices, Kind.ACTOR: same})

    found = {one["prefix"] for one in json.loads(editors.files(known)[editors.SNIPPETS]).values()}

    assert {"→ john-smith", "→ john-smith-2", "→ actors/john-smith-2"} <= found


def test_the_check_task_reads_what_check_py_says(capsys: pytest.CaptureFixture[str]) -> None:
    pattern = re.compile(matcher("Check")["pattern"]["regexp"])
    terminal.show([problem("B201", SrcUri("briefs/2025/x.md"), Place(3, 1), "unknown key `x`")])

    found = pattern.fullmatch(capsys.readouterr().out.strip())

    assert found
    assert found.groups()[:5] == ("briefs/2025/x.md", "3", "1", "error", "B201")
    assert found[6].startswith("unknown key `x` — ")


def test_two_problems_at_one_place_are_two_to_vs_code(capsys: pytest.CaptureFixture[str]) -> None:
    """It holds those for one whose file, place, severity and code are the same, whatever they say."""
    pattern = re.compile(matcher("Check")["pattern"]["regexp"])
    places = [(key, f"`{key}` is missing") for key in ("authors", "summary")]
    terminal.show([problem("B202", SrcUri("briefs/x.md"), Place(2, 1), said) for _, said in places])

    found = [pattern.fullmatch(line) for line in capsys.readouterr().out.splitlines()]

    assert [one and one[5] for one in found] == ["B202 `authors`", "B202 `summary`"]
    assert all(one and one[6].startswith(said) for one, (_, said) in zip(found, places, strict=True))


def test_the_preview_task_knows_when_what_is_said_is_all_and_when_it_is_old(
    capsys: pytest.CaptureFixture[str],
) -> None:
    preview = matcher("Preview")
    begins, ends = (re.compile(preview["background"][name]) for name in ("beginsPattern", "endsPattern"))
    terminal.say(terminal.count([], 1))

    assert preview["pattern"] == matcher("Check")["pattern"]
    assert ends.fullmatch(capsys.readouterr().err.strip())
    assert 'log.info("Detected file changes")' in Path(livereload.__file__).read_text(encoding="utf-8")
    assert begins.search("[08:52:04] Detected file changes")
    assert begins.search("The code has changed: starting again.")


def test_every_task_runs_a_command_of_ours() -> None:
    tasks = jsonc(".vscode/tasks.json")["tasks"]

    assert {task["label"]: " ".join(task["args"]) for task in tasks} == {
        "Check": "scripts/check.py",
        "Mend this document": "scripts/check.py --fix ${file}",
        "New document": "scripts/new.py",
        "Preview": "scripts/serve.py",
    }
    assert all((TOOL / task["args"][0]).is_file() for task in tasks)


def matcher(label: str) -> Any:
    (task,) = (one for one in jsonc(".vscode/tasks.json")["tasks"] if one["label"] == label)
    return task["problemMatcher"]


def settings() -> Any:
    return jsonc(".vscode/settings.json")


def jsonc(name: str) -> Any:
    text = (TOOL / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
