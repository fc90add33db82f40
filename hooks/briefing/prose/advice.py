"""Everything that the prose checks have to say of some documents, in order of file and line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.convert.converted import Converted
from briefing.link.document import Linked
from briefing.link.named import named
from briefing.link.renditions import Written
from briefing.link.texts import Key
from briefing.model.content import Content
from briefing.model.problem import Problem, told
from briefing.model.source import SrcUri
from briefing.prose import dates, names, nearly, surnames
from briefing.prose.reading import Prose
from briefing.wire.names import Known


def of(
    content: Content,
    converted: Mapping[Written, Converted],
    linked: Mapping[Key, Linked],
    is_wanted: Callable[[SrcUri], bool],
) -> tuple[Problem, ...]:
    """Advice on the documents that are wanted; what is said of one takes all the others into account."""
    known, shared, carried = Known.of(tuple(named(content))), surnames.shared(content), dates.carried(content)
    places, near, found = names.places(content), nearly.of(known.table), set[Problem]()
    for document in content.documents.values():
        if is_wanted(document.uri):
            prose = Prose.of(document, converted, linked)
            found |= {
                *names.unknown(prose, known, places, near),
                *surnames.ambiguous(prose, shared, known),
                *dates.untold(prose, carried),
            }
    return told(found)
