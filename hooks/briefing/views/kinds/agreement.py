"""The page of an agreement: parties, signatories, stage and dates, what it follows, what follows it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import duration
from briefing.model.content import Document
from briefing.model.documents import Agreement
from briefing.model.edtf import Edtf
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition
from briefing.views.kinds import profile
from briefing.views.shapes.pages import AgreementShown, Fact, Signatory

ORDER = ("br-now", "br-timeline", "br-documents", "br-mentions", "br-past", "br-sources")


def page(edition: Edition, document: Document[Agreement]) -> AgreementShown:
    """All that the page of an agreement shows."""
    matter, ref, succession = document.matter, document.ref, edition.graph.succession
    shared = profile.profile(edition, document, _facts(edition, matter), profile.about(edition, ref))
    return AgreementShown(
        profile=profile.with_contents(edition, ref, shared, ORDER),
        short=matter.short or "",
        parties=edition.links(Ref(Kind.ACTOR, id_) for id_ in matter.parties),
        signatories=tuple(_signatories(edition, matter)),
        follows=edition.links(succession.predecessors.get(ref, ())),
        followed_by=edition.links(succession.successors.get(ref, ())),
    )


def _facts(edition: Edition, matter: Agreement) -> Iterator[Fact]:
    """Its card; of what its author left out nothing is said."""

    def dated(label: str, when: Edtf | None) -> Iterator[Fact]:
        if when:
            yield Fact(label, (edition.when(when).words,))

    if matter.stage:
        yield Fact("Stage", (matter.stage.replace("-", " "),))
    yield from dated("Signed", matter.signed)
    if matter.place:
        yield Fact("Place", (matter.place,))
    yield from dated("In force", matter.in_force)
    if matter.term:
        yield Fact("Term", (duration.in_words(matter.term, edition.settings.language),))
    yield from dated("Expires", matter.expires)
    if matter.binding is not None:
        yield Fact("Binding", ("yes" if matter.binding else "no",))


def _signatories(edition: Edition, matter: Agreement) -> Iterator[Signatory]:
    for one in matter.signatories:
        actor = edition.first_link([Ref(Kind.ACTOR, one.actor)]) if one.actor else None
        name = one.name or (actor.label if actor else "")
        if name:
            party = edition.first_link([Ref(Kind.ACTOR, one.party)]) if one.party else None
            yield Signatory(name, actor, party, one.title or "")
