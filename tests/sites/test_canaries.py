"""Words planted in every field at every marking come out for those who may read them, and for nobody else."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import canaries
import site_builds
from briefing.edge.assemble import check

pytestmark = pytest.mark.site

AUDIENCES: Mapping[str, int] = {"public": 0, "partners": 1, "internal": 3}
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


def test_no_year_above_the_marking_is_in_a_page_or_a_name(site: Path) -> None:
    highest = AUDIENCES[site.name]

    leaks = {
        f"{name}: {year[0].decode()}"
        for name, content in said(site)
        if name.endswith(OURS) or "." not in name
        for year in canaries.YEAR.finditer(content)
        if int(year[1]) - 5 > highest
    }

    assert leaks == set()
