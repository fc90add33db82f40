"""The configuration of a build: the tool's mkdocs.yml, with what a content root may set laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import material
from mkdocs.utils.yaml import yaml_load

from briefing.edge.content import disk, forge
from briefing.edge.tool import FILE, TOOL
from briefing.model.fields import Scalar, Tag
from briefing.model.marking import Marking
from briefing.model.problem import Problem, problem
from briefing.model.settings import Settings
from briefing.model.source import TOP, Place, Source
from briefing.parse import tree
from briefing.parse.tree import Tree
from briefing.validate import settings as settings_check
from briefing.validate import site

LOWEST_OVERLAY = Marking.GREEN
"""What is for everybody has no reason to lie in a repository that fewer people may clone."""
PICTURES = ("logo", "favicon")
LANGUAGES = Path(material.__file__).parent / "templates" / "partials" / "languages"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a build is set to."""

    root: Path
    values: Mapping[str, Any]
    """The keys that differ from the tool's mkdocs.yml, ready for MkDocs."""
    settings: Settings
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]
    site_name: str
    site_url: str
    pictures: Mapping[tuple[str, str], Place]
    """Where the root sets a picture of the theme, by its key and path; none where a setting is wrong."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OverlaySettings:
    """What an overlay may say of itself; all else is the base's to say."""

    floor: Marking
    marking: Marking
    edit_uri: str
    problems: tuple[Problem, ...]


def load(root: Path, audience: str | None = None) -> Configuration:
    """The configuration of a content root; what is wrong in its mkdocs.yml is among the problems."""
    return settle(root, written(root), audience)


def settle(root: Path, given: Source | Problem | None, audience: str | None = None) -> Configuration:
    """The configuration of a root whose mkdocs.yml says this; of the tool's own root, for the tool too."""
    if root == TOOL and isinstance(given, Source):
        base: dict[str, Any] = yaml_load(given.text)
        own, places, problems = dict[str, Any](), tree.read(given.text, FILE, 1)[0], list[Problem]()
    else:
        base = yaml_load((TOOL / FILE).read_text(encoding="utf-8"))
        own, places, problems = _own(given)
    values = {key: value for key, value in own.items() if key in site.KEYS}
    values |= forge.editing(base if root == TOOL else values)
    values["extra"] = _laid_over(base.get("extra", {}), own.get("extra", {}))
    values["theme"] = {**base["theme"], **_theme(own.get("theme"))}
    given = values["extra"].get("briefing")
    settings, complaints = settings_check.read(given if isinstance(given, dict) else {}, audience)
    for path, message, remedy in complaints:
        at = places.places[("extra", "briefing", *path)] if places else TOP
        problems.append(problem("B901", FILE, at, message, remedy))
    extensions, configs = _extensions(base.get("markdown_extensions", []))
    return Configuration(
        root=root,
        values=values,
        settings=settings,
        extensions=extensions,
        extension_configs=configs,
        site_name=str(values.get("site_name", base["site_name"])),
        site_url=str(values.get("site_url") or base.get("site_url") or ""),
        pictures={} if problems else _pictures(own.get("theme"), places),
        problems=tuple(sorted(problems)),
    )


def of_overlay(root: Path, settings: Settings) -> OverlaySettings:
    """The settings of an overlay; where it says nothing, none of it is for everybody."""
    return settle_overlay(written(root), settings)


def settle_overlay(given: Source | Problem | None, settings: Settings) -> OverlaySettings:
    """The settings of an overlay whose mkdocs.yml says this."""
    found, problems = _keys(given)
    wrong = [*site.check_overlay(found, FILE)] if found else []
    own = _plain(found.data) if found and not wrong else {}
    label = own.get("extra", {}).get("briefing", {}).get("marking")
    floor = settings_check.LABELS[label] if label else LOWEST_OVERLAY
    return OverlaySettings(
        floor=floor,
        marking=max(settings.marking, floor if label else Settings().marking),
        edit_uri=own.get("edit_uri") or "",
        problems=tuple(sorted((*problems, *wrong))),
    )


def _own(given: Source | Problem | None) -> tuple[dict[str, Any], Tree | None, list[Problem]]:
    """What a content root's mkdocs.yml says, and what it may not say."""
    found, problems = _keys(given)
    if found is None:
        return {}, None, problems
    values = _plain(found.data)
    return values, found, [*problems, *site.check(found, FILE), *_unspoken(values, found)]


def written(root: Path) -> Source | Problem | None:
    """A content root's mkdocs.yml, or what keeps it from being read; nothing where there is none."""
    path = root / FILE
    if path.is_symlink():
        return problem("B111", FILE, TOP, "a symbolic link stands here")
    return disk.read_source(path, FILE) if path.is_file() else None


def _keys(given: Source | Problem | None) -> tuple[Tree | None, list[Problem]]:
    """The keys of a content root's mkdocs.yml; nothing where there are none, or they cannot be read."""
    if given is None:
        return None, []
    if isinstance(given, Problem):
        return None, [given]
    if not any(line.strip() and not line.lstrip().startswith("#") for line in given.text.splitlines()):
        return None, []
    found, problems = tree.read(given.text, FILE, 1)
    return found, list(problems)


def _unspoken(values: Mapping[str, Any], found: Tree) -> Iterator[Problem]:
    """A language that the theme has no words in: without them no page can be made."""
    theme = values.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    known = sorted(path.stem for path in LANGUAGES.glob("*.html"))
    if language is not None and language not in known:
        what = f"`theme.language` is `{language}`, which the theme does not speak"
        yield problem(
            "B901", FILE, found.places[("theme", "language")], what, f"write one of: {', '.join(known)}"
        )


def _plain(value: Any) -> Any:
    """Settings as MkDocs takes them; a date that nobody quoted stays the text that it is."""
    match value:
        case dict():
            return {key: _plain(held) for key, held in value.items()}
        case list():
            return [_plain(held) for held in value]
        case Scalar(text, Tag.FLAG):
            return text.lower() in ("y", "yes", "true", "on")
        case Scalar(_, Tag.NOTHING):
            return None
        case Scalar(text, Tag.NUMBER) if text.isdecimal():
            return int(text)
        case Scalar(text):
            return text


def _theme(theme: Any) -> dict[str, Any]:
    own = theme if isinstance(theme, dict) else {}
    return {key: value for key, value in own.items() if key in site.THEME and key != "name"}


def _pictures(theme: Any, places: Tree | None) -> dict[tuple[str, str], Place]:
    own = _theme(theme)
    return {
        (key, str(own[key])): places.places[("theme", key)] if places else TOP
        for key in PICTURES
        if own.get(key)
    }


def _laid_over(base: Mapping[str, Any], own: Any) -> dict[str, Any]:
    """The tool's `extra`, and over its `briefing` what the root sets there, key by key."""
    parts = [part.get("briefing") for part in (base, own) if isinstance(part, dict)]
    settings = {key: value for part in parts if isinstance(part, dict) for key, value in part.items()}
    return {**base, "briefing": settings}


def _extensions(given: list[Any]) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """MkDocs' list of Markdown extensions as names and their settings."""
    names: list[str] = []
    configs: dict[str, dict[str, Any]] = {}
    for entry in given:
        for name, config in entry.items() if isinstance(entry, dict) else ((entry, None),):
            names.append(name)
            if config:
                configs[name] = config
    return tuple(names), configs
