"""Markdown in, safe HTML out, with its outline, its prose and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, TypeVar

from markdown import Markdown
from markdown.extensions import Extension

from briefing.convert import code, left_open, limits, removals, sanitise, sections, slips
from briefing.convert.contents import Contents
from briefing.convert.converted import Converted
from briefing.convert.finding import Finding
from briefing.convert.handlinks import NAME_OF_TARGET, HandLinks
from briefing.convert.idle_steps import IdleSteps
from briefing.convert.places import Places
from briefing.convert.plain_blocks import PlainBlocks
from briefing.convert.plain_text import PlainText
from briefing.convert.survey import survey
from briefing.convert.tidy import tidy
from briefing.parse.sections import read

END = "<p>\U0010fffd</p>"
"""A paragraph of our own: where it is missing after cleaning, something swallowed the end of the page."""
RAW_HTML = (("preprocessors", "html_block"), ("inlinePatterns", "html"))


Text = TypeVar("Text", bound=tuple[str, Collection[str]])
"""A body, and the ids that the page around it has taken."""


class DirectMarkdown(Markdown):
    """Markdown that knows extensions by their names, and seldom searches all that is installed for them."""

    def build_extension(self, ext_name: str, configs: Mapping[str, Any]) -> Extension:
        try:
            module = import_module(ext_name if "." in ext_name else f"markdown.extensions.{ext_name}")
            make: Callable[..., Extension] = module.makeExtension
        except (ImportError, AttributeError):
            return super().build_extension(ext_name, configs)
        return make(**configs)


class Converter:
    """Converts one body after the other; its one instance of Python-Markdown keeps nothing between them."""

    def __init__(self, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]) -> None:
        self._extensions = tuple(extensions)
        self._configs = extension_configs
        self._markdown = self._made()

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        """The body as the page shows it; ids in `taken` are the page's own, and nothing in it gets one."""
        body = limits.flattened(sections.without_signs(body.replace(NAME_OF_TARGET, "")))
        refusal = limits.excess(body)
        if refusal:
            return Converted(findings=(refusal,))
        marked = read(body)
        try:
            clean, findings = self._clean(body, sections.dressed(body, marked))
        except RecursionError:
            self._markdown = self._made()
            return Converted(findings=(limits.too_deep(),))
        placed = sections.placed(tidy(clean, taken), marked)
        found = survey(placed.html)
        prose = replace(found.prose, marked=placed.marked) if placed.marked else found.prose
        return replace(found, prose=prose, findings=(*findings, *placed.findings, *slips.find(found, body)))

    def all(self, texts: Collection[Text]) -> Mapping[Text, Converted]:
        """Several bodies, each with the ids that are taken around it."""
        return {text: self.convert(*text) for text in texts}

    def _clean(self, body: str, dressed: str) -> tuple[str, tuple[Finding, ...]]:
        """Clean HTML of the body, of which `dressed` is what Markdown is to see."""
        raw = self._markdown.reset().convert(dressed)
        if left_open.is_excessive(raw, body):
            return "", (limits.left_open(),)
        findings = tuple(removals.find(raw, body, Places(body)))
        clean, end, rest = sanitise.clean(f"{raw}\n{END}").rpartition(END)
        if end:
            return f"{clean.rstrip()}{rest}", findings
        without = self._made()
        for registry, name in RAW_HTML:
            getattr(without, registry).deregister(name)
        return sanitise.clean(without.convert(dressed)), (*findings, removals.never_closed())

    def _made(self) -> Markdown:
        configs = dict(self._configs)
        if code.EXTENSION in self._extensions:
            configs[code.EXTENSION] = {**configs.get(code.EXTENSION, {}), **code.Listings().settings()}
        return DirectMarkdown(
            extensions=[*self._extensions, HandLinks(), PlainText(), PlainBlocks(), IdleSteps(), Contents()],
            extension_configs={name: dict(config) for name, config in configs.items()},
        )
