"""Content security policies: strict in pages, wider in the preview, and never at odds with the server's."""

from __future__ import annotations

import re

import pytest

from briefing.pages import policy

SUM = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
OTHER = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
PAGE = policy.of_page([SUM, OTHER])


def directives(written: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (one.split() for one in written.split("; "))}


def test_a_script_is_known_by_its_sum() -> None:
    assert policy.integrity(b"") == SUM


def test_a_page_runs_scripts_of_these_sums_alone() -> None:
    assert directives(PAGE)["script-src"] == [f"'{SUM}'", f"'{OTHER}'"]


def test_the_order_in_which_scripts_come_makes_no_other_policy() -> None:
    assert policy.of_page([OTHER, SUM]) == PAGE


def test_a_page_without_scripts_runs_none() -> None:
    assert directives(policy.of_page([]))["script-src"] == ["'none'"]


def test_what_is_not_named_is_forbidden() -> None:
    assert directives(PAGE)["default-src"] == ["'none'"]


@pytest.mark.parametrize("name", ["object-src", "frame-src", "base-uri", "form-action"])
def test_a_page_has_no_plug_in_no_frame_no_base_and_sends_no_form(name: str) -> None:
    assert directives(PAGE)[name] == ["'none'"]


@pytest.mark.parametrize("written", [PAGE, policy.of_preview(), policy.of_server(), policy.of_disk()])
def test_no_policy_names_another_host_or_makes_code_of_text(written: str) -> None:
    assert not re.search(r"https?:|//|\*|blob:|unsafe-eval|unsafe-hashes|\"", written)


def test_nothing_written_into_a_published_page_runs_or_styles_it() -> None:
    assert "unsafe" not in PAGE


def test_the_preview_alone_lets_written_scripts_run() -> None:
    """A sum beside it would switch `'unsafe-inline'` off."""
    assert directives(policy.of_preview())["script-src"] == ["'self'", "'unsafe-inline'"]
    assert "'unsafe-inline'" not in directives(policy.of_server())["script-src"]


def test_from_a_disk_files_run_and_nothing_that_is_written_into_a_page() -> None:
    disk = directives(policy.of_disk())

    assert disk["script-src"] == disk["style-src"] == ["'self'", "file:"]
    assert "unsafe" not in policy.of_disk()
    assert {name for name, sources in disk.items() if sources == ["'none'"]} == {
        name for name, sources in directives(PAGE).items() if sources == ["'none'"]
    }


def test_what_a_page_may_load_its_server_lets_through() -> None:
    """Both policies hold at once: a source that one of them lacks is closed."""
    page, server = directives(PAGE), directives(policy.of_server())

    for name in page.keys() - {"script-src"}:
        assert set(page[name]) - {"'none'"} <= set(server[name]), name
    assert server["script-src"] == ["'self'"]


def test_no_other_site_frames_a_page() -> None:
    """Browsers heed this from a server alone, and complain of it in a page."""
    assert directives(policy.of_server())["frame-ancestors"] == ["'none'"]
    assert "frame-ancestors" not in PAGE
