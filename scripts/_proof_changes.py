"""Random changes above an audience's marking: what it may see stays as it is, to the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import _proof_parts as parts
from _proof_contents import Planned, Writer, planned
from _proof_papers import paper, picture
from _proof_parts import MARKINGS
from _proof_root import Root, Text
from _proof_visible import without_sections
from briefing.model.marking import Audience, Marking
from briefing.model.ref import KINDS, Kind, Ref

LISTS = ("sources", "events", "judgements", "gone")
"""The keys of entries that may have a marking."""
UNPUBLISHED = ("draft", "review")
MOST = 8
"""Changes at a time."""


@dataclass
class Editor:
    """Changes a content where an audience does not see it; each change says what it did, or nothing."""

    root: Root
    writer: Writer
    audience: Audience
    default: Marking
    chance: Random

    @property
    def above(self) -> list[Marking]:
        return [one for one in MARKINGS if not self.audience.may_see(one)]

    def is_hidden(self, text: Text) -> bool:
        marking = Marking(text.matter.get("marking", str(self.default)))
        return not self.audience.may_see(marking) or text.matter.get("status") in UNPUBLISHED

    def hidden(self) -> list[str]:
        return [path for path, text in self.root.texts.items() if self.is_hidden(text)]

    def hide(self, text: Text) -> Text:
        """The text at a marking that the audience may not see, or as a draft."""
        if self.above and (self.chance.random() < 0.7 or "status" not in text.matter):
            text.matter["marking"] = str(self.chance.choice(self.above))
        elif "status" in text.matter:
            text.matter["status"] = self.chance.choice(UNPUBLISHED)
        return text

    def new(self) -> Planned:
        """A document that is, most likely, not there yet."""
        kind = self.chance.choice(list(Kind))
        return planned(self.chance, Ref(kind, self.new_id()), self.above or MARKINGS)

    def new_id(self) -> str:
        """An id before all others in the alphabet, among them, or after them."""
        return f"{self.chance.choice(('aa', 'falcon', 'zz'))}{self.chance.randint(5, 9)}"

    def add_document(self) -> str:
        one = self.new()
        if one.path in self.root.texts:
            return ""
        self.root.texts[one.path] = self.hide(self.writer.text(one))
        return (
            self._said(one.path, "added")
            if self.is_hidden(self.root.texts[one.path])
            else self._drop(one.path)
        )

    def remove_text(self) -> str:
        path = self._one_of(self.hidden())
        said = self._said(path, "removed") if path else ""
        if path:
            self._drop(path)
        return said

    def rewrite_text(self) -> str:
        """Another front matter and body at the same address."""
        path = self._one_of(self.hidden())
        if not path:
            return ""
        old = self.root.texts[path]
        marking = Marking(old.matter.get("marking", str(self.default)))
        kind, _, id_ = path.removeprefix("docs/").removesuffix(".md").partition("/")
        if kind in KINDS and id_:
            ref = Ref(Kind(kind), id_.rpartition("/")[2])
            one = replace(planned(self.chance, ref), marking=marking, status=old.matter["status"])
            self.root.texts[path] = self.writer.text(one)
            self.root.texts[path].matter["marking"] = str(marking)
        else:
            self.root.texts[path] = self.writer.page(path, marking)
        return self._said(path, "written anew")

    def rename_document(self) -> str:
        """The same text under another id, in another folder."""
        path = self._one_of([path for path in self.hidden() if "status" in self.root.texts[path].matter])
        id_ = self.new_id()
        folder = f"docs/{path.split('/')[1]}" if path and path.startswith("docs/") else "briefs"
        new = f"{folder}/deep/{id_}.md"
        if not path or {new, f"{folder}/{id_}.md"} & self.root.texts.keys():
            return ""
        text = self.root.texts.pop(path)
        if "name" in text.matter:
            text.matter["name"] = f"Name {id_}"
        self.root.texts[new] = text
        return self._said(new, f"so named; it was {path}")

    def mark_otherwise(self) -> str:
        path = self._one_of(self.hidden())
        if not path:
            return ""
        before = {key: self.root.texts[path].matter.get(key) for key in ("marking", "status")}
        self.hide(self.root.texts[path])
        return self._said(path, f"marked so; before it was {before}")

    def take_out_part(self) -> str:
        found = [(*place, one) for *place, entries in self._lists() for one in entries if self._is_above(one)]
        chosen = self._one_of(found)
        if not chosen:
            return ""
        path, key, entry = chosen
        for _, _, entries in self._lists():
            entries[:] = [one for one in entries if one is not entry]
        return self._said(path, f"`{key}` without {entry}")

    def put_in_part(self) -> str:
        chosen = self._one_of(list(self._lists()))
        if not chosen or not self.above:
            return ""
        path, key, entries = chosen
        entry = {**self._entry(key), "marking": str(self.chance.choice(self.above))}
        entries.insert(self.chance.randint(0, len(entries)), entry)
        return self._said(path, f"`{key}` with {entry}")

    def put_in_section(self) -> str:
        """A section somewhere between the paragraphs of a text."""
        chosen = self._one_of([item for item in self.root.texts.items() if not self.is_hidden(item[1])])
        if not chosen or not self.above or not chosen[1].body:
            return ""
        path, text = chosen
        section = self.writer.section(self.chance.choice(self.above))
        paragraphs = text.body.split("\n\n")
        paragraphs.insert(self.chance.randint(0, len(paragraphs)), section)
        text.body = "\n\n".join(paragraphs)
        return self._said(path, f"its text with {section!r}")

    def take_out_sections(self) -> str:
        """All sections of a text that the audience does not see."""
        texts = [item for item in self.root.texts.items() if not self.is_hidden(item[1])]
        chosen = self._one_of([(path, text) for path, text in texts if self._left(text) != text.body])
        if not chosen:
            return ""
        path, text = chosen
        text.body = self._left(text)
        return self._said(path, "without its sections above the marking")

    def change_file(self) -> str:
        """Add, replace or remove a file that no text which the audience may see refers to."""
        names = [
            f"docs/articles/{stem}{self.chance.randint(1, 3)}.pdf" for stem in ("aa-secret", "zz-secret")
        ]
        names += ["docs/stray.md", "docs/decisions/one.md", "docs/articles/notes.txt"]
        path = self.chance.choice([*names, *self._unseen_files()])
        if path in self.root.files and self.chance.random() < 0.4:
            del self.root.files[path]
            return f"{path}: removed"
        word = f"zebrafish {self.chance.randrange(1000)}"
        make: Mapping[str, Callable[[str], bytes]] = {"png": picture, "pdf": paper}
        self.root.files[path] = make.get(path.rpartition(".")[2], str.encode)(word)
        return f"{path}: now holds `{word}`"

    def lay_over(self) -> str:
        """Put some of what is marked higher into a repository of its own."""
        labels = [str(one) for one in self.above]
        texts = [path for path in self.hidden() if self.root.texts[path].matter.get("marking") in labels]
        texts = [path for path in texts if not path.endswith("/index.md")]  # the base has one of these
        found = sorted([*texts, *self._unseen_files()])
        self.root.laid_over = {path for path in found if self.chance.random() < 0.7}
        return f"in an overlay: {', '.join(sorted(self.root.laid_over))}" if self.root.laid_over else ""

    def rename_author(self) -> str:
        seen = {
            name
            for text in self.root.texts.values()
            if not self.is_hidden(text)
            for name in text.matter.get("authors", ())
        }
        id_ = self._one_of([id_ for id_ in (*self.root.authors, "zebra") if id_ not in seen])
        if not id_:
            return ""
        self.root.authors[id_] = f"Author {self.chance.randrange(1000)}"
        return f"the author {id_}, of nothing that may be seen: now {self.root.authors[id_]}"

    def _unseen_files(self) -> list[str]:
        """Files that no text which the audience may see refers to."""
        seen = "\n".join(self._left(text) for text in self.root.texts.values() if not self.is_hidden(text))
        return [path for path in self.root.files if path.rpartition("/")[2] not in seen]

    def _left(self, text: Text) -> str:
        """What the audience may see of a body."""
        return without_sections(text.body, self.audience)[0].strip("\n")

    def _lists(self) -> Iterator[tuple[str, str, list[Any]]]:
        """Each list of entries in what the audience sees: its file, its key, the list itself."""
        for path, text in self.root.texts.items():
            if not self.is_hidden(text):
                yield from ((path, key, entries) for key, entries in self._in(text.matter))

    def _in(self, entry: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
        for key, value in entry.items():
            if isinstance(value, dict):
                yield from self._in(value)
            elif isinstance(value, list):
                if key in LISTS:
                    yield key, value
                for one in value:
                    if isinstance(one, dict) and not self._is_above(one):
                        yield from self._in(one)

    def _is_above(self, entry: Any) -> bool:
        return isinstance(entry, dict) and Marking(entry.get("marking", str(Marking.CLEAR))) in self.above

    def _entry(self, key: str) -> dict[str, Any]:
        ground, chance = self.writer.ground(self.above[-1]), self.chance
        number = chance.randint(1, 99)
        if key == "events":
            return parts.event(chance, ground, ())
        if key == "judgements":
            return parts.judgement(chance, ground, f"n{number}", ground.marking, ())
        if key == "gone":
            return {"address": f"briefs/lost-n{number}", "because": "It was wrong"}
        return parts.source(chance, f"n{number}")

    def _one_of(self, options: list[Any]) -> Any:
        return self.chance.choice(options) if options else None

    def _drop(self, path: str) -> str:
        del self.root.texts[path]
        return ""

    def _said(self, path: str, what: str) -> str:
        matter = self.root.texts[path].matter
        status = matter.get("status")
        more = f", {status}" if status in UNPUBLISHED else ""
        return f"{path} ({matter.get('marking', self.default)}{more}): {what}"


DEEDS = (
    Editor.add_document, Editor.remove_text, Editor.rewrite_text, Editor.rename_document,
    Editor.mark_otherwise, Editor.take_out_part, Editor.put_in_part, Editor.put_in_section,
    Editor.take_out_sections, Editor.change_file, Editor.rename_author,
)  # fmt: skip


def change(root: Root, writer: Writer, audience: Audience, default: Marking) -> tuple[Root, list[str]]:
    """The content with some changes that an audience may not see, and what they are."""
    chance = writer.chance
    editor = Editor(root.copy(), replace(writer, cast=dict(writer.cast)), audience, default, chance)
    if chance.random() < 0.5:
        said = list(iter(editor.remove_text, "")) + list(iter(editor.take_out_part, ""))
        said += iter(editor.take_out_sections, "")
    else:
        said = [chance.choice(DEEDS)(editor) for _ in range(chance.randint(1, MOST))]
        said += [editor.lay_over()] if chance.random() < 0.3 else []
    return editor.root, [one for one in said if one]
