"""Whatever texts and lists name a document: renamed there and back, all but its former id is as it was."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.edge.content import configuration
from briefing.edge.tool import TOOL
from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pipeline import Checks, Input
from briefing.rewrite import links, renaming
from briefing.rewrite.readiness import Given
from briefing.rewrite.references import Move

CONFIGURED = configuration.load(TOOL)
CONVERTER = Converter(CONFIGURED.extensions, CONFIGURED.extension_configs)
OLD, NEW = Ref(Kind.ACTOR, "old"), Ref(Kind.ACTOR, "zebra")
FILES = {
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/other.md": "---\nname: Other Harbour\ntype: group\n---\n",
}
PIECES = (
    "[[old]]", "[[actors/old]]", "[[old|it]]", "[[ old#x | it ]]", "\\[[old]]", "`[[old]]`", "[[other]]",
    "[it](../actors/old.md)", "[it](../actors/old.md#x 'old')", "[it][old]", "[old]: ../actors/old.md",
    "<a href='../actors/old.md'>it</a>", "<!-- [[old]] -->", "```\n[[old]]\n```", "    [[old]]", "> [[old]]",
    "| a | [[old\\|it]] |\n|---|---|", "**[[old]]**", "[^1]", "[^1]: [[old]]", "![old](old.md)", "old",
    "The old harbour", "[[", "]]", "[", "](../actors/old.md)", "`", "~~~", "- [[old]]", "1. ", "# [[old]]",
    "::: TLP:AMBER+STRICT", ":::", "*[old]: [[old]]", "\n", "\n\n", " ", "é\u2028", "!!! note\n    [[old]]",
)  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", "\n", "\n\n", ""]).map(lambda between: between.join(pieces))
)
WRITINGS = st.sampled_from(
    (
        "actors: [old, other]\n",
        "actors: [other,\n  'old', # old\n  ]\n",
        "actors:\n- old # old\n- other\n",
        'actors:\n  -   "old"\nsee_also: [actors/old]\n',
        "events:\n  - {date: 2025-11-01, title: old, actors: [old]}\n",
        "see_also:\n  - actors/other\n\n  - >-\n    actors/old\n# old\n",
        "",
    )
)


def check(sources: tuple[Source, ...]) -> Checks:
    return pipeline.check(
        Input(sources, frozenset(), (), Settings(), "Briefing Room", date(2025, 12, 1)), CONVERTER
    )


def moved(sources: tuple[Source, ...], move: Move) -> tuple[Source, ...]:
    checks = check(sources)
    plan = renaming.plan(
        Given(sources, checks.reading, checks.content, checks.problems), move, CONVERTER, append=False
    )
    assert plan.obstacles == ()
    after = {one.before.uri: one.after for one in plan.files}
    return tuple(one for source in sources if (one := after.get(source.uri, source)))


@settings(deadline=None, max_examples=60)
@example([("", "")], "[^1]: [[old]]\\[[old]][[old]][[old]]")  # a note is read twice, and has a link more
@given(st.lists(st.tuples(WRITINGS, BODIES), min_size=1, max_size=3), BODIES)
def test_there_and_back_nothing_else_has_changed(told: list[tuple[str, str]], own: str) -> None:
    files = FILES | {"docs/actors/old.md": f"---\nname: Old Harbour\ntype: group\n---\n{own}"}
    for number, (written, body) in enumerate(told):
        files[f"docs/articles/told-{number}.md"] = (
            "---\ntitle: Told\nsummary: Of old.\ndate: 2025-11-03\ntopics: [trade]\n"
            f"{written}sources: [{{title: A statement}}]\n---\n{body}"
        )
    before = tuple(Source(SrcUri(name), text) for name, text in sorted(files.items()))
    if any(one.code in ("B506", "B605") for one in check(before).problems):
        return

    there = moved(before, Move(OLD, NEW))
    back = moved(there, Move(NEW, OLD))

    assert {one.uri: one.text.replace("former: [zebra]\n", "") for one in back} == files
    # Only the id itself was changed on the way, and wherever something led to it.
    assert {one.uri: one.text.replace("zebra", "old").replace("former: [old]\n", "") for one in there} == {
        SrcUri(name.replace("actors/old", "actors/zebra")): text for name, text in files.items()
    }
    texts = [document.body for document in check(there).content.documents.values()]
    led = {target for body in texts for target in links.targets(CONVERTER.convert(body))}
    assert not led & {"to:old", "to:actors/old", "../actors/old.md"}
