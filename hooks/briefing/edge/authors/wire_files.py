"""Wire texts in from files and standard input, drafts out as new files; nothing is overwritten."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefing.edge.content import configuration, disk, overlays
from briefing.edge.content.roots import Root
from briefing.link.named import named
from briefing.model import slug
from briefing.model.marking import Marking
from briefing.model.ref import Kind
from briefing.parse import documents as parse
from briefing.validate import content as validate
from briefing.wire import document, draft, encoding
from briefing.wire.draft import Draft
from briefing.wire.names import Known

STANDARD_INPUT = "-"
ARTICLES = Path("docs/articles")
SIZE_LIMIT = 300_000
"""Bytes of one report: some 50,000 words."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that gave no draft: why, and what to do."""

    file: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file and the draft made of it."""

    file: str
    encoding: str
    draft: Draft

    def as_dict(self) -> dict[str, Any]:
        """The draft as the JSON form has it."""
        one = self.draft
        return {
            "file": self.file,
            "id": one.id,
            "title": one.title,
            "deck": list(one.deck),
            "place": one.place,
            "date": one.day.isoformat() if one.day else None,
            "date_assumed": one.day_is_assumed,
            "date_words": one.day_words,
            "byline": one.byline,
            "agency": one.agency,
            "dateline": one.dateline,
            "paragraphs": list(one.paragraphs),
            "removed": list(one.removed),
            "actors": one.ids(Kind.ACTOR),
            "agreements": one.ids(Kind.AGREEMENT),
            "topics": one.ids(Kind.TOPIC),
            "unknown_names": list(one.unknown_names),
            "events": [
                {
                    "date": event.date,
                    "words": event.words,
                    "sentence": event.sentence,
                    "paragraph": event.paragraph,
                    "basis": "expected" if event.is_ahead else "reported",
                }
                for event in one.events
            ],
            "open_dates": list(one.untold),
            "encoding": self.encoding,
            "warnings": list(one.warnings),
        }


@dataclass(frozen=True, slots=True)
class Existing:
    """What the content roots hold that drafts depend on."""

    known: Known
    """The names and the articles of all roots."""
    marking: Marking
    """That of what says nothing of itself, in the root that was named last."""


def survey(root: Path, over: Sequence[Root] = ()) -> Existing:
    """What the roots hold, whatever is wrong in some of their documents."""
    configured = configuration.load(root)
    laid = overlays.lay(disk.read(root), over, configured.settings)
    read = laid.disk
    checked = validate.check(
        parse.parse(read.sources), read.unreadable, read.files, configured.settings, date.max, laid.overlays
    )
    documents = checked.content.documents.items()
    taken = {
        name for ref, one in documents if ref.kind is Kind.ARTICLE for name in (ref.id, *one.matter.former)
    }
    folders = (root / ARTICLES, *(one.path / ARTICLES for one in over))
    taken |= {path.stem for folder in folders for path in folder.rglob("*.md")}
    *_, marking = (configured.settings.marking, *(one.marking for one in laid.overlays))
    return Existing(Known.of(tuple(named(checked.content)), frozenset(taken)), marking)


def read(name: str, names: Known, filed: date | None) -> Read | Refused:
    """The draft of a file, or of standard input for `-`."""
    shown = "standard input" if name == STANDARD_INPUT else name
    try:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1) if name == STANDARD_INPUT else _bytes(Path(name))
    except OSError as error:
        return Refused(shown, f"it cannot be read: {error.strerror}", "name a file that you may read")
    if len(data) > SIZE_LIMIT:
        return Refused(shown, f"it has more than {SIZE_LIMIT} bytes", "import one report a file")
    try:
        decoded = encoding.decode(data)
    except ValueError as error:
        return Refused(shown, str(error), "save it as plain text in UTF-8")
    try:
        return Read(name, decoded.encoding, draft.read(decoded.text, names, filed))
    except ValueError as error:
        return Refused(shown, str(error), "give the plain text of one report")


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def write(
    found: Sequence[Read], folder: Path, taken: frozenset[str], marking: Marking, *, with_text: bool
) -> Iterator[Path | Refused]:
    """One file a draft; two texts with one title get two ids, a file that is there stays as it is."""
    ours: set[str] = set()
    for one in found:
        id_ = one.draft.id
        path = folder / f"{id_}.md"
        if id_ in taken or (path.exists() and id_ not in ours):
            yield Refused(
                one.file,
                f"there is an article {id_} already",
                "rename or delete that one, or change the title",
            )
            continue
        id_ = slug.free(id_, ours | taken)
        ours.add(id_)
        path = folder / f"{id_}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(document.write(one.draft, marking, with_text=with_text))
        except OSError as error:
            yield Refused(
                one.file, f"{path} cannot be written: {error.strerror}", "write elsewhere with --out"
            )
        else:
            yield path
