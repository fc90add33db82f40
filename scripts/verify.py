"""Check a site, in a folder or a zip, against its manifest; or turn an old copy into the new one by a delta.

This file is all that it needs, with Python 3.11 or newer: copy it to where the site was delivered. With the
public key of who built the site it also tells whether they signed it. Both come another way than the site.
"""

# Old Pythons read this file too, to be refused with a sentence: keep its syntax that of Python 3.8.
from __future__ import annotations

import argparse
import base64
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
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NamedTuple

OLDEST = (3, 11)
MANIFEST, SIGNATURE, DELTA, CONTENT = "manifest.json", "manifest.json.minisig", "delta.json", "content/"
OWN = (MANIFEST, SIGNATURE)  # not in the list that they are, or sign
FORMAT = 1
GOOD, FOUND, BROKEN = 0, 1, 2
CHUNK, LARGEST_LIST = 1 << 20, 500_000_000  # bytes; the manifest of a million files has a third of them
LARGEST_SIGNATURE = 20_000  # bytes; its two comments may be long
ODD = re.compile(r"[\x00-\x1f\x7f\\:]" if os.name == "nt" else r"[\x00-\x1f\x7f\\]|^[A-Za-z]:")
SHA256 = re.compile(r"[0-9a-f]{64}")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what every Python reads, and nothing cleverer
PUBLIC_KEY = re.compile(r"RW[0-9A-Za-z+/]{54}")
JUNCTION = 0xA0000003  # how Windows marks a folder that is another one
FILE_MODE, FOLDER_MODE = 0o644, 0o755
UNREADABLE = (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
ILL_FORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
WHY: Mapping[type, str] = {  # what the system refused to do, and what to do; the path stands before it
    PermissionError: "may not be read or written by you: change its permissions",
    FileNotFoundError: "is not there: correct the path",
    IsADirectoryError: "is a folder, where a file is due",
    NotADirectoryError: "is a file, or lies in one, where a folder is due",
}
WHO = "That a site fits its own manifest does not tell who made it; a key or manifest from elsewhere does."


class Unusable(Exception):
    """What was given is no site, no manifest or no delta."""


class Refused(Exception):
    """The delta does not fit the site, or the signature not the key; each argument says why."""


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


@dataclass(frozen=True)
class Key:
    """What tells whether a signature is of whom it should be; minisign names keys by `id`."""

    id: bytes
    point: bytes

    def __str__(self) -> str:
        return name_of_key(self.id)


@dataclass(frozen=True)
class Signature:
    """A signature as minisign writes it: of a file, and of that signature together with a comment."""

    key: bytes
    of_file: bytes
    comment: bytes
    of_comment: bytes


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where all is as the manifest says, 1 where something is not, 2 for wrong use."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False, epilog=WHO)
    parser.add_argument("site", type=Path, metavar="SITE_OR_ZIP", help="the folder or zip of a site")
    also = parser.add_mutually_exclusive_group()
    also.add_argument("--manifest", type=Path, metavar="FILE", help="check against this one, not its own")
    also.add_argument("--apply", type=Path, metavar="DELTA.zip", help="turn SITE into the site of the delta")
    parser.add_argument(
        "--key",
        type=public_key,
        metavar="KEY",
        help="the signer's public key (RW...), or the file that holds it",
    )
    asked = parser.parse_args(argv)
    try:
        if asked.apply:
            new = apply(asked.apply, asked.site.absolute(), asked.key)
            say(f"{asked.site} is the new site: {new}", signed_by(asked.site, asked.key))
            return GOOD
        manifest, findings = check(asked.site, asked.manifest, asked.key)
        if findings:
            say(*findings, f"{len(findings)} found: {asked.site} is not as the manifest says.")
            return FOUND
        say(f"All is as the manifest says: {manifest}", signed_by(asked.site, asked.key))
    except Refused as error:
        left = f"Nothing was changed: the delta does not fit {asked.site}."
        say(
            *error.args,
            left if asked.apply else f"{asked.site} is not to be trusted; no more of it was read.",
        )
        return FOUND
    except (Unusable, *UNREADABLE) as error:
        say(f"Nothing was done: {in_words(error)}", to=sys.stderr)
        return BROKEN
    return GOOD


def in_words(error: Exception) -> str:
    """What an error says; of the system's own, a sentence with the path."""
    if not isinstance(error, OSError) or error.filename is None:
        return str(error)
    return f"{error.filename} {WHY.get(type(error), f'cannot be used: {error.strerror}')}"


def say(*lines: str, to: IO[str] | None = None) -> None:
    """Print lines, without what could steer a terminal, hide in it, or be unknown to it."""
    for line in lines:
        print("".join(char if " " <= char <= "~" else f"\\u{ord(char):04x}" for char in line), file=to)


def check(site: Path, manifest: Path | None = None, key: Key | None = None) -> tuple[Manifest, list[str]]:
    """The manifest, and each file that is not as it says; Refused where its signature is not of the key."""
    given = manifest.read_bytes() if manifest else None
    if site.is_dir():
        brought = _manifest_in(site) if given is None else given
        expected = _believed(brought, signature_of(site), key)
        return expected, check_folder(site, expected)
    with open_zip(site) as archive:
        folder = _folder_in(archive)
        brought = _list_in(archive, folder + MANIFEST) if given is None else given
        expected = _believed(brought, _signature_in(archive, folder), key)
        return expected, check_zip(archive, folder, expected)


def open_zip(file: Path) -> zipfile.ZipFile:
    """A zip, none of it packed in ways that other programs, and other Pythons, do not know."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise Unusable(f"{file} is no zip that can be read: {error}") from None
    if any(info.compress_type not in PACKED for info in archive.infolist()):
        archive.close()
        raise Unusable(f"{file} is packed in a way that not every program knows")
    return archive


def _believed(manifest: bytes, signature: bytes | None, key: Key | None) -> Manifest:
    """The manifest, whose signature is looked at before a word of it is read."""
    if key:
        _refuse(signature_faults(manifest, signature, key))
    return read_manifest(manifest)


def manifest_of(folder: Path) -> Manifest:
    """The manifest that a site brings."""
    return read_manifest(_manifest_in(folder))


def _manifest_in(folder: Path) -> bytes:
    if not (folder / MANIFEST).is_file():
        raise Unusable(f"{folder} has no {MANIFEST}, so it is no site that can be checked")
    return (folder / MANIFEST).read_bytes()


def signature_of(site: Path) -> bytes | None:
    """The signature that a folder or zip brings, as far as one can be long."""
    if site.is_dir():
        return _start_of(site / SIGNATURE) if (site / SIGNATURE).is_file() else None
    with open_zip(site) as archive:
        return _signature_in(archive, _folder_in(archive))


def _start_of(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(LARGEST_SIGNATURE + 1)


def _signature_in(archive: zipfile.ZipFile, folder: str = "") -> bytes | None:
    if folder + SIGNATURE not in archive.namelist():
        return None
    with archive.open(folder + SIGNATURE) as stream:
        return stream.read(LARGEST_SIGNATURE + 1)


def files_of(manifest: Manifest, site: Path) -> list[str]:
    """The names of all files of a site: what its manifest lists, itself, and the signature if it has one."""
    signature = [SIGNATURE] if (site / SIGNATURE).is_file() else []
    return [*manifest.files, MANIFEST, *signature]


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
    if ODD.search(name) or any(part in ("", ".", "..") for part in name.split("/")) or name in OWN:
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
                if entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                    waiting.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    names.add(name)
                else:
                    odd.append(f"no file: {name} is a link, or something stranger")
    return [*sorted(odd), *_differences(names, expected, lambda name: (folder / name).open("rb"))]


def _is_junction(entry: os.DirEntry[str]) -> bool:
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == JUNCTION


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
        elif not info.is_dir():
            found[name] = info
        elif info.file_size:
            odd.append(f"no file: {name} is a folder that holds bytes itself")
    odd += [f"extra: {name}" for name in found if not name.startswith(folder)]
    odd += [f"extra: {name} (a folder of none of its files)" for name in _idle_folders(archive, found)]
    names = {name[len(folder) :] for name in found if name.startswith(folder)}
    return [*sorted(odd), *_differences(names, expected, lambda name: archive.open(found[folder + name]))]


def _idle_folders(archive: zipfile.ZipFile, files: Collection[str]) -> list[str]:
    """Folders of a zip that no file of it lies in; an archive of links and `..` is made with such."""
    used = {f"{parent}/" for name in files for parent in _above(name)}
    return sorted({info.filename for info in archive.infolist() if info.is_dir()} - used)


def _above(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _differences(names: set[str], expected: Manifest, read: Callable[[str], IO[bytes]]) -> Iterator[str]:
    files = {**expected.files, MANIFEST: Entry(len(expected.data), expected.sha256)}
    for name in sorted(files.keys() | names):
        if name == SIGNATURE:
            yield from _faults_of_signature(read)
            continue
        if name not in names or name not in files:
            yield f"{'extra' if name in names else 'missing'}: {name}"
            continue
        try:
            with read(name) as stream:
                yield from _faults(name, stream, files[name])
        except UNREADABLE as error:
            yield f"unreadable: {name} ({in_words(error)})"


def _faults_of_signature(read: Callable[[str], IO[bytes]]) -> Iterator[str]:
    """No manifest lists it, so what bears its name must look like one, or anything could stand there."""
    try:
        with read(SIGNATURE) as stream:
            read_signature(stream.read(LARGEST_SIGNATURE + 1))
    except ValueError as error:
        yield f"no signature: {SIGNATURE} ({error})"
    except UNREADABLE as error:
        yield f"unreadable: {SIGNATURE} ({in_words(error)})"


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


def apply(delta: Path, site: Path, key: Key | None = None) -> Manifest:
    """Make the new site beside the old one, look at all of it, and switch it in; else the old one stands."""
    with open_zip(delta) as archive:
        signature = _signature_in(archive)
        new = _believed(_list_in(archive, MANIFEST), signature, key)
        return _switch(archive, site, new, signature)


def _switch(archive: zipfile.ZipFile, site: Path, new: Manifest, signature: bytes | None) -> Manifest:
    aside = site.with_name(f".{site.name}-before-delta")
    if aside.is_dir() and not site.exists():  # an earlier run was killed between its two renames
        aside.rename(site)
    if site.is_symlink() or not site.is_dir():
        raise Unusable(f"{site} is not the folder of a site itself")
    old = manifest_of(site)
    room = tempfile.TemporaryDirectory(
        prefix=f".{site.name}-new-", dir=site.parent, ignore_cleanup_errors=True
    )
    with room as folder:
        staging = Path(folder, "site")
        _refuse(_unfit(archive, old, new, is_signed=(site / SIGNATURE).exists()))
        _refuse(check_folder(site, old))
        _build(staging, site, old, new, archive)
        if signature:
            _write(staging / SIGNATURE, signature)
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


def _unfit(archive: zipfile.ZipFile, old: Manifest, new: Manifest, *, is_signed: bool) -> list[str]:
    """Why a delta does not lead from the old site to the new one, or not with just what is needed."""
    try:
        step = _object(_list_in(archive, DELTA))
        start, end = step["from"], step["to"]
    except ILL_FORMED as error:
        raise Unusable(f"{archive.filename} is no delta: {type(error).__name__}: {error}") from None
    if end == new.sha256 == old.sha256:
        return ["it is the new site already"]
    names = archive.namelist()
    held, wanted = ({one.sha256 for one in site.files.values()} for site in (old, new))
    own = [DELTA, MANIFEST, *([SIGNATURE] if SIGNATURE in names else [])]
    brought = sorted([*own, *(CONTENT + sha256 for sha256 in wanted - held)])
    checks = (
        (start == old.sha256, f"the delta starts at manifest {start}, not at {old.sha256}"),
        (end == new.sha256, f"the delta leads to manifest {end}, and brings {new.sha256}"),
        (old.audience == new.audience, f"the delta is for {new.audience}, the site for {old.audience}"),
        (old.today <= new.today, f"the delta leads back from {old.today} to {new.today}"),
        (SIGNATURE in names or not is_signed, "the site is signed, the delta is not"),
        # What is needed besides another site than this, nobody can tell.
        (start != old.sha256 or sorted(names) == brought, "the delta brings less than is needed, or more"),
    )
    return [reason for fits, reason in checks if not fits]


def _build(folder: Path, site: Path, old: Manifest, new: Manifest, archive: zipfile.ZipFile) -> None:
    """The new site in a new folder: what the old one holds from there, the rest out of the delta."""
    held = {one.sha256: site / name for name, one in old.files.items()}
    folder.mkdir()
    for name, one in new.files.items():
        for above in sorted(_above(name)):
            if not (folder / above).is_dir():
                (folder / above).mkdir()
                (folder / above).chmod(FOLDER_MODE)
        here = held.get(one.sha256)
        source = here.open("rb") if here else archive.open(CONTENT + one.sha256)
        with source, (folder / name).open("xb") as copy:
            _refuse(_faults(name, source, one, copy))
        (folder / name).chmod(FILE_MODE)
    _write(folder / MANIFEST, new.data)


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    file.chmod(FILE_MODE)


def public_key(text: str) -> Key:
    """The key in a text of minisign, or in a file of its."""
    try:
        lines = [text] if PUBLIC_KEY.fullmatch(text) else Path(text).read_text("utf-8").split()
        data = base64.b64decode(lines[-1], validate=True)
        if len(data) != 42 or data[:2] != b"Ed":
            raise ValueError("it has another form")
        _point(data[10:])
    except (OSError, IndexError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text} is no public key of minisign: {in_words(error)}") from None
    return Key(data[2:10], data[10:])


def name_of_key(key: bytes) -> str:
    """The id of a key as minisign prints it."""
    return f"{int.from_bytes(key, 'little'):016X}"


def read_signature(data: bytes) -> Signature:
    """A signature in minisign's form; ValueError where it is in none that we take."""
    if len(data) > LARGEST_SIGNATURE:
        raise ValueError(f"it has more than {LARGEST_SIGNATURE} bytes")
    lines = [line.rstrip(b"\r") for line in data.removesuffix(b"\n").split(b"\n")]
    if len(lines) != 4 or not lines[0].startswith(b"untrusted comment: "):
        raise ValueError("it is not in the form of minisign")
    comment = lines[2].removeprefix(b"trusted comment: ")
    of_file, of_comment = _decoded(lines[1], 74), _decoded(lines[3], 64)
    if comment == lines[2] or of_file[:2] not in (b"ED", b"Ed"):
        raise ValueError("it is not in the form of minisign")
    if of_file[:2] == b"Ed":
        raise ValueError(
            "it is in the old form of minisign: sign anew, with minisign 0.10 or newer or with `-H`"
        )
    return Signature(of_file[2:10], of_file[10:], comment, of_comment)


def _decoded(line: bytes, size: int) -> bytes:
    data = base64.b64decode(line, validate=True)
    # A text of base64 that is not the one that its bytes have could be changed without a trace.
    if len(data) != size or base64.b64encode(data) != line:
        raise ValueError("it is not in the form of minisign")
    return data


def signature_faults(manifest: bytes, signature: bytes | None, key: Key) -> list[str]:
    """Why a manifest is not signed by a key; nothing where it is."""
    if signature is None:
        return [f"not signed: there is no {SIGNATURE}"]
    try:
        given = read_signature(signature)
    except ValueError as error:
        return [f"no signature: {SIGNATURE} ({error})"]
    if given.key != key.id:
        return [f"signed by another key: {name_of_key(given.key)}, not {key}"]
    digest = hashlib.blake2b(manifest, digest_size=64).digest()
    if not is_signed(digest, given.of_file, key.point):
        return [f"forged: the signature of key {key} is not of this {MANIFEST}"]
    if not is_signed(given.of_file + given.comment, given.of_comment, key.point):
        return ["forged: the trusted comment of the signature is not what was signed"]
    return []


def signed_by(site: Path, key: Key | None) -> str:
    """What can be told of a signature that was looked at already."""
    found = signature_of(site)
    if found is None:
        return "It is not signed."
    signature = read_signature(found)
    if key is None:
        return f"It names {name_of_key(signature.key)} as the key that signed it; only --key checks that."
    return f"It is signed by key {key}: {signature.comment.decode('utf-8', 'replace')}"


# Ed25519, as RFC 8032 describes it: the points (x, y) of a curve over the numbers modulo P. To add them
# without dividing, a point is kept as X, Y, Z, T with x = X/Z, y = Y/Z and xy = T/Z. Nothing here is secret,
# so nothing needs to take the same time always.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


class Point(NamedTuple):
    """A point of the curve."""

    x: int
    y: int
    z: int
    t: int


ZERO = Point(0, 1, 1, 0)


def is_signed(message: bytes, signature: bytes, key: bytes) -> bool:
    """Whether an Ed25519 signature is of a message and a key, and could not be written otherwise."""
    if len(signature) != 64:
        return False
    factor = int.from_bytes(signature[32:], "little")
    try:
        a, _ = _point(key), _point(signature[:32])
    except ValueError:
        return False
    if factor >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    back = _times(int.from_bytes(digest, "little") % ORDER, Point(P - a.x, a.y, a.z, P - a.t))
    return _bytes(_plus(_times(factor, BASE), back)) == signature[:32]


def _point(data: bytes) -> Point:
    """The point that 32 bytes stand for; ValueError where that is none, or one of small order.

    Such a point as a key would let one signature fit many messages.
    """
    both = int.from_bytes(data, "little")
    y, is_odd = both & (2**255 - 1), both >> 255
    if len(data) != 32 or y >= P:
        raise ValueError("it is no point of Ed25519")
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and is_odd):
        raise ValueError("it is no point of Ed25519")
    if x % 2 != is_odd:
        x = P - x
    point = Point(x, y, 1, x * y % P)
    eightfold = _times(8, point)
    if eightfold.x == 0 and eightfold.y == eightfold.z:
        raise ValueError("it is a point of small order")
    return point


def _plus(a: Point, b: Point) -> Point:
    minus, plus = (a.y - a.x) * (b.y - b.x), (a.y + a.x) * (b.y + b.x)
    twisted, scaled = 2 * D * a.t * b.t, 2 * a.z * b.z
    e, f, g, h = plus - minus, scaled - twisted, scaled + twisted, plus + minus
    return Point(e * f % P, g * h % P, f * g % P, e * h % P)


def _times(factor: int, point: Point) -> Point:
    total = ZERO
    for bit in f"{factor:b}":
        total = _plus(total, total)
        if bit == "1":
            total = _plus(total, point)
    return total


def _bytes(point: Point) -> bytes:
    inverse = pow(point.z, -1, P)
    x, y = point.x * inverse % P, point.y * inverse % P
    return (y | (x % 2) << 255).to_bytes(32, "little")


BASE = _point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        say("Python 3.11 or newer is needed", to=sys.stderr)
        sys.exit(BROKEN)
    sys.exit(main())
