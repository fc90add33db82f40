"""The instructions that draw a page of a PDF: those that draw stay, words between and around them go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.strip.stripped import Unsure, broken

SPACE = rb"\x00\t\n\x0c\r "
PLAIN = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
TOKEN = re.compile(
    rb"(?P<space>[%s]+)|(?P<note>%%[^\r\n]*)|(?P<string>\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f%s]*>)"
    rb"|(?P<open>\()|(?P<mark><<|>>|\[|\]|\{|\})|(?P<name>/%s*)|(?P<word>%s+)" % (SPACE, SPACE, PLAIN, PLAIN),
    re.DOTALL,
)
PAREN = re.compile(rb"\\.|[()]", re.DOTALL)
NUMBER = re.compile(rb"[+-]*[0-9]*\.?[0-9]*-?[0-9]*")
CONSTANTS = frozenset({b"true", b"false", b"null"})
OPERATORS: Mapping[bytes, int] = MappingProxyType(
    {
        name: most
        for most, names in (
            (0, b"q Q h S s f F f* B B* b b* n W W* BT ET T* BX EX"),
            (1, b"w J j M ri i gs Tc Tw Tz TL Tr Ts Tj TJ ' CS cs G g sh Do"),
            (2, b"d m l Tf Td TD d0"),
            (3, b'RG rg "'),
            (4, b"v y re K k"),
            (6, b"cm c Tm d1"),
            (33, b"SC sc SCN scn"),
        )
        for name in names.split()
    }
)
"""What draws, and the most operands that it takes."""
WRITES = frozenset({b"Tj", b"TJ", b"'", b'"'})
MARKS = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
TAGS = frozenset(
    b"/Art /Artifact /BlockQuote /Caption /Code /Div /Document /Figure /Form /Formula /H /H1 /H2 /H3 /H4 /H5"
    b" /H6 /L /LBody /LI /Lbl /Link /NonStruct /Note /P /Part /Quote /Sect /Span /TBody /TD /TFoot /TH /THead"
    b" /TOC /TOCI /TR /Table /Tx".split()
)
PLAIN_MARK = re.compile(
    rb"<< (?:/MCID \d+ |/Lang \([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\) |/BBox \[ (?:[-+.\d]+ ){4}\] "
    rb"|/Attached \[ (?:/(?:Top|Bottom|Left|Right) )*\] "
    rb"|/(?:Type|Subtype) /(?:Pagination|Layout|Page|Background|Header|Footer|Watermark) )*>>"
)
"""What a marked stretch may say of itself: its number and its place, in words of the standard."""
IMAGE_KEYS = frozenset(
    b"/BPC /BitsPerComponent /CS /ColorSpace /D /Decode /DP /DecodeParms /F /Filter /H /Height /I /IM"
    b" /ImageMask /Interpolate /Intent /L /Length /W /Width".split()
)
IMAGE_END = re.compile(rb"[%s]EI(?=[%s]|\Z)" % (SPACE, SPACE))
BINARY = re.compile(rb"[^\t\n\x0c\r\x20-\x7e]")
ASIDE = 12
"""Bytes behind the end of a picture that must look like instructions."""


class Cleaned(NamedTuple):
    """The instructions, whether they are as they were, and the names of what they use."""

    data: bytes
    is_same: bool
    names: frozenset[bytes]


def clean(data: bytes) -> Cleaned:
    """The instructions that draw, without notes, and without marks that say more than a number."""
    reader = _Reader(data, keeps_marks=True)
    reader.read()
    if reader.keeps_marks:
        return reader.result()
    reader = _Reader(data, keeps_marks=False)
    reader.read()
    return reader.result()


def without_notes(data: bytes) -> bytes:
    """A table of characters without its notes."""
    if b"%" not in data:
        return data
    return b"".join(found[0] for found in TOKEN.finditer(data) if found.lastgroup != "note")


class _Reader:
    """Reads the instructions one by one, and writes down those that stay."""

    def __init__(self, data: bytes, *, keeps_marks: bool) -> None:
        self.keeps_marks = keeps_marks
        self._data = data
        self._at = 0
        self._kept = bytearray()
        self._is_same = True
        self._names: set[bytes] = set()
        self._operands: list[bytes] = []

    def result(self) -> Cleaned:
        return Cleaned(
            self._data if self._is_same else bytes(self._kept), self._is_same, frozenset(self._names)
        )

    def read(self) -> None:
        while (token := self._next()) is not None:
            if token == b"BI":
                self._image()
            elif token[:1] in b"/(<[]>{}" or token in CONSTANTS or NUMBER.fullmatch(token):
                self._operands.append(token)
                if len(self._operands) > 100_000:
                    raise broken("it holds an instruction without end")
            else:
                self._operator(token)
        self._is_same = self._is_same and not self._operands

    def _next(self) -> bytes | None:
        """The next token that is no space and no note."""
        while found := TOKEN.match(self._data, self._at):
            self._at = found.end()
            match found.lastgroup:
                case "space":
                    continue
                case "note":
                    self._is_same = False
                case "open":
                    return self._string(found.start())
                case _:
                    return found[0]
        if self._at < len(self._data):
            raise broken("its instructions cannot be read")
        return None

    def _string(self, start: int) -> bytes:
        """A string with parentheses inside."""
        depth, at = 1, start + 1
        while depth:
            found = PAREN.search(self._data, at)
            if not found:
                raise broken("a text in its instructions never ends")
            at = found.end()
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
        self._at = at
        return self._data[start:at]

    def _operator(self, name: bytes) -> None:
        operands, self._operands = self._operands, []
        if name in MARKS:
            if self.keeps_marks and not _is_plain(name, operands):
                self.keeps_marks = False
            if self.keeps_marks:
                self._write(operands, name)
            else:
                self._is_same = False
            return
        most = _weight(name, operands)
        if most < 0:
            self._is_same = False
            return
        self._is_same = self._is_same and len(operands) <= most
        operands = operands[max(len(operands) - most, 0) :]
        self._names |= {one for one in operands if one[:1] == b"/"}
        self._write(operands, name)

    def _write(self, operands: list[bytes], name: bytes) -> None:
        for operand in operands:
            self._kept += operand + b" "
        self._kept += name + b"\n"

    def _image(self) -> None:
        """A picture among the instructions: its keys, and its data as they are."""
        keys: list[bytes] = []
        while (token := self._next()) != b"ID":
            if token is None or len(keys) > 200:
                raise broken("a picture in its instructions never begins")
            keys.append(token)
        if any(key in (b"/DCT", b"/DCTDecode", b"/JPX", b"/JPXDecode") for key in keys):
            raise Unsure("a picture stands among its instructions", "print it to a PDF")
        named = [key for key in keys if key[:1] == b"/"]
        if any(key[:1] == b"(" for key in keys) or not named or named[0] not in IMAGE_KEYS:
            raise broken("a picture in its instructions has keys that no picture has")
        start = self._at + 1
        end = next((one for one in IMAGE_END.finditer(self._data, self._at) if self._ends(one.end())), None)
        if end is None:
            raise broken("a picture in its instructions never ends")
        self._names |= set(named)
        self._kept += b"BI " + b" ".join(keys) + b" ID " + self._data[start : end.start()] + b"\nEI\n"
        self._at = end.end()
        self._operands = []

    def _ends(self, at: int) -> bool:
        return BINARY.search(self._data[at : at + ASIDE]) is None


def _is_plain(name: bytes, operands: list[bytes]) -> bool:
    """Whether a mark says nothing in words of its own."""
    if name == b"EMC":
        return not operands
    if not operands or operands[0] not in TAGS:
        return False
    said = b" ".join(operands[1:])
    return not said if name in (b"BMC", b"MP") else PLAIN_MARK.fullmatch(said) is not None


def _weight(name: bytes, operands: list[bytes]) -> int:
    """How many operands are kept; fewer than none where the instruction does not draw."""
    says = any(one[:1] in (b"(", b"<") for one in operands)
    if name not in OPERATORS or (says and name not in WRITES):
        return -1
    if name in (b"TJ", b"d") and b"[" in operands:  # both take a list
        return len(operands) - operands.index(b"[")
    return OPERATORS[name]
