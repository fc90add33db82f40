"""Hand-written pages, and what the tool adds to four: scales, markings, problem codes, a form."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.codes import GROUPS, RULES
from briefing.model.content import HandPage
from briefing.model.marking import Marking
from briefing.model.scale import SCALES, Scale
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.kinds import form
from briefing.views.parts import heads, judging, marking
from briefing.views.shapes.pages import AboutShown, Band, Group, Heading, Link, RuleShown

LIKELIHOOD, MARKINGS, PROBLEMS, FORM = (
    Address("about/likelihood/"),
    Address("about/markings/"),
    Address("about/problems/"),
    Address("about/add-a-brief/"),
)
FORM_SCRIPTS = ("new-document.js", "new-document-checks.js", "add-a-brief.js")


def page(edition: Edition, written: HandPage) -> AboutShown:
    """A hand-written page with what belongs to its address."""
    address, text = written.address, edition.texts[written.address]
    scales = _scales(edition) if address == LIKELIHOOD else ()
    markings = (
        tuple(marking.shown(one) for one in Marking if one is not Marking.RED) if address == MARKINGS else ()
    )
    rules = _rules() if address == PROBLEMS else ()
    asked = form.shown(edition) if address == FORM else None
    contents = (
        *heads.sections(("br-form", "Fill in a form", asked)),
        *(Heading(one.id, one.text, 2) for one in text.headings if one.level == 2),
        *heads.sections(*((f"br-scale-{id_}", name, bands) for id_, name, bands in scales)),
        *heads.sections(("br-markings", "The labels", markings)),
        *heads.sections(*((group.anchor, group.heading, group.items) for group in rules)),
    )
    head = heads.of_hand_page(edition, written, contents)
    return AboutShown(
        head=replace(head, scripts=FORM_SCRIPTS) if asked else head,
        html=text.html,
        scales=scales,
        markings=markings,
        rules=rules,
        form=asked,
        pages=_others(edition, written),
    )


def _others(edition: Edition, written: HandPage) -> tuple[Link, ...]:
    """The other hand-written pages but for the home page."""
    others = (one for one in edition.content.pages.values() if one.address not in ("", written.address))
    return tuple(
        Link(heads.title(edition, one), one.address) for one in sorted(others, key=lambda one: one.address)
    )


def _scales(edition: Edition) -> tuple[tuple[str, str, tuple[Band, ...]], ...]:
    """The scale in use first."""
    in_use = edition.settings.scale
    ordered = (in_use, *(scale for scale in SCALES.values() if scale.id != in_use.id))
    return tuple((scale.id, scale.name, _bands(scale)) for scale in ordered)


def _bands(scale: Scale) -> tuple[Band, ...]:
    return tuple(Band(one.terms, one.low, one.high, judging.printed(one.printed)) for one in scale.bands)


def _rules() -> tuple[Group[RuleShown], ...]:
    shown = tuple(
        RuleShown(one.code, str(one.severity), one.title, one.why, one.remedy, one.example, one.mended)
        for one in RULES.values()
    )
    return tuple(
        Group(
            heading, f"br-rules-{prefix.lower()}", tuple(one for one in shown if one.code.startswith(prefix))
        )
        for prefix, heading in GROUPS.items()
    )
