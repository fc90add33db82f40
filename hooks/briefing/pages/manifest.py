"""What a site is made of, for those who check a copy of it: `/manifest.json`.

One object: `format` (1), `audience` (its name and highest marking), `today`, `made_with` (versions of the
tool and of the libraries that shape the bytes), `content` (a digest of what was released, the same whatever
tool shows it) and `files`: size and SHA-256 of each file of the site, this one and its signature apart.
Nothing in it depends on the machine, the clock or what the audience may not see.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model.content import AnyDocument, Content, HandPage
    from briefing.views.edition import Edition

FILE = "manifest.json"
SIGNATURE = f"{FILE}.minisig"
FORMAT = 1
PAGE = "index.html"
BEFORE, BETWEEN, AFTER = '"files": {\n', ",\n", "\n }"
"""What stands around the lines of the files, and between them."""
CONTENT = re.compile(r'"content": "[0-9a-f]*"')
FILE_OF = "file:"
"""What begins the key of an attached file: no ref and no address begins so."""


class Sum(NamedTuple):
    """What a file is known by."""

    size: int
    sha256: str


def sum_of(data: bytes) -> Sum:
    """What a file of these bytes is known by."""
    return Sum(len(data), hashlib.sha256(data).hexdigest())


def write(
    edition: Edition, files: Mapping[str, Sum], parts: Mapping[str, str], made_with: Mapping[str, str]
) -> bytes:
    """The manifest of a site of these files; `parts` are what its content says."""
    audience = edition.settings.audience
    whole = {
        "format": FORMAT,
        "audience": {"name": audience.name, "highest": audience.highest.value},
        "today": edition.today.isoformat(),
        "made_with": dict(made_with),
        "content": digest(parts.values()),
    }
    return as_json(whole, files)


def as_json(whole: Mapping[str, object], files: Mapping[str, Sum]) -> bytes:
    """A manifest as its file holds it, each of the site's files on a line of its own."""
    head, _, tail = json.dumps({**whole, "files": None}, sort_keys=True, indent=1).partition('"files": null')
    return _joined(
        f"{head}{BEFORE}", {name: _row(name, one) for name, one in files.items()}, AFTER + tail + "\n"
    )


def edited(
    data: bytes, names: Iterable[str], content: str, files: Mapping[str, Sum], gone: Collection[str]
) -> bytes:
    """A manifest of which some files are other ones, new or gone, and the content is another.

    `names` are those of its files in order; to read and write each of its lines takes five times as long.
    """
    head, before, rest = data.decode("ascii").partition(BEFORE)
    lines, after, tail = rest.partition(AFTER)
    rows = dict(zip(names, lines.split(BETWEEN), strict=True))
    for name in gone:
        rows.pop(name, None)
    rows |= {name: _row(name, one) for name, one in files.items()}
    return _joined(CONTENT.sub(f'"content": "{content}"', head) + before, rows, after + tail)


def _joined(before: str, rows: Mapping[str, str], after: str) -> bytes:
    return f"{before}{BETWEEN.join([rows[name] for name in sorted(rows)])}{after}".encode("ascii")


def _row(name: str, one: Sum) -> str:
    return f'  {json.dumps(name)}: {{"sha256": "{one.sha256}", "size": {one.size}}}'


def digest(parts: Iterable[str]) -> str:
    """What documents, pages and attached files say together, in 64 letters."""
    return hashlib.sha256("\n".join(parts).encode("ascii")).hexdigest()


def parts(content: Content, attached: Mapping[str, Sum]) -> dict[str, str]:
    """Of each document, page and attached file what it says, in 64 letters."""
    documents = {str(ref): of_body(str(ref), one) for ref, one in content.documents.items()}
    pages = {str(address): of_body(address, one) for address, one in content.pages.items()}
    files = {f"{FILE_OF}{name}": _of_file(name, one) for name, one in attached.items()}
    return documents | pages | files


def of_body(key: str, body: AnyDocument | HandPage) -> str:
    """What a document or page says, under its ref or address."""
    return hashlib.sha256(json.dumps([key, *_said(body)], sort_keys=True).encode("ascii")).hexdigest()


def addresses(files: Iterable[str]) -> frozenset[str]:
    """The addresses of the pages among the files of a site: `briefs/harbour/`."""
    return frozenset(name.removesuffix(PAGE) for name in files if f"/{name}".endswith(f"/{PAGE}"))


def _of_file(name: str, known: Sum) -> str:
    return hashlib.sha256(json.dumps([name, known.sha256]).encode("ascii")).hexdigest()


def _said(body: AnyDocument | HandPage) -> tuple[object, ...]:
    # Without defaults, so that a new field changes no old digest. What Pydantic would warn of are values of
    # the right kind that were set after validation.
    matter = body.matter.model_dump(mode="json", exclude_defaults=True, warnings="none")
    return body.marking.value, body.language, matter, body.body
