"""Build the site: check every document, build for one audience, and switch the new site in."""

from __future__ import annotations

from _environment import enter, one_at_a_time

enter()

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.edge import clock, processes, terminal
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content.disk import FOLDERS
from briefing.edge.delivery import build_record, switch
from briefing.edge.kept import turns
from briefing.edge.tool import TOOL
from briefing.pages import manifest

if TYPE_CHECKING:
    import verify
    from briefing.edge.delivery.signing_key import SigningKey

BESIDE = Path()
"""For a file that is asked for without a name."""


class Places(NamedTuple):
    """Where a site goes, what turns an older one into it, and its zip for readers without a server."""

    out: Path
    delta: Path
    bundle: Path | None


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a new site, 1 where content keeps it from being built, 2 for wrong use."""
    parser = arguments()
    asked = parser.parse_args(argv)
    processes.collect_rarely()
    root = asked.root or TOOL
    content = (root, *(one.path for one in asked.over))
    to = places(asked, content, parser)
    key = secret_key(asked.sign, parser) if asked.sign else None
    if asked.pdf:
        stop_without_browser(parser)
    with alone(to):
        return make(asked, root, to, key, parser)


def make(
    asked: argparse.Namespace, root: Path, to: Places, key: SigningKey | None, parser: terminal.Parser
) -> int:
    """Read, check and build."""
    out, delta, bundle = to
    terminal.say(f"Reading {', '.join(map(str, (root, *(one.path for one in asked.over))))}")
    begun = build_record.commits(root, asked.over)
    build = Build(
        root,
        asked.over,
        out,
        asked.audience,
        clock.today(asked.today),
        strict=asked.strict,
        papers=asked.pdf,
        signer=str(key or ""),
    )
    served = readers(build, asked, parser)
    terminal.show(build.problems, build.roots, to_stderr=True)
    terminal.say(terminal.count(build.problems, build.documents))
    if build.is_stopped:
        stands = f" The last good site stands in {out}." if out.exists() else ""
        terminal.say(f"Nothing was built: mend this first.{stands}")
        return terminal.PROBLEMS
    terminal.say(f"Building for {served}")
    if fault := complaint(build, key):
        terminal.say(fault)
        return terminal.BROKEN
    print(
        f"The site is in {out}. To read it: `python -m http.server --directory {out}`; while you write: "
        f"`{terminal.typed('serve', terminal.roots_of(asked))}`."
    )
    if key:
        print(f"It is signed by key {key}.")
    gone_well = go_along(build, begun, asked.delta, delta)
    return put_together(build, bundle, key) if bundle and gone_well == terminal.GOOD else gone_well


def readers(build: Build, asked: argparse.Namespace, parser: terminal.Parser) -> str:
    """For whom the site is; wrong use where nobody is called so, or the old manifest is of others."""
    if asked.audience is not None and build.audience.name != asked.audience:
        parser.error_of_audience(asked.audience, build.settings)
    served = f"{build.audience.name} (up to {build.audience.highest})"
    if asked.delta and asked.delta.audience != served:
        parser.error(f"the old manifest is of a site for {asked.delta.audience}, this one is for {served}")
    return served


def complaint(build: Build, key: SigningKey | None) -> str:
    """What keeps the site from standing, which is built and signed; nothing where all went well."""
    made: list[str] = []

    def finish(folder: Path) -> None:
        made.append(manifest_of(folder))
        if key:
            sign(folder, key)

    try:
        build.run(finish)
    except (switch.NotASite, CannotBuild, OSError) as error:
        return f"Nothing was built: {terminal.in_words(error)}"
    if made and manifest_of(build.out) != made[-1]:
        return f"The site was built, but another build has put its own into {build.out} since: build again"
    return ""


@contextmanager
def alone(to: Places) -> Iterator[None]:
    """While no other build with these libraries makes the same: it is waited for before anything is read."""
    with ExitStack() as held:
        for file in turns.files(one for one in to if one):
            with suppress(OSError):  # what cannot be held keeps nobody from building
                file.parent.mkdir(parents=True, exist_ok=True)
                held.enter_context(one_at_a_time(file))
        yield


def manifest_of(site: Path) -> str:
    """The sum of a site's manifest; nothing where there is none, as while another site is put in."""
    try:
        return manifest.sum_of((site / manifest.FILE).read_bytes()).sha256
    except OSError:
        return ""


def places(asked: argparse.Namespace, content: Sequence[Path], parser: terminal.Parser) -> Places:
    """Where all that is made goes; wrong use where something else lies there."""
    out = switch.place(asked.out or content[0] / "site")
    if is_content(out, content):
        parser.error(f"{out} is or holds content; the site needs a folder of its own")
    delta = (asked.bundle_to or out.with_name(f"{out.name}.delta.zip")).absolute()
    if asked.bundle_to and (not asked.delta or out in delta.parents or is_content(delta, content)):
        parser.error("--bundle-to goes with --delta, and names a file outside the site and the content")
    bundle = place_of_bundle(asked.bundle, out)
    if bundle and (
        bundle.is_dir() or bundle in (out, delta) or out in bundle.parents or is_content(bundle, content)
    ):
        parser.error("--bundle names a file of its own, outside the site and the content")
    return Places(out, delta, bundle)


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the site goes (else site/ in the content root)"
    )
    parser.add_argument(
        "--pdf", action="store_true", help="also print each brief, with the browser of this machine"
    )
    parser.add_argument("--strict", action="store_true", help="warnings stop the build as errors do")
    parser.add_argument(
        "--delta",
        type=old_manifest,
        metavar="OLD_MANIFEST",
        help="also make a bundle for verify.py --apply, which turns the site of that manifest into this",
    )
    parser.add_argument(
        "--bundle-to", type=Path, metavar="FILE", help="where that bundle goes (else beside the site)"
    )
    parser.add_argument(
        "--bundle",
        type=Path,
        nargs="?",
        const=BESIDE,
        metavar="FILE",
        help="also make a zip to unpack and to open from a disk, without a server (else beside the site)",
    )
    parser.add_argument(
        "--sign", type=Path, metavar="FILE", help="also sign the site with this secret key (see sign.py)"
    )
    parser.add_audience()
    parser.add_root()
    parser.add_today()
    return parser


# What follows is seldom asked for, and takes long to load.


def old_manifest(text: str) -> verify.Manifest:
    """The manifest in a file."""
    import verify

    try:
        return verify.read_manifest(Path(text).read_bytes())
    except (OSError, verify.Unusable) as error:
        raise argparse.ArgumentTypeError(terminal.in_words(error)) from None


def secret_key(file: Path, parser: terminal.Parser) -> SigningKey:
    """The key in a file; the parser ends the program where there is none."""
    from briefing.edge.delivery import key_files
    from briefing.edge.delivery.signing_key import NoKey

    try:
        return key_files.read(file)
    except (NoKey, OSError) as error:
        parser.error(terminal.printable(terminal.in_words(error)))


def stop_without_browser(parser: terminal.Parser) -> None:
    """End the program where nothing can print."""
    from briefing.edge.delivery import browser

    try:
        browser.needed()
    except browser.CannotPrint as error:
        parser.error(terminal.printable(str(error)))


def sign(folder: Path, key: SigningKey) -> None:
    """Put a site's signature into it."""
    from briefing.edge.delivery import signature

    signature.write(folder, key)


def place_of_bundle(asked: Path | None, out: Path) -> Path | None:
    """Where the bundle goes that was asked for: beside the site, or where it was said."""
    if asked is None:
        return None
    return switch.place(out.with_name(f"{out.name}.zip") if asked == BESIDE else asked)


def is_content(out: Path, roots: Iterable[Path]) -> bool:
    """Whether a folder is, holds or lies in a place that the build reads from."""
    content = [root / name for root in roots for name in FOLDERS]
    content += [TOOL / name for name in ("docs", "hooks", "scripts")]
    return any(out == place or place in out.parents or out in place.parents for place in content)


def put_together(build: Build, file: Path, key: SigningKey | None) -> int:
    """Write the zip to open from a disk."""
    from briefing.edge.builds import bundle
    from briefing.edge.mkdocs.for_disk import OPEN_ME

    terminal.say("Building once more, to be opened from a disk")

    def finish(folder: Path) -> None:
        if told_by(folder) != told_by(build.out):
            raise CannotBuild("the content has changed since the site was built; build again")
        if key:
            sign(folder, key)

    try:
        bundle.write(file, build.whole, finish, strict=build.strict)
    except (CannotBuild, OSError) as error:
        terminal.say(f"The site stands, but its bundle could not be made: {terminal.in_words(error)}")
        return terminal.BROKEN
    print(f"The bundle is {file}. To read it, unpack it and open {OPEN_ME}.")
    return terminal.GOOD


def told_by(site: Path) -> tuple[object, ...]:
    """For whom a site is, and what its content says, on which day."""
    import json

    head = json.loads((site / manifest.FILE).read_bytes())
    return head["audience"], head["content"], head["today"]


def go_along(build: Build, begun: Sequence[str | None], old: verify.Manifest | None, to: Path) -> int:
    """Write what goes with the new site, and never into it: where it came from, and the delta asked for."""
    try:
        build_record.write(build.out, build.root, build.over, build.untold, begun)
        if old:
            from briefing.edge.delivery import delta

            delta.write(to, build.out, old.data, {one.sha256 for one in old.files.values()})
            terminal.say(f"The bundle from manifest {old.sha256} is in {to}")
    except OSError as error:
        terminal.say(
            f"The site stands, but what goes with it could not be written: {terminal.in_words(error)}"
        )
        return terminal.BROKEN
    return terminal.GOOD


if __name__ == "__main__":
    terminal.leave(main())
