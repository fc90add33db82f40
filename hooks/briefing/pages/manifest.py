"""What a site is made of, for those who check a copy of it: `/manifest.json`.

One object: `format` (1), `audience` (its name and highest marking), `today`, `made_with` (versions of the
tool and of the libraries that shape the bytes), `content` (a digest of what was released, the same whatever
tool shows it) and `files`: size and SHA-256 of each file of the site, this one and its signature apart.
Nothing in it depends on the machine, the clock or what the audience may not see.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.model.content import AnyDocument, Content, HandPage
from briefing.views.edition import Edition

FILE = "manifest.json"
SIGNATURE = f"{FILE}.minisig"
FORMAT = 1
PAGE = "index.html"


class Sum(NamedTuple):
    """What a file is known by."""

    size: int
    sha256: str


def write(
    edition: Edition, files: Mapping[str, Sum], attached: Collection[str], made_with: Mapping[str, str]
) -> bytes:
    """The manifest of a site of these files; `attached` are those that came with the documents."""
    audience = edition.settings.audience
    whole = {
        "format": FORMAT,
        "audience": {"name": audience.name, "highest": audience.highest.value},
        "today": edition.today.isoformat(),
        "made_with": dict(made_with),
        "content": digest(edition.content, {name: files[name] for name in attached}),
        "files": {name: one._asdict() for name, one in files.items()},
    }
    return (json.dumps(whole, sort_keys=True, indent=1) + "\n").encode("ascii")


def digest(content: Content, attached: Mapping[str, Sum]) -> str:
    """What documents, pages and attached files say, in 64 letters."""
    found = hashlib.sha256()
    for part in _parts(content, attached):
        found.update(json.dumps(part, sort_keys=True).encode("ascii") + b"\n")
    return found.hexdigest()


def addresses(files: Iterable[str]) -> frozenset[str]:
    """The addresses of the pages among the files of a site: `briefs/harbour/`."""
    return frozenset(name.removesuffix(PAGE) for name in files if f"/{name}".endswith(f"/{PAGE}"))


def _parts(content: Content, attached: Mapping[str, Sum]) -> Iterator[object]:
    for ref, document in content.documents.items():
        yield [str(ref), *_said(document)]
    for address, page in content.pages.items():
        yield [address, *_said(page)]
    for name, one in attached.items():
        yield [name, one.sha256]


def _said(body: AnyDocument | HandPage) -> tuple[object, ...]:
    # Without defaults, so that a new field changes no old digest. What Pydantic would warn of are values of
    # the right kind that were set after validation.
    matter = body.matter.model_dump(mode="json", exclude_defaults=True, warnings="none")
    return body.marking.value, body.language, matter, body.body
