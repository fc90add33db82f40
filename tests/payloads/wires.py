"""Wire texts from hostile agencies, for the import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from payloads.catalogue import Texts

WIRE = """{0}
{1}
By {2}
{3}, Nov. 1 ({4}) - {5} Ministers met on Friday.

{6}

"{7}" said Zed {8}, who will return on 5 December 2025.

{9}
"""


def every(texts: Texts, count: int) -> Iterator[str]:
    """Wire texts with a payload in each part: headline, deck, byline, dateline, agency, paragraphs, quotes."""
    for _ in range(count):
        yield WIRE.format(*(texts.deal("wire").text for _ in range(10)))


def in_markdown(texts: Sequence[str]) -> Iterator[str]:
    """Wire texts whose paragraphs are payloads of bodies, block by block."""
    for number in range(0, len(texts), 60):
        blocks = "\n\n".join(texts[number : number + 60])
        yield f"Report {number} of the talks\nPARIS, Nov. 1 (Reuters) - Ministers met.\n\n{blocks}\n"
