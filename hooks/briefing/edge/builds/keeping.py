"""Keeps what the next build may use of this one."""

from __future__ import annotations

import marshal
import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing import retelling
from briefing.edge.content.assemble import Checked
from briefing.edge.kept import last_build
from briefing.edge.kept.blobs import Blobs
from briefing.edge.kept.last_build import Drawn, LastBuild, Listed
from briefing.edge.kept.made_by import Asked, MadeBy
from briefing.edge.kept.stamps import Stamp
from briefing.edge.mkdocs.page_writer import Stage
from briefing.edge.mkdocs.running import Ran
from briefing.edge.packing import Packer
from briefing.link import above
from briefing.link.anchored import OF_PAGES
from briefing.link.document import Linked
from briefing.link.known import Known
from briefing.link.renditions import anchors, written
from briefing.link.texts import Key, not_published
from briefing.model.problem import Problem
from briefing.model.source import SrcUri
from briefing.pages import search_update
from briefing.pages.manifest import PAGE
from briefing.retelling import Told
from briefing.validate import gone

LEFT = frozenset(("B502", "B509", "B510"))
"""Problems of texts that the check of all documents alone finds."""


def keep(asked: Asked, by: MadeBy, sources: Mapping[str, Stamp], checked: Checked, ran: Ran) -> None:
    """Keep a build that has ended well; `sources` are the stamps from before anything was read."""
    blobs = Blobs(last_build.place(asked), anew=True)
    try:
        drawn = dict(_drawn(ran.stage, blobs))
        listed = {
            address: Listed(blobs.put(shown), url) for address, (shown, url) in ran.stage.listed.items()
        }
        told = {uri: blobs.put(known).packed for uri, known in _told(checked, ran)}
    finally:
        blobs.close()
    samples = dict(ran.stage.samples) if len(drawn) == len(ran.stage.written) else {}
    kept = _state(by, sources, checked, ran)
    last_build.keep(asked, replace(kept, drawn=drawn, samples=samples, listed=listed, told=told))


def _drawn(stage: Stage, blobs: Blobs) -> Iterator[tuple[str, bytes]]:
    """The pages of which all is kept, packed."""
    for name, one in stage.written.items():
        if one.kept:
            filling, shown = stage.of(one.kept)
            yield name, Drawn(one.digest, blobs.put(filling), blobs.put(shown)).packed


def _state(by: MadeBy, sources: Mapping[str, Stamp], checked: Checked, ran: Ran) -> LastBuild:
    """All but what lies in a file of its own."""
    checks, build = checked.checks, ran.assembly.build
    content, released = checks.content, build.edition.content
    configured, highest = checked.configuration, above.highest_profile(content)
    known = Known.of(content, checks.texts)
    assert ran.site
    seen = known if released is content else Known.of(released, build.texts)
    return LastBuild(
        made_by=by.tool,
        look=by.look,
        sources=sources,
        texts={source.uri: last_build.digest_of(source) for source in checks.given.sources},
        site=ran.site.files,
        before=None,
        manifest=ran.site.manifest,
        problems=checked.problems,
        documents=checks.document_count,
        drawn={},
        listed={},
        told={},
        shells=dict(ran.stage.shells),
        samples={},
        canonical_urls=tuple(ran.canonical_urls),
        beside=frozenset(ran.stage.beside),
        programs=ran.stage.renderer.site,
        templates={key: marshal.dumps(code) for key, code in ran.stage.renderer.compiled.codes.items()},
        known=pickle.dumps((known, seen), pickle.HIGHEST_PROTOCOL),
        has_higher=any(one.marking < highest for one in content.documents.values()),
        settings=replace(configured.settings, authors=dict(configured.settings.authors)),
        extensions=configured.extensions,
        extension_configs={name: dict(one) for name, one in configured.extension_configs.items()},
        numbers={page.entry.location: number for number, page in enumerate(ran.stage.search.pages)},
        texts_size=ran.stage.search.size,
        parts=dict(ran.parts),
        untold=tuple(gone.untold(content, checked.audience)),
    )


def _told(checked: Checked, ran: Ran) -> Iterator[tuple[SrcUri, bytes]]:
    """What is known of each document that may be told anew."""
    packer = Packer()
    checks, build = checked.checks, ran.assembly.build
    wrong = defaultdict[str, set[Problem]](set)
    for problem in checked.problems:
        wrong[problem.file].add(problem)
    parsed = {one.uri: one for one in checks.reading.parsed if one.uri in wrong}
    statuses = not_published(checks.content)
    sources = {source.uri: source for source in checks.given.sources}
    pages = {page.entry.location: page for page in ran.stage.search.pages}
    asked = retelling.asked([*checks.texts.values(), *build.texts.values()])
    short = _short(checks.texts) | _short(build.texts)
    for ref, document in build.edition.content.documents.items():
        made = ran.stage.written.get(f"{document.address}{PAGE}")
        if made is None or made.kept is None or ref in short or not retelling.is_simple(document):
            continue
        source, text, whole = sources[document.uri], build.texts[ref], checks.texts[ref]
        found = wrong.get(document.uri, set())
        own: frozenset[Problem] = frozenset()
        if found:
            converted = checks.converted[written(document)]
            own = retelling.of_text(source, parsed[document.uri], document, converted, whole, statuses)
        if not own <= found or any(one.is_error or one.count > 1 or one.code in LEFT for one in found):
            continue
        led = retelling.digest(whole)
        told = Told(
            ref=ref,
            matter=retelling.digest_of_matter(source, document.body),
            led=led,
            asked=frozenset(one for one in asked.get(ref, ()) if not one.startswith(OF_PAGES))
            - anchors(document),
            led_released=led if text is whole else retelling.digest(text),
            problems=own,
            search=search_update.Told.of(pages[document.address], text),
        )
        yield document.uri, packer.pack(told)


def _short(texts: Mapping[Key, Linked]) -> frozenset[Key]:
    """Documents that link to a place that is not there, or of which one is missed."""
    return frozenset(
        one for key, text in texts.items() for anchored in text.short for one in (key, anchored.ref)
    )
