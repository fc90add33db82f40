"""Words planted in every field at every marking come out for those who may read them, and for nobody else."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import canaries
import site_builds
from briefing.edge.assemble import check

pytestmark = pytest.mark.site

UNSHOWN = re.compile(
    r"(?:.*\.)?(?:id|not|withdrawn_because)|id of .*|author .*|agreements\.signatories\.name"
    r"|.*\.events\.(?:dates\.)?sources\.(?:note|origin|publisher|url)"
)
"""Fields that no page prints here: ids of parts, what is said of withdrawn documents alone, and the like."""
AUDIENCES: Mapping[str, int] = {"public": 0, "partners": 1, "internal": 3}
SIZES = "manifest.json"
"""Holds numbers that are no years."""
OURS = (".html", ".xml", ".json", ".ics", ".gz")


@pytest.fixture(scope="module")
def planted() -> canaries.Root:
    return canaries.make()


@pytest.fixture(scope="module")
def root(planted: canaries.Root, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted.write(tmp_path_factory.mktemp("canaries"))


@pytest.fixture(scope="module", params=AUDIENCES)
def site(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of each audience, in a folder of its name."""
    return site_builds.build(
        tmp_path_factory.mktemp("site") / request.param, "--audience", request.param, root=root
    )


def said(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site with its name and its content."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        data = path.read_bytes() if path.is_file() else b""
        yield name, name.encode() + b"\n" + (gzip.decompress(data) if path.suffix == ".gz" else data)


def test_the_planted_root_has_no_error(root: Path) -> None:
    """Where a new field must lead somewhere or keep a form, `Ground.reference` has to say so."""
    assert [str(one) for one in check(root).problems if one.is_error] == []


def test_no_word_above_the_marking_is_in_any_byte_or_name(site: Path, planted: canaries.Root) -> None:
    highest = AUDIENCES[site.name]

    leaks = {
        f"{name}: {word[0].decode()} of {planted.places[word[0].decode()]}"
        for name, content in said(site)
        for word in canaries.WORD.finditer(content.lower())
        if int(word[1]) > highest
    }

    assert leaks == set()


def test_all_that_may_be_seen_is_there(site: Path, planted: canaries.Root) -> None:
    """Else nothing would be proven by what is not there."""
    seen = {word[0].decode() for _, content in said(site) for word in canaries.WORD.finditer(content)}
    may_see = {word for word in planted.places if int(word[2]) <= AUDIENCES[site.name]}

    missing = {planted.places[word] for word in may_see - seen}

    assert {place for place in missing if not UNSHOWN.fullmatch(place)} == set()


def test_misspellings_are_searched_and_never_shown(site: Path, planted: canaries.Root) -> None:
    hidden = {word.encode() for word, place in planted.places.items() if place == "topics.hidden"}

    found = {name for name, content in said(site) if any(word in content for word in hidden)}

    assert found == {"search/search_index.json"}


def test_no_year_above_the_marking_is_in_a_page_or_a_name(site: Path) -> None:
    highest = AUDIENCES[site.name]

    leaks = {
        f"{name}: {year[0].decode()}"
        for name, content in said(site)
        if (name.endswith(OURS) or "." not in name) and name != SIZES
        for year in canaries.YEAR.finditer(content)
        if int(year[1]) - 5 > highest
    }

    assert leaks == set()
