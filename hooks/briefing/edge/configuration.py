"""The configuration of a build: the tool's mkdocs.yml, with what a content root may set laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from briefing.edge import disk
from briefing.model.problem import Problem, problem
from briefing.model.settings import Settings
from briefing.model.source import TOP, SrcUri
from briefing.parse import tree
from briefing.parse.tree import Tree
from briefing.validate import settings as settings_check
from briefing.validate.nearest import did_you_mean

TOOL = Path(__file__).resolve().parents[3]
FILE = SrcUri("mkdocs.yml")
OPEN_KEYS = frozenset(
    {
        "site_name", "site_description", "site_author", "site_url", "copyright", "repo_url", "repo_name",
        "edit_uri", "edit_uri_template", "remote_branch", "remote_name", "dev_addr", "extra", "theme",
    }
)  # fmt: skip
"""What a content root may set; all else is code or shape, and comes from the tool."""
OPEN_THEME_KEYS = frozenset({"language", "direction", "logo", "favicon", "palette", "name"})


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
    problems: tuple[Problem, ...]


def load(root: Path, audience: str | None = None) -> Configuration:
    """The configuration of a content root; what is wrong in its mkdocs.yml is among the problems."""
    base: dict[str, Any] = yaml_load((TOOL / "mkdocs.yml").read_text(encoding="utf-8"))
    own, places, problems = _own(root) if root != TOOL else ({}, _places(root), [])
    values = {key: value for key, value in own.items() if key in OPEN_KEYS}
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
        problems=tuple(sorted(problems)),
    )


def _places(root: Path) -> Tree | None:
    """Where the keys of a mkdocs.yml stand, so far as it can be read without its tags."""
    path = root / FILE
    return tree.read(path.read_text(encoding="utf-8"), FILE, 1)[0] if path.is_file() else None


def _own(root: Path) -> tuple[dict[str, Any], Tree | None, list[Problem]]:
    """What a content root's mkdocs.yml says, and what it may not say."""
    path = root / FILE
    if not path.is_file():
        return {}, None, []
    source = disk.read_source(path, FILE)
    if isinstance(source, Problem):
        return {}, None, [source]
    found, problems = tree.read(source.text, FILE, 1)
    if found is None:
        return {}, None, list(problems) if source.text.strip() else []
    values = yaml.safe_load(source.text)
    return values, found, [*problems, *_closed(values, found)]


def _closed(values: Mapping[str, Any], found: Tree) -> Iterator[Problem]:
    for key in values:
        if key not in OPEN_KEYS:
            remedy = (
                did_you_mean(key, OPEN_KEYS)
                or f"delete it; a content root may set: {', '.join(sorted(OPEN_KEYS))}"
            )
            yield problem(
                "B902", FILE, found.places[(key,)], f"`{key}` cannot be set by a content root", remedy
            )
    theme = values.get("theme")
    for key in theme if isinstance(theme, dict) else ():
        if key not in OPEN_THEME_KEYS:
            at = found.places[("theme", key)]
            yield problem("B902", FILE, at, f"`theme.{key}` cannot be set by a content root")
    for key in ("extra", "theme"):
        if (
            key in values
            and not isinstance(values[key], dict)
            and not (key == "theme" and values[key] == "material")
        ):
            yield problem("B901", FILE, found.places[(key,)], f"`{key}` must have keys and values")


def _theme(theme: Any) -> dict[str, Any]:
    own = theme if isinstance(theme, dict) else {}
    return {key: value for key, value in own.items() if key in OPEN_THEME_KEYS - {"name"}}


def _laid_over(base: Mapping[str, Any], own: Any) -> dict[str, Any]:
    """`extra` key by key, and `extra.briefing` likewise."""
    own = own if isinstance(own, dict) else {}
    laid = {**base, **own}
    settings = [part.get("briefing") for part in (base, own)]
    laid["briefing"] = {
        key: value for part in settings if isinstance(part, dict) for key, value in part.items()
    }
    return laid


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
