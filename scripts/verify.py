"""Check a site, in a folder or a zip, against its manifest; or turn an old copy into the new one by a delta.

This file is all that it needs, with Python 3.11 or newer: copy it to where the site was delivered.
"""

# Old Pythons read this file too, to be refused with a sentence: keep its syntax that of Python 3.8.
from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import stat
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

OLDEST = (3, 11)
MANIFEST, DELTA, CONTENT = "manifest.json", "delta.json", "content/"
FORMAT = 1
GOOD, FOUND, BROKEN = 0, 1, 2
CHUNK, LARGEST_LIST = 1 << 20, 500_000_000  # bytes; the manifest of a million files has a third of them
ODD = re.compile(r"[\x00-\x1f\x7f\\:]" if os.name == "nt" else r"[\x00-\x1f\x7f\\]|^[A-Za-z]:")
SHA256 = re.compile(r"[0-9a-f]{64}")
UNREADABLE = (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
ILL_FORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
WHO = "That a site fits its own manifest does not tell who made it. A manifest that came by another way does."


class Unusable(Exception):
    """What was given is no site, no manifest or no delta."""


class Refused(Exception):
    """The delta does not fit the site; each argument is a line that says why."""


@dataclass(frozen=True)
class Entry:
    """What a file is known by."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a site is made of."""

    data: bytes
    audience: str
    today: str
    files: Mapping[str, Entry]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def __str__(self) -> str:
        return f"{len(self.files)} files for {self.audience} of {self.today}, manifest {self.sha256}"


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where all is as the manifest says, 1 where something is not, 2 for wrong use."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False, epilog=WHO)
    parser.add_argument("site", type=Path, metavar="SITE_OR_ZIP", help="the folder or zip of a site")
    also = parser.add_mutually_exclusive_group()
    also.add_argument("--manifest", type=Path, metavar="FILE", help="check against this one, not its own")
    also.add_argument("--apply", type=Path, metavar="DELTA.zip", help="turn SITE into the site of the delta")
    asked = parser.parse_args(argv)
    try:
        if asked.apply:
            say(f"{asked.site} is the new site: {apply(asked.apply, asked.site.absolute())}")
            return GOOD
        manifest, findings = check(asked.site, asked.manifest)
    except Refused as error:
        say(*error.args, f"Nothing was changed: the delta does not fit {asked.site}.")
        return FOUND
    except (Unusable, *UNREADABLE) as error:
        say(f"Nothing was done: {error}", to=sys.stderr)
        return BROKEN
    if findings:
        say(*findings, f"{len(findings)} found: {asked.site} is not as the manifest says.")
        return FOUND
    say(f"All is as the manifest says: {manifest}")
    return GOOD


def say(*lines: str, to: IO[str] | None = None) -> None:
    """Print lines, without what could steer a terminal, hide in it, or be unknown to it."""
    for line in lines:
        print("".join(char if " " <= char <= "~" else f"\\u{ord(char):04x}" for char in line), file=to)


def check(site: Path, manifest: Path | None = None) -> tuple[Manifest, list[str]]:
    """The manifest, and each file that is not as it says."""
    given = read_manifest(manifest.read_bytes()) if manifest else None
    if site.is_dir():
        expected = given or manifest_of(site)
        return expected, check_folder(site, expected)
    with zipfile.ZipFile(site) as archive:
        folder = _folder_in(archive)
        expected = given or read_manifest(_list_in(archive, folder + MANIFEST))
        return expected, check_zip(archive, folder, expected)


def manifest_of(folder: Path) -> Manifest:
    """The manifest that a site brings."""
    if not (folder / MANIFEST).is_file():
        raise Unusable(f"{folder} has no {MANIFEST}, so it is no site that can be checked")
    return read_manifest((folder / MANIFEST).read_bytes())


def read_manifest(data: bytes) -> Manifest:
    """A manifest, all of it looked at before any of it is believed."""
    try:
        given = _object(data)
        audience = f"{given['audience']['name']} (up to {given['audience']['highest']})"
        files = {name: _entry(name, one) for name, one in given["files"].items()}
        return Manifest(data, audience, str(given["today"]), files)
    except ILL_FORMED as error:
        raise Unusable(f"this is no manifest of a site: {type(error).__name__}: {error}") from None


def _object(data: bytes) -> dict[str, Any]:
    given = json.loads(data.decode("utf-8"))
    if given["format"] != FORMAT:
        raise ValueError(f"its format is {given['format']!r}; this program knows {FORMAT}")
    return dict(given)


def _entry(name: str, given: Mapping[str, Any]) -> Entry:
    size, sha256 = given["size"], given["sha256"]
    if ODD.search(name) or any(part in ("", ".", "..") for part in name.split("/")) or name == MANIFEST:
        raise ValueError(f"{name!r} cannot be the name of a file of a site")
    if type(size) is not int or size < 0 or not SHA256.fullmatch(sha256):
        raise ValueError(f"{name!r} has no size or no SHA-256")
    return Entry(size, sha256)


def check_folder(folder: Path, expected: Manifest) -> list[str]:
    """Each file of a folder that is missing, too much, or not what it should be."""
    names, odd = set(), []
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                name = Path(entry.path).relative_to(folder).as_posix()
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    names.add(name)
                else:
                    odd.append(f"no file: {name} is a link, or something stranger")
    return [*sorted(odd), *_differences(names, expected, lambda name: (folder / name).open("rb"))]


def check_zip(archive: zipfile.ZipFile, folder: str, expected: Manifest) -> list[str]:
    """Each file of a zip that is missing, too much, or not what it should be; the site lies in `folder`."""
    odd, found = [], {}
    for info in archive.infolist():
        name = info.filename
        # zipfile cuts a name at a NUL and turns backslashes on Windows: two names could look like one.
        if info.orig_filename != name or name in found:
            odd.append(f"no file: {info.orig_filename} is an odd name, or stands there twice")
        elif stat.S_ISLNK(info.external_attr >> 16):
            odd.append(f"no file: {name} is a link")
        elif not name.startswith(folder):
            odd.append(f"extra: {name}")
        elif not info.is_dir():
            found[name] = info
    names = {name[len(folder) :] for name in found}
    return [*sorted(odd), *_differences(names, expected, lambda name: archive.open(found[folder + name]))]


def _differences(names: set[str], expected: Manifest, read: Callable[[str], IO[bytes]]) -> Iterator[str]:
    files = {**expected.files, MANIFEST: Entry(len(expected.data), expected.sha256)}
    for name in sorted(files.keys() | names):
        if name not in names or name not in files:
            yield f"{'extra' if name in names else 'missing'}: {name}"
            continue
        try:
            with read(name) as stream:
                yield from _faults(name, stream, files[name])
        except UNREADABLE as error:
            yield f"unreadable: {name} ({error})"


def _faults(name: str, stream: IO[bytes], expected: Entry, copy: IO[bytes] | None = None) -> list[str]:
    """What is wrong with a file, copied on the way; of what is too long, one byte too many is read."""
    digest, size = hashlib.sha256(), 0
    while size <= expected.size:
        chunk = stream.read(min(CHUNK, expected.size + 1 - size))
        if not chunk:
            break
        size += len(chunk)
        digest.update(chunk)
        if copy:
            copy.write(chunk)
    if size != expected.size:
        has = str(size) if size < expected.size else "more"
        return [f"wrong size: {name} has {has} bytes, {expected.size} expected"]
    return [] if digest.hexdigest() == expected.sha256 else [f"changed: {name}"]


def _folder_in(archive: zipfile.ZipFile) -> str:
    """Where in a zip the site lies: at its root, else in its one folder that has a manifest."""
    found = {name[: -len(MANIFEST)] for name in archive.namelist() if f"/{name}".endswith(f"/{MANIFEST}")}
    outer = [name for name in found if name.count("/") == 1]
    return outer[0] if "" not in found and len(outer) == 1 else ""


def _list_in(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        raise Unusable(f"there is no {name} in {archive.filename}")
    with archive.open(name) as stream:
        data = stream.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise Unusable(f"{name} in {archive.filename} has more than {LARGEST_LIST} bytes")
    return data


def apply(delta: Path, site: Path) -> Manifest:
    """Make the new site beside the old one, look at all of it, and switch it in; else the old one stands."""
    aside = site.with_name(f".{site.name}-before-delta")
    if aside.is_dir() and not site.exists():  # an earlier run was killed between its two renames
        aside.rename(site)
    if site.is_symlink() or not site.is_dir():
        raise Unusable(f"{site} is not the folder of a site itself")
    old = manifest_of(site)
    room = tempfile.TemporaryDirectory(
        prefix=f".{site.name}-new-", dir=site.parent, ignore_cleanup_errors=True
    )
    with zipfile.ZipFile(delta) as archive, room as folder:
        new, staging = _goal(archive, old), Path(folder, "site")
        _refuse(check_folder(site, old))
        _build(staging, site, old, new, archive)
        _refuse(check_folder(staging, new))
        shutil.rmtree(aside, ignore_errors=True)
        site.rename(aside)
        try:
            staging.rename(site)
        except OSError:
            aside.rename(site)
            raise
    shutil.rmtree(aside, ignore_errors=True)
    return new


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise Refused(*reasons)


def _goal(archive: zipfile.ZipFile, old: Manifest) -> Manifest:
    """The manifest that a delta leads to, if it starts at the old one and brings just what is needed."""
    try:
        step = _object(_list_in(archive, DELTA))
        start, end = step["from"], step["to"]
    except ILL_FORMED as error:
        raise Unusable(f"{archive.filename} is no delta: {type(error).__name__}: {error}") from None
    new = read_manifest(_list_in(archive, MANIFEST))
    held, wanted = ({one.sha256 for one in site.files.values()} for site in (old, new))
    brought = sorted([DELTA, MANIFEST, *(CONTENT + sha256 for sha256 in wanted - held)])
    checks = (
        (start == old.sha256, f"the delta starts at manifest {start}, not at {old.sha256}"),
        (end == new.sha256, f"the delta leads to manifest {end}, and brings {new.sha256}"),
        (old.audience == new.audience, f"the delta is for {new.audience}, the site for {old.audience}"),
        (sorted(archive.namelist()) == brought, "the delta brings less than the new site needs, or more"),
    )
    _refuse([reason for fits, reason in checks if not fits])
    return new


def _build(folder: Path, site: Path, old: Manifest, new: Manifest, archive: zipfile.ZipFile) -> None:
    """The new site in a new folder: what the old one holds from there, the rest out of the delta."""
    held = {one.sha256: site / name for name, one in old.files.items()}
    for name, one in new.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        here = held.get(one.sha256)
        source = here.open("rb") if here else archive.open(CONTENT + one.sha256)
        with source, (folder / name).open("xb") as copy:
            _refuse(_faults(name, source, one, copy))
    (folder / MANIFEST).write_bytes(new.data)


if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        say("Python 3.11 or newer is needed", to=sys.stderr)
        sys.exit(BROKEN)
    sys.exit(main())
