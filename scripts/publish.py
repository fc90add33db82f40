"""Publish a built site: as a new version beside the old, checked, then switched in in one step.

Readers are served DIR/current. A web server must follow links there; DIR itself needs no reader.
"""

from __future__ import annotations

from _environment import enter, one_at_a_time

enter()

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import verify
from briefing.edge import terminal
from briefing.edge.delivery import build_record, publishing
from briefing.edge.delivery.publishing import NotPublished, Shelf, Version
from briefing.edge.tool import TOOL
from briefing.pages.manifest import addresses
from briefing.views.kinds import digest
from verify import Manifest


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where readers see the version asked for, 1 where it may not be shown, 2 for wrong use."""
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument("--to", type=Path, metavar="DIR", required=True, help="the folder to publish to")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--from", type=terminal.folder, dest="site", metavar="SITE", help="the site (else site/ here)"
    )
    what.add_argument("--rollback", action="store_true", help="go back to the version before this one")
    parser.add_argument("--keep", type=positive, default=5, metavar="N", help="versions to keep (else 5)")
    parser.add_argument(
        "--gone", type=Path, metavar="FILE", help="addresses that may vanish, one a line, # for a remark"
    )
    parser.add_argument("--allow-gone", action="store_true", help="any address may vanish")
    asked = parser.parse_args(argv)
    site = asked.site or TOOL / "site"
    shelf = Shelf(asked.to.resolve())
    if shelf.folder.is_relative_to(site) or site.is_relative_to(shelf.folder):
        parser.error(f"{asked.to} and {site} must not lie one in the other")
    try:
        shelf.folder.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(shelf.folder / ".lock"):
            publishing.tidy(shelf)
            if asked.rollback:
                version = go_back(shelf)
            else:
                listed = frozenset(gone(asked.gone)) | build_record.untold(site)
                may_go = None if asked.allow_gone else listed
                version = publish(shelf, site, may_go, keep=asked.keep)
    except NotPublished as error:
        for line in error.args:
            terminal.say(terminal.printable(str(line)))
        terminal.say("Nothing was published: readers see what they saw before.")
        return terminal.PROBLEMS
    except (OSError, verify.Unusable) as error:
        terminal.say(terminal.printable(f"Nothing was published: {terminal.in_words(error)}"))
        return terminal.BROKEN
    print(f"Readers see version {version} in {shelf.current}")
    return terminal.GOOD


def publish(shelf: Shelf, site: Path, may_go: frozenset[str] | None, *, keep: int) -> Version:
    """Show a site as a new version, if it is whole and takes nothing from readers unsaid."""
    manifest = verify.manifest_of(site)
    findings = verify.check_folder(site, manifest)
    if findings:
        raise NotPublished(*findings, f"{site} is not as its manifest says; build it again")
    shown = shelf.shown()
    old = verify.manifest_of(shelf.current) if shown else None
    same = old and old.data == manifest.data and same_signature(shelf.current, site)
    if shown and same and not verify.check_folder(shelf.current, manifest):
        terminal.say("This site is published already.")
        return shown
    if old:
        compare(old, manifest, may_go)

    def check(folder: Path) -> Sequence[str]:
        return verify.check_folder(folder, manifest)

    version = publishing.add(shelf, site, verify.files_of(manifest, site), check)
    publishing.show(shelf, version, check)
    try:
        publishing.drop(shelf, keep=keep)
    except OSError as error:
        terminal.say(
            f"Old versions could not be removed; the next run tries again: {terminal.in_words(error)}"
        )
    return version


def same_signature(shown: Path, site: Path) -> bool:
    """A site may be signed after it was published."""
    return verify.signature_of(shown) == verify.signature_of(site)


def go_back(shelf: Shelf) -> Version:
    """Show the version before the one that readers see."""
    shown = shelf.shown()
    earlier = [version for version in shelf.versions() if shown and version < shown]
    if not earlier:
        raise NotPublished(f"{shelf.folder} holds no earlier version")
    publishing.stop_at(whole(shelf.path(earlier[-1])))
    publishing.show(shelf, earlier[-1], whole)
    return earlier[-1]


def whole(folder: Path) -> Sequence[str]:
    """What is wrong with a site, by its own manifest."""
    return verify.check_folder(folder, verify.manifest_of(folder))


def compare(old: Manifest, new: Manifest, may_go: frozenset[str] | None) -> None:
    """Stop at another audience than before, and at addresses that would lead nowhere."""
    if old.audience != new.audience:
        raise NotPublished(
            f"this folder is for {old.audience}, the site for {new.audience}: publish it to another folder"
        )
    vanished = () if may_go is None else sorted(_lasting(old) - addresses(new.files) - may_go)
    if vanished:
        raise NotPublished(
            *(f"{address} would vanish" for address in vanished),
            "What was published keeps its address: put the old id into `former` of what took its place, "
            "withdraw a document (`status: withdrawn`) and do not delete it, list the address under "
            "`gone` in a page of docs/about/ for readers to be told, or list it for --gone.",
        )


def _lasting(site: Manifest) -> frozenset[str]:
    """The addresses that are promised; a digest ends, unsaid, with the last document that it tells of."""
    return frozenset(one for one in addresses(site.files) if not one.startswith(digest.ADDRESS))


def gone(file: Path | None) -> Iterator[str]:
    """The addresses in a list; slashes at the beginning and the end may be there or not."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file else []
    except UnicodeDecodeError:
        raise verify.Unusable(f"{file} is not UTF-8: save it so") from None
    for line in lines:
        address = line.partition("#")[0].strip().strip("/")
        if address:
            yield f"{address}/"


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of versions; one at least is kept")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
