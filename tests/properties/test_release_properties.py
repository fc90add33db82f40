"""For any content: what an audience is shown is what it would be shown if nothing were marked higher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.model.marking import Audience, Marking
from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pages import outputs, search
from briefing.pipeline import Input

EXTENSIONS = ("abbr", "attr_list", "footnotes", "tables", "toc")
PUBLIC = Audience("public", Marking.CLEAR)
SETTINGS = Settings(marking=Marking.CLEAR, audience=PUBLIC)
TODAY = date(2025, 11, 20)

MARKINGS = st.sampled_from((Marking.CLEAR, Marking.CLEAR, Marking.AMBER, Marking.GREEN)).map(str)
ALIASES = ("Falcon", "Falcon Group", "Lee", "Ann Lee", "HP", "Pact of the Harbour", "Falcon Group Ltd")
DATES = st.sampled_from(
    ("2024", "2024-05", "2024-05-17", "2024-05-18", "2026-03", "2025-11/2025-12", "2024~")
)
IDS: Mapping[Kind, tuple[str, ...]] = {
    kind: tuple(f"{stem}{number}" for number in range(1, count + 1))
    for kind, stem, count in (
        (Kind.ACTOR, "falcon", 4), (Kind.TOPIC, "trade", 4), (Kind.AGREEMENT, "pact", 2),
        (Kind.ARTICLE, "talks", 4), (Kind.BRIEF, "look", 3),
    )
}  # fmt: skip
ALL = tuple(f"{kind}/{id_}" for kind, ids in IDS.items() for id_ in ids)
FILES = frozenset(SrcUri(f"docs/articles/{name}") for name in ("chart.png", "annex.pdf", "plan.pdf"))

SENTENCES = st.sampled_from(
    (
        *(f"Then {alias} spoke." for alias in ALIASES), *(f"See [[{ref}]]." for ref in ALL),
        *(f"[Way](../{ref}.md) on." for ref in ALL if not ref.startswith("briefs")),
        "Name falcon1 met Name falcon2.", "![Chart](../articles/chart.png)", "[Annex](../articles/annex.pdf)",
        "## Name falcon3 again", "The port is open.", "\n\n*[port]: Name falcon1 said so\n\n",
        "Note.[^1]\n\n[^1]: Of Lee.\n\n", "[Plan][p].\n\n[p]: ../articles/plan.pdf\n\n",
        "[Trade](../topics/trade1.md#trade)",
    )
)  # fmt: skip
BODIES = st.lists(SENTENCES, max_size=5).map(" ".join)


def some(kind: Kind, most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(IDS[kind]), max_size=most, unique=True)


def earlier(kind: Kind, id_: str) -> st.SearchStrategy[list[str]]:
    """At most one id that comes before another, so that nothing is a part of itself."""
    before = [one for one in IDS[kind] if one < id_]
    return st.lists(st.sampled_from(before), max_size=1) if before else st.just([])


def single(key: str, ids: list[str]) -> dict[str, str]:
    """A key that holds one id, or no key."""
    return {key: ids[0]} if ids else {}


WRITTEN_OUT = st.fixed_dictionaries({"title": st.just("A cable"), "marking": MARKINGS})


@st.composite
def parts(draw: st.DrawFn, cited: list[dict[str, Any]]) -> dict[str, Any]:
    """Sources and events, each with a marking; what is cited is not marked higher."""
    may_cite = [one["id"] for one in cited if one["marking"] == str(Marking.CLEAR)]
    cites = st.lists(
        st.one_of(st.sampled_from(may_cite), WRITTEN_OUT) if may_cite else WRITTEN_OUT, max_size=2
    )
    event = st.fixed_dictionaries(
        {"title": st.sampled_from(("They met", "They left")), "date": DATES, "marking": MARKINGS},
        optional={
            "id": st.sampled_from(("signing", "meeting")),
            "place": st.sampled_from(("Harbour", "Delhi")),
            "actors": some(Kind.ACTOR),
            "topics": some(Kind.TOPIC),
            "agreements": some(Kind.AGREEMENT),
            "sources": cites,
            "dates": st.lists(st.fixed_dictionaries({"date": DATES, "sources": cites}), max_size=1),
        },
    )  # fmt: skip
    return {"sources": cited, "events": draw(st.lists(event, max_size=3))}


SOURCES = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(("s1", "s2", "s3")),
            "title": st.sampled_from(("A statement", "A report")),
            "marking": MARKINGS,
        },
        optional={"origin": st.sampled_from(("s1", "s2", "A wire")), "note": st.just("Seen by Lee")},
    ),
    max_size=3,
    unique_by=lambda one: one["id"],
)


def judgements() -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(
        st.fixed_dictionaries(
            {
                "id": st.sampled_from(("j1", "j2", "j3")),
                "text": st.sampled_from(("The port closes.", "The pact is signed.")),
                "confidence": st.just("low"),
                "marking": MARKINGS,
            },
            optional={
                "about": st.lists(st.sampled_from(ALL[:10]), max_size=2, unique=True),
                "replaces": st.sampled_from(("look1#j1", "look1#j2", "look2#j1")),
                "sources": st.lists(WRITTEN_OUT, max_size=1),
                "outcome": st.fixed_dictionaries(
                    {"result": st.just("happened"), "date": st.just("2025-11-10")},
                    optional={"by": st.just("Lee"), "sources": st.lists(WRITTEN_OUT, max_size=1)},
                ),
            },
        ),
        max_size=3,
        unique_by=lambda one: one["id"],
    )


@st.composite
def matter(draw: st.DrawFn, kind: Kind, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "marking": draw(MARKINGS),
        "status": draw(st.sampled_from(("published", "published", "published", "draft", "withdrawn"))),
        "withdrawn_because": "It was wrong",
        "date": draw(st.sampled_from(("2025-10-01", "2025-11-02", "2025-11-19"))),
        "actors": draw(some(Kind.ACTOR)),
        "agreements": draw(some(Kind.AGREEMENT)),
        "topics": draw(some(Kind.TOPIC)) or ["trade1"],
        "see_also": draw(st.lists(st.sampled_from(ALL), max_size=2, unique=True)),
        "former": draw(st.sampled_from(([], [f"old-{id_}"]))),
        **draw(parts(draw(SOURCES))),
    }  # fmt: skip
    if kind.is_profile:
        found |= {
            "name": f"Name {id_}",
            "aliases": draw(st.lists(st.sampled_from(ALIASES), max_size=2, unique=True)),
        }
        found |= {"not": draw(st.sampled_from(([], ["Falcon Group Ltd"], ["Ann Lee"])))}
    else:
        found |= {"title": f"Title of {id_}", "summary": "What happened."}
    match kind:
        case Kind.BRIEF:
            found |= {
                "authors": ["Desk"],
                "articles": draw(some(Kind.ARTICLE)),
                "judgements": draw(judgements()),
            }
            found |= single("supersedes", draw(earlier(kind, id_)))
        case Kind.ACTOR:
            found |= {"type": "person"} | single("part_of", draw(earlier(kind, id_)))
            found |= {
                "roles": draw(
                    st.sampled_from(([], [{"title": "Falcon"}], [{"title": "Envoy", "of": "falcon1"}]))
                )
            }
        case Kind.TOPIC:
            found |= {"broader": draw(earlier(kind, id_)), "hidden": draw(st.sampled_from(([], ["trad"])))}
        case Kind.AGREEMENT:
            found |= {"parties": draw(some(Kind.ACTOR)), "supersedes": draw(earlier(kind, id_))}
            found |= draw(st.sampled_from(({}, {"signed": "2024-05-17"}, {"expires": "2026"})))
    return found


class Plain(yaml.SafeDumper):
    """Writes every value out."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True)
class Root:
    """A content root: the front matter and the body of each document."""

    documents: Mapping[Ref, tuple[dict[str, Any], str]]

    def sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(_uri(ref), f"---\n{yaml.dump(found, Dumper=Plain, sort_keys=False)}---\n{body}\n")
            for ref, (found, body) in self.documents.items()
        )

    def without_what_is_higher(self) -> Root:
        """What is left when an editor deletes all that the public may not see."""
        return Root(
            {
                ref: (_stripped(found), body)
                for ref, (found, body) in self.documents.items()
                if found["marking"] == str(Marking.CLEAR) and found["status"] != "draft"
            }
        )


def _uri(ref: Ref) -> SrcUri:
    return SrcUri(f"{ref}.md" if ref.kind is Kind.BRIEF else f"docs/{ref}.md")


def _stripped(value: Any) -> Any:
    match value:
        case dict():
            return {key: _stripped(held) for key, held in value.items()}
        case list():
            return [
                _stripped(one)
                for one in value
                if not (
                    isinstance(one, dict) and one.get("marking", str(Marking.CLEAR)) != str(Marking.CLEAR)
                )
            ]
    return value


@st.composite
def roots(draw: st.DrawFn) -> Root:
    refs = [Ref(kind, id_) for kind, ids in IDS.items() for id_ in ids]
    there = draw(st.sets(st.sampled_from(refs), min_size=6))
    return Root({ref: (draw(matter(ref.kind, ref.id)), draw(BODIES)) for ref in sorted(there)})


def shown(root: Root) -> dict[str, object]:
    """All that the site for the public is made of."""
    given = Input(root.sources(), FILES, (), SETTINGS, "Briefing Room", TODAY)
    build = pipeline.build(pipeline.check(given, Converter(EXTENSIONS, {})))
    return {
        "pages": dict(build.shown),
        "outputs": dict(outputs.files(build.edition, "https://site.example/")),
        "search": search.entries(build.edition, build.texts),
        "files": build.files,
        "sources": dict(build.source_of),
    }


@settings(max_examples=60, deadline=None)
@given(roots())
def test_what_is_marked_higher_changes_nothing_below(root: Root) -> None:
    assert shown(root) == shown(root.without_what_is_higher())
