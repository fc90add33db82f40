"""Copies what the pages of a PDF are drawn with, object by object, by the keys that draw alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.strip import icc, jpeg, pdf_content, pdf_file, sfnt
from briefing.strip.pdf_keys import DRAWING, MAPS, NAMED, OPAQUE, PROGRAMS, RESOURCES, SAYING
from briefing.strip.pdf_streams import JPEG, Packed, Unpacker, parameters
from briefing.strip.stripped import Unsure, broken

DEEPEST = 40
MOST_OBJECTS = 300_000
DEVICES: Mapping[int, bytes] = MappingProxyType({1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"})
DEFAULTS = frozenset({"/DefaultCMYK", "/DefaultGray", "/DefaultRGB"})
LOOKUP = "/Lookup"
CONTENTS = "/Contents"
PROFILE = "/ICCBased"


class Copier:
    """Makes the objects of the new file; `removed` gathers words for what is left behind."""

    def __init__(self, removed: set[str]) -> None:
        self.removed = removed
        self.unpacker = Unpacker()
        self._objects: list[bytes] = []
        self._numbers: dict[tuple[int, int, str], int] = {}
        self._waiting: deque[tuple[int, Any, str]] = deque()

    def reserve(self) -> int:
        """The number of an object that is written later."""
        if len(self._objects) >= MOST_OBJECTS:
            raise Unsure(f"it has more than {MOST_OBJECTS} objects", "split it")
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, number: int, written: bytes) -> None:
        self._objects[number - 1] = written

    def add(self, written: bytes) -> bytes:
        """A reference to a new object."""
        number = self.reserve()
        self.put(number, written)
        return b"%d 0 R" % number

    def finish(self, root: int) -> bytes:
        """The file, when all that was referred to is copied."""
        while self._waiting:
            number, value, key = self._waiting.popleft()
            self.put(number, self._copied(value, key, 0))
        return pdf_file.written(self._objects, root)

    def value(self, value: Any, key: str, depth: int = 0) -> bytes:
        """A value as the new file says it; `key` is what it was found under."""
        if depth > DEEPEST:
            raise broken("it is nested too deep")
        if not isinstance(value, IndirectObject):
            return self._copied(value, key, depth)
        found = value.get_object()
        if not isinstance(found, DictionaryObject | ArrayObject):
            return self._copied(found, key, depth)
        place = (value.idnum, value.generation, key)
        if place not in self._numbers:
            self._numbers[place] = self.reserve()
            self._waiting.append((self._numbers[place], found, key))
        return b"%d 0 R" % self._numbers[place]

    def resources(self, given: Any, tokens: Collection[bytes]) -> bytes:
        """What instructions use of what they may use: what nothing draws with is not published."""
        held = given.get_object() if given is not None else None
        names = {str(NameObject.read_from_stream(BytesIO(token), None)): token for token in sorted(tokens)}
        parts = []
        for kind in RESOURCES:
            listed = held.get(kind) if isinstance(held, DictionaryObject) else None
            listed = listed.get_object() if listed is not None else None
            if not isinstance(listed, DictionaryObject):
                continue
            known = names | {name: name.encode() for name in DEFAULTS & listed.keys()}
            used = {
                token: self.value(listed.raw_get(name), kind)
                for name, token in known.items()
                if name in listed
            }
            if len(used) < len(listed):
                self.removed.add("what no page draws with")
            parts.append(kind.encode() + b" " + _mapping(sorted(used.items())))
        return b"<< " + b" ".join(parts) + b" >>"

    def _copied(self, value: Any, key: str, depth: int) -> bytes:
        if isinstance(value, StreamObject):
            return self._stream(value, key)
        if isinstance(value, DictionaryObject):
            return self._dictionary(value, key, depth)
        if isinstance(value, ArrayObject):
            return self._array(value, key, depth)
        return scalar(value)

    def _dictionary(self, value: DictionaryObject, key: str, depth: int) -> bytes:
        pairs = list(self._pairs(value, key, depth))
        if value.get("/Subtype") == "/Type3":
            pairs.append((b"/Resources", self._of_glyphs(value)))
        return _mapping(pairs)

    def _pairs(self, value: DictionaryObject, key: str, depth: int) -> Iterator[tuple[bytes, bytes]]:
        """The keys that draw, each with its value."""
        for name in value:
            held = value.raw_get(name)
            plain = held.get_object() if isinstance(held, IndirectObject) else held
            if key in NAMED:
                yield NameObject(name).renumber(), self.value(held, key, depth + 1)
            elif name in DRAWING and (name in SAYING or not _is_text(plain)):
                yield name.encode(), self.value(held, name, depth + 1)

    def _array(self, value: ArrayObject, key: str, depth: int) -> bytes:
        first = value[0].get_object() if value else None
        if first == PROFILE and len(value) > 1:
            return self._profile(value[1].get_object(), value)
        limit = 4 if first == "/DeviceN" else len(value)
        items = list(value)[:limit]
        if first != "/Indexed":
            items = [one for one in items if not _is_text(one.get_object())]
        role = LOOKUP if first == "/Indexed" else key
        return b"[" + b" ".join(self.value(one, role, depth + 1) for one in items) + b"]"

    def _profile(self, stream: Any, array: ArrayObject) -> bytes:
        """A colour profile without its texts; the plain colours where no usable one is left."""
        count = stream.get("/N") if isinstance(stream, StreamObject) else None
        if not isinstance(count, NumberObject) or count not in DEVICES:
            raise broken("a colour profile in it cannot be read")
        place = (getattr(list.__getitem__(array, 1), "idnum", 0), 0, PROFILE)
        if place[0] and place in self._numbers:
            return b"[/ICCBased %d 0 R]" % self._numbers[place]
        kept = icc.reduced(self.unpacker.plain(stream))
        if not kept:
            return DEVICES[count]
        number = self.reserve()
        self._numbers[place] = number
        self.put(number, pdf_file.stream(b"/N %d " % count, kept))
        return b"[/ICCBased %d 0 R]" % number

    def _of_glyphs(self, font: DictionaryObject) -> bytes:
        """What the glyphs of a font use that are drawn like pages."""
        glyphs = font.get("/CharProcs", DictionaryObject()).get_object()
        tokens = {
            token
            for glyph in glyphs.values()
            for token in pdf_content.clean(self.unpacker.plain(glyph.get_object())).names
        }
        return self.resources(font.get("/Resources"), tokens)

    def _stream(self, value: StreamObject, key: str) -> bytes:
        if key == CONTENTS:
            return self._as_it_is(value, b"")
        if key == "/CharProcs":
            return pdf_file.stream(b"", pdf_content.clean(self.unpacker.plain(value)).data)
        if key in MAPS:
            return self._changed(value, pdf_content.without_notes(self.unpacker.plain(value)), key)
        if key in PROGRAMS:
            return self._changed(value, sfnt.reduced(self.unpacker.plain(value)), key)
        if key in OPAQUE or key == LOOKUP or "/FunctionType" in value or "/ShadingType" in value:
            return self._as_it_is(value, self._keys(value, key))
        if value.get("/Subtype") == "/Image":
            return self._picture(value)
        if value.get("/Subtype") == "/Form" or value.get("/PatternType") == 1:
            return self._drawing(value, key)
        self.removed.add("unknown parts")
        return b"null"

    def _keys(self, value: StreamObject, key: str) -> bytes:
        return b"".join(b"%s %s " % pair for pair in self._pairs(value, key, 0))

    def _as_it_is(self, value: StreamObject, keys: bytes) -> bytes:
        return pdf_file.stream(keys + self._filter(value, packed := self.unpacker.packed(value)), packed.data)

    def _changed(self, value: StreamObject, data: bytes, key: str) -> bytes:
        """A stream with other data than it had; as it is where nothing changed."""
        if data == self.unpacker.plain(value):
            return self._as_it_is(value, self._keys(value, key))
        self.removed.add("names and notes of fonts")
        keys = {name: held for name, held in self._pairs(value, key, 0) if name != b"/Length1"}
        keys |= {b"/Length1": b"%d" % len(data)} if key in PROGRAMS else {}
        return pdf_file.stream(b"".join(b"%s %s " % pair for pair in keys.items()), data)

    def _filter(self, value: StreamObject, packed: Packed) -> bytes:
        if not packed.filter_:
            return b""
        given = parameters(value)
        how = b"/DecodeParms %s " % self.value(given, "/DecodeParms") if given is not None else b""
        return b"/Filter %s %s" % (packed.filter_.encode(), how)

    def _picture(self, value: StreamObject) -> bytes:
        packed = self.unpacker.packed(value)
        if packed.filter_ == JPEG:
            one = jpeg.strip(packed.data, upright=True)
            self.removed |= {f"{word} of pictures" for word in one.removed}
            packed = Packed(one.data, JPEG)
        return pdf_file.stream(self._keys(value, "/XObject") + self._filter(value, packed), packed.data)

    def _drawing(self, value: StreamObject, key: str) -> bytes:
        """A drawing inside a page, or a pattern."""
        cleaned = pdf_content.clean(self.unpacker.plain(value))
        if not cleaned.is_same:
            self.removed.add("words between instructions")
        if "/Resources" not in value and cleaned.names:
            raise Unsure("a drawing in it does not say what it uses", "print it to a PDF")
        keys = self._keys(value, key)
        keys += b"/Resources %s " % self.resources(value.get("/Resources"), cleaned.names)
        return self._as_it_is(value, keys) if cleaned.is_same else pdf_file.stream(keys, cleaned.data)


def scalar(value: Any) -> bytes:
    """A value without parts."""
    match value:
        case NameObject():
            return value.renumber()
        case BooleanObject():
            return b"true" if value.value else b"false"
        case NumberObject():
            return b"%d" % value
        case FloatObject():
            return number(float(value))
        case TextStringObject() | ByteStringObject():
            return b"<" + value.original_bytes.hex().encode() + b">"
    return b"null"


def number(value: float) -> bytes:
    """A number without an exponent, as PDF writes it."""
    if not -1e12 < value < 1e12:
        raise broken("a number in it is none")
    return f"{value:.8f}".rstrip("0").rstrip(".").encode()


def _is_text(value: Any) -> bool:
    return isinstance(value, TextStringObject | ByteStringObject)


def _mapping(pairs: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"<< " + b"".join(b"%s %s " % pair for pair in pairs) + b">>"
