"""Sites of content roots: all that would be written, by the pure stages alone, or as the build writes it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import FileSystemLoader

import _proof_root as roots
import build
from _proof_root import Files
from briefing import pipeline
from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.edge.content import assemble, configuration
from briefing.edge.content.assemble import Checked
from briefing.edge.content.attachments import Attachments
from briefing.edge.content.configuration import LOWEST_OVERLAY
from briefing.edge.content.roots import named
from briefing.edge.tool import TOOL
from briefing.link.texts import published_as
from briefing.model.marking import Audience
from briefing.model.overlay import Overlay
from briefing.model.refusal import Refusal
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pages import manifest, search_files
from briefing.pages.manifest import Sum
from briefing.pages.render import Compiled, Renderer
from briefing.parse.filing import is_ours
from briefing.strip import files as strip
from briefing.strip.stripped import Stripped

TODAY = date(2025, 12, 1)
TEMPLATES = FileSystemLoader(TOOL / "docs" / ".overrides")
BUNDLED = "bundle: "
"""Before the names of files in a bundle, to tell them from those of the site."""


class NotBuilt(Exception):
    """A build that should have been made ended without a site."""


class Remembering(Converter):
    """Converts each text once: what a text becomes depends on it alone."""

    def __init__(self, extensions: tuple[str, ...], configs: Mapping[str, Mapping[str, object]]) -> None:
        super().__init__(extensions, configs)
        self.known: dict[tuple[str, frozenset[str]], Converted] = {}

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        key = (body, frozenset(taken))
        if key not in self.known:
            self.known[key] = super().convert(body, taken)
        return self.known[key]


@lru_cache(maxsize=1024)
def stripped(uri: SrcUri, data: bytes) -> Stripped | Refusal:
    """A file as it may be published; the same few stand in many contents."""
    return strip.strip(uri, data)


@dataclass(frozen=True)
class Press:
    """Makes sites in memory, for the audiences of some settings."""

    settings: Settings
    configuration: configuration.Configuration
    converter: Remembering
    papers: bool = False
    """Whether whole builds print each brief."""
    compiled: Compiled = field(default_factory=Compiled)

    @classmethod
    def of(cls, settings: Settings, *, papers: bool = False) -> Press:
        with TemporaryDirectory(prefix="briefing-proof-") as empty:
            found = configuration.load(Path(empty))
        return cls(settings, found, Remembering(found.extensions, found.extension_configs), papers)

    def check(self, files: Files, authors: Mapping[str, str], laid_over: Collection[str] = ()) -> Checked:
        """A content, read and checked as a command does; the tool's own pages, which all see, are left out.

        What is laid over has the lowest floor that an overlay can have.
        """
        holds = frozenset(SrcUri(path) for path in laid_over if path in files)
        over = (Overlay("../over", LOWEST_OVERLAY, max(self.settings.marking, LOWEST_OVERLAY), holds),)
        given = pipeline.Input(
            sources=tuple(
                Source(SrcUri(path), content.decode("utf-8"))
                for path, content in sorted(files.items())
                if is_ours(SrcUri(path))
            ),
            files=frozenset(SrcUri(path) for path in files if not path.endswith(".md")),
            undecoded=(),
            settings=replace(self.settings, authors=authors),
            site_name=self.configuration.site_name,
            today=TODAY,
            overlays=over if holds else (),
            refusal=(held := Attachments(lambda uri: stripped(uri, files[uri]))).refusal,
        )
        checks = pipeline.check(given, self.converter)
        return Checked(
            self.configuration, layers=(), checks=checks, attachments=held, problems=checks.problems
        )

    def site(self, checked: Checked, audience: Audience) -> dict[str, bytes]:
        """Everything that would be written of a checked content for an audience."""
        given = checked.checks.given
        settings = replace(given.settings, audience=audience)
        checks = replace(checked.checks, given=replace(given, settings=settings))
        return written(replace(checked, checks=checks), self.compiled)


def written(checked: Checked, compiled: Compiled) -> dict[str, bytes]:
    """Pages with their heads, feeds, data, search entries, files and manifest, in the order of writing."""
    assembly = assemble.assemble(checked)
    made = assembly.build
    renderer = Renderer(TEMPLATES, compiled)
    found: dict[str, bytes] = {}
    for address, shown in made.shown.items():
        up = "/".join([".."] * address.count("/")) or "."
        said = (renderer.body(shown, up), renderer.aside(shown, up), renderer.linked_data(shown, up))
        parts = (repr(shown.head), *said)
        found[f"{address}index.html"] = "\n".join((*parts, str(made.source_of.get(address)))).encode()
    found |= assembly.outputs()
    entries = assembly.search_entries()
    found["search/search_index.json"] = "\n".join(repr(entry.as_dict()) for entry in entries).encode()
    found |= search_files.files(entries)
    attached = {str(published_as(uri)): assembly.attachments.data(uri) for uri in sorted(made.files)}
    found |= attached
    sums = {name: Sum(len(data), hashlib.sha256(data).hexdigest()) for name, data in found.items()}
    content = manifest.parts(made.edition.content, {name: sums[name] for name in attached})
    found[manifest.FILE] = manifest.write(made.edition, sums, content, {})
    return found


def assembled(layers: Sequence[Files], audience: Audience, folder: Path) -> dict[str, bytes]:
    """All that would be written of content roots on disk, made by the pure stages."""
    base, *over = _laid(layers, folder)
    checked = assemble.check(
        base, over=[named(path, path.name) for path in over], audience=audience.name, today=TODAY
    )
    if checked.has_errors:
        raise NotBuilt("\n".join(str(one) for one in checked.problems if one.is_error))
    return written(checked, Compiled())


def built(
    layers: Sequence[Files], audience: Audience, folder: Path, *, papers: bool = False
) -> dict[str, bytes]:
    """All that build.py makes for readers of a content root and those that lie over it, in a new folder."""
    out, bundle = folder / "site", folder / "bundle.zip"
    arguments = ["--out", str(out), "--audience", audience.name, "--today", str(TODAY)]
    arguments += ["--bundle", str(bundle), *(("--pdf",) if papers else ())]
    for root in _laid(layers, folder):
        arguments += ["--root", str(root)]
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = build.main(arguments)
    if code:
        raise NotBuilt(said.getvalue())
    return {**roots.read(out), **_of_bundle(bundle)}


def _of_bundle(file: Path) -> dict[str, bytes]:
    """The files of a bundle in their order, their names below its one folder, and what else the zip says."""
    found = {}
    with zipfile.ZipFile(file) as opened:
        for entry in opened.infolist():
            found[f"{BUNDLED}{entry.filename.partition('/')[2]}"] = opened.read(entry)
        around = [(one.date_time, one.comment, one.extra, one.external_attr) for one in opened.infolist()]
        found[f"{BUNDLED}around"] = repr((opened.comment, around)).encode()
    return found


def _laid(layers: Sequence[Files], folder: Path) -> list[Path]:
    """The content roots, each in a folder of its own."""
    found = [roots.write(files, folder / f"root{number}") for number, files in enumerate(layers)]
    for root in found:
        (root / "docs").mkdir(parents=True, exist_ok=True)
    return found
