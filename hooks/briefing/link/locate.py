"""Where mentions stand in the source: for reports, which show authors their own text.

Words are dyed in the source, each with a sign of its own that no text uses, and the dyed source is converted
once more. Where washing the dye out of the prose leaves the prose as it was, each sign tells whence its word
came.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing.convert.converted import Span
from briefing.convert.prose import Prose
from briefing.link.mentions import Mention

FIRST_DYE = 0xF0000
LAST_DYE = 0xFFFFD
DYE = re.compile(f"[{chr(FIRST_DYE)}-{chr(LAST_DYE)}]")
MOST_CONVERSIONS = 64

WORD = re.compile(r"[^\W_]+")
# Where a sign more would make another thing of the Markdown around it.
UNDYED = re.compile(
    r"""
      ^[ ]{0,3}\[(?!\^)[^\]\n]*\]:.*                # the definition of a reference
    | ^[ ]{0,3}\*\[[^\]\n]*\]:.*                    # of an abbreviation
    | ^[ \t>]*(?:`{3,}|~{3,}|:{3,}|!!!|[?]{3}|===).*   # the first line of a fence, of an admonition
    | \[\^[^\]\n]*\]                                # the sign of a note
    | \]\([^)\n]*\)                                 # where a link leads
    | \]\[[^\]\n]*\]                                # the label of a reference
    | \[\[[^\]|\n]*                                 # the target of a link by hand
    | \{(?:[:]|[ ]*[#.]|[^{}\n]*=)[^}\n]*\}          # a list of attributes
    | <[A-Za-z/!?][^>\n]*>                          # a tag, an address
    | https?://\S+
    | &\#?\w+;                                      # an entity
    """,
    re.MULTILINE | re.VERBOSE,
)

Reader = Callable[[str], Prose]


def locate(body: str, prose: Prose, mentions: Sequence[Mention], read: Reader) -> tuple[Span | None, ...]:
    """Where in the body each mention stands, in Unicode code points; nothing for one without a place.

    `read` converts a body to its prose, as it did to give this one.
    """
    wanted = {word for mention in mentions for _, word in _ends(prose, mention)}
    places = [found.start() for found in WORD.finditer(_plain(body)) if found[0] in wanted]
    came_from = _dyed(body, prose, places, read)
    return tuple(_placed(body, prose, mention, came_from) for mention in mentions)


def _plain(body: str) -> str:
    """The body with blanks where no word may be dyed."""
    return UNDYED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def _ends(prose: Prose, mention: Mention) -> Iterator[tuple[int, str]]:
    """The first and the last word of a mention, and where in the prose they begin."""
    words = list(WORD.finditer(prose.text, mention.start, mention.end))
    for word in (words[0], words[-1]) if words else ():
        yield word.start(), word[0]


def _placed(body: str, prose: Prose, mention: Mention, came_from: Mapping[int, int]) -> Span | None:
    ends = list(_ends(prose, mention))
    if not ends or any(at not in came_from for at, _ in ends):
        return None
    (first, _), (last, word) = ends
    start = came_from[first] - (first - mention.start)
    end = came_from[last] + (mention.end - last)
    # Signs before the first word and after the last must stand in the source as they do in the prose.
    is_same = (
        body[start : came_from[first]] == prose.text[mention.start : first]
        and body[came_from[last] + len(word) : end] == prose.text[last + len(word) : mention.end]
    )
    return Span(start, end) if is_same and start < end else None


def _dyed(body: str, prose: Prose, places: Sequence[int], read: Reader) -> Mapping[int, int]:
    """For each word of the prose that took its dye, where it came from."""
    if DYE.search(body):
        return {}
    found: dict[int, int] = {}
    waiting = [list(places)[: LAST_DYE - FIRST_DYE]]
    for _ in range(MOST_CONVERSIONS):
        if not waiting:
            break
        batch = waiting.pop(0)
        seen = read(_with_dye(body, batch)).text
        if DYE.sub("", seen) == prose.text:
            found |= _read_off(seen, batch)
        elif len(batch) > 1:
            waiting += (batch[: len(batch) // 2], batch[len(batch) // 2 :])
    return found


def _with_dye(body: str, places: Iterable[int]) -> str:
    parts: list[str] = []
    at = 0
    for index, place in enumerate(places):
        parts += (body[at:place], chr(FIRST_DYE + index))
        at = place
    return "".join((*parts, body[at:]))


def _read_off(seen: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    for washed_out, dye in enumerate(DYE.finditer(seen)):
        yield dye.start() - washed_out, places[ord(dye[0]) - FIRST_DYE]
