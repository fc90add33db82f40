"""Markdown in, safe HTML out, with its outline, its prose and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown import Markdown

from briefing.convert import limits, removals, sanitise
from briefing.convert.converted import Converted
from briefing.convert.finding import Finding
from briefing.convert.handlinks import NAME_OF_TARGET, HandLinks
from briefing.convert.places import Places
from briefing.convert.plain_text import PlainText
from briefing.convert.survey import survey
from briefing.convert.tidy import tidy

END = "<p>\U0010fffd</p>"
"""A paragraph of our own: where it is missing after cleaning, something swallowed the end of the page."""
RAW_HTML = (("preprocessors", "html_block"), ("inlinePatterns", "html"))


class Converter:
    """Converts one body after the other; its one instance of Python-Markdown keeps nothing between them."""

    def __init__(self, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]) -> None:
        self._extensions = tuple(extensions)
        self._configs = extension_configs
        self._markdown = self._made()

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        """The body as the page shows it; ids in `taken` are the page's own, and nothing in it gets one."""
        body = limits.flattened(body.replace(NAME_OF_TARGET, ""))
        refusal = limits.excess(body)
        if refusal:
            return Converted(findings=(refusal,))
        try:
            clean, findings = self._clean(body)
        except RecursionError:
            self._markdown = self._made()
            return Converted(findings=(limits.too_deep(),))
        return replace(survey(tidy(clean, taken)), findings=findings)

    def _clean(self, body: str) -> tuple[str, tuple[Finding, ...]]:
        raw = self._markdown.reset().convert(body)
        findings = tuple(removals.find(raw, body, Places(body)))
        clean, end, rest = sanitise.clean(f"{raw}\n{END}").rpartition(END)
        if end:
            return f"{clean.rstrip()}{rest}", findings
        without = self._made()
        for registry, name in RAW_HTML:
            getattr(without, registry).deregister(name)
        return sanitise.clean(without.convert(body)), (*findings, removals.never_closed())

    def _made(self) -> Markdown:
        return Markdown(
            extensions=[*self._extensions, HandLinks(), PlainText()],
            extension_configs={name: dict(config) for name, config in self._configs.items()},
        )
