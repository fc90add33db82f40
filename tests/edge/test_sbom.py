"""The bill of materials names all that a site is made with, in the words of its standard."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import licences
import site_builds
from briefing.edge.delivery import lock, sbom
from briefing.edge.mkdocs.file_list import SHEET
from briefing.edge.tool import TOOL
from briefing.pages import sbom as pages

ASSETS = TOOL / "docs/assets"
LOCKED = re.findall(r"^([a-z0-9-]+)==(\S+)", (TOOL / lock.RUNTIME).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def bill(dossier: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((dossier / "sbom.cdx.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.site
def test_it_holds_against_the_official_schema(dossier: Path) -> None:
    text = (dossier / "sbom.cdx.json").read_text(encoding="utf-8")

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


@pytest.mark.site
def test_the_standard_s_own_library_reads_back_what_was_written(bill: dict[str, Any]) -> None:
    read: Bom = Bom.from_json(bill)  # type: ignore[attr-defined]

    assert read.validate()
    assert read.metadata.component is not None
    assert read.metadata.component.name == "briefing-room"
    purls = {str(one.purl) for one in read.components if one.purl}
    assert purls == {f"pkg:pypi/{name}@{version}" for name, version in LOCKED}
    (jinja2,) = (one for one in read.components if one.name == "jinja2")
    assert [one.content for one in jinja2.hashes]
    assert {one.content for one in jinja2.hashes} == set(hashes_of("jinja2"))


def hashes_of(name: str) -> tuple[str, ...]:
    return next(one.hashes for one in lock.libraries() if one.name == name)


@pytest.mark.site
def test_every_library_has_its_hashes_and_its_licence(bill: dict[str, Any]) -> None:
    libraries = [one for one in bill["components"] if one["type"] == "library"]

    assert [(one["name"], one["version"]) for one in libraries] == LOCKED
    assert all(one["hashes"] and one["licenses"] for one in libraries)


@pytest.mark.site
def test_what_is_needed_on_some_systems_alone_is_listed_on_all(bill: dict[str, Any]) -> None:
    (cffi,) = (one for one in bill["components"] if one["name"] == "cffi")

    marker = {"name": pages.MARKER, "value": "platform_python_implementation != 'PyPy'"}
    assert cffi["properties"] == [marker]


@pytest.mark.site
def test_every_script_style_and_font_of_the_site_is_ours_or_listed(
    dossier: Path, bill: dict[str, Any]
) -> None:
    """What comes with the theme stands below it, what we carry beside it, each with its SHA-256."""
    theme = next(one for one in bill["components"] if one["name"] == "mkdocs-material")
    files = [*theme["components"], *(one for one in bill["components"] if one["type"] == "file")]
    listed = {one["name"]: one["hashes"][0]["content"] for one in files}
    own = {path.relative_to(ASSETS.parent).as_posix() for path in ASSETS.rglob("*") if path.is_file()}
    own |= {SHEET}
    kinds = ("*.js", "*.css", "*.woff2", "*.map")
    served = {path.relative_to(dossier).as_posix() for kind in kinds for path in dossier.rglob(kind)}

    assert any(name.startswith("assets/javascripts/bundle.") for name in listed)
    assert {name for name in served if name not in listed and name not in own} == set()
    for name, sha256 in listed.items():
        assert hashlib.sha256((dossier / name).read_bytes()).hexdigest() == sha256
    fonts = {name for name in listed if name.endswith(".woff2")}
    assert fonts == {name for name in served if name.endswith(".woff2")} != set()


@pytest.mark.site
def test_what_a_content_puts_in_a_font_s_place_is_not_called_that_font(tmp_path: Path) -> None:
    font = "docs/assets/fonts/source-sans-3-latin-wght-normal.woff2"
    (tmp_path / "root" / font).parent.mkdir(parents=True)
    (tmp_path / "root" / font).write_bytes(b"another")
    (tmp_path / "root/docs/topics").mkdir()
    (tmp_path / "root/docs/topics/trade.md").write_text("---\nname: Trade\n---\n", encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=tmp_path / "root")

    served = (site / font.removeprefix("docs/")).read_bytes()
    names = [one["name"] for one in json.loads((site / "sbom.cdx.json").read_bytes())["components"]]
    assert (font.removeprefix("docs/") in names) == (served != b"another")
    assert "assets/fonts/source-sans-3-latin-ext-wght-normal.woff2" in names


@pytest.mark.site
def test_it_says_what_needs_what_and_leaves_no_library_without_a_reason(bill: dict[str, Any]) -> None:
    needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    reached, waiting = set(), ["briefing-room"]
    while waiting:
        ref = waiting.pop()
        waiting += [one for one in needs.get(ref, []) if one not in reached]
        reached.add(ref)

    assert {one["bom-ref"] for one in bill["components"]} - reached == set()


@pytest.mark.site
def test_it_holds_no_clock_and_its_number_follows_from_its_content(bill: dict[str, Any]) -> None:
    assert "timestamp" not in bill["metadata"]
    tool = lock.tool()
    one, same, other = (
        json.loads(pages.write(tool, libraries, (), ("mkdocs-material", ())))["serialNumber"]
        for libraries in (lock.libraries(), lock.libraries()[::-1], lock.libraries()[1:])
    )
    assert one == same != other


@pytest.mark.site
def test_a_zip_of_the_site_brings_it_and_the_manifest_lists_it(dossier: Path) -> None:
    listed = json.loads((dossier / "manifest.json").read_text(encoding="utf-8"))["files"]["sbom.cdx.json"]

    data = (dossier / "sbom.cdx.json").read_bytes()
    assert listed == {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def test_the_table_of_licences_is_what_the_libraries_say() -> None:
    """A new or changed dependency: run `python scripts/licences.py`, and look at what it says."""
    table = json.loads((TOOL / lock.LICENCES).read_text(encoding="utf-8"))

    assert licences.made_anew(table) == table


def test_every_licence_of_the_table_is_an_expression_of_spdx() -> None:
    table = json.loads((TOOL / lock.LICENCES).read_text(encoding="utf-8"))

    assert [name for name, line in table.items() if not licences.is_spdx(line["licence"])] == []


def test_a_library_that_nobody_has_looked_up_has_no_licence() -> None:
    found = licences.made_anew({})

    assert found["click"]["licence"] == "BSD-3-Clause"
    assert found["jinja2"]["licence"] == ""


@pytest.mark.parametrize("text", ["no-licence-at-all", "BSD", "mit", "MIT OR", "Apache License 2.0"])
def test_other_words_are_no_licence(text: str) -> None:
    assert not licences.is_spdx(text)


def test_another_library_than_the_lock_s_is_told_of_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sbom, "version", lambda name: "0.0.1")

    with pytest.raises(OSError, match=r"0\.0\.1 is installed, but the lock has"):
        sbom.stop_at_strangers(lock.libraries())


@pytest.mark.parametrize("line", ["jinja2>=3", "jinja2==3.1.6", "-r other.txt", "jinja2 @ file:jinja2.whl"])
def test_a_lock_pins_every_line_by_a_hash(line: str) -> None:
    with pytest.raises(ValueError, match="pins nothing"):
        list(lock.pinned(f"{line}\n"))


def test_a_pinned_line_is_read_with_its_marker_and_all_its_hashes() -> None:
    one, other = "a" * 64, "b" * 64
    text = (
        f"six==1.17.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{one} \\\n    --hash=sha256:{other}\n"
    )

    assert list(lock.pinned(text)) == [("six", "1.17.0", "sys_platform == 'win32'", (one, other))]
