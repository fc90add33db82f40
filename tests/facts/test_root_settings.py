"""A content root's mkdocs.yml sets what is harmless, and nothing that runs, fetches or leads out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.edge.content import configuration
from briefing.edge.tool import FILE, TOOL
from briefing.model.source import Source

REFUSED = (
    "hooks: [x.py]",
    "plugins: [search]",
    "markdown_extensions: [x]",
    "extra_javascript: [x.js]",
    "extra_css: [x.css]",
    "nav: [a.md]",
    "docs_dir: /etc",
    "site_dir: /etc",
    "INHERIT: ../x.yml",
    "theme: {custom_dir: x}",
    "theme: {features: [navigation.instant.preview]}",
    "theme: {font: {text: Roboto}}",
    "theme: {static_templates: [x]}",
    "theme: {logo: ../../../etc/passwd}",
    'theme: {logo: "https://evil.example/x.png"}',
    "theme: {favicon: //evil/x.png}",
    "theme: {favicon: '\"><script>'}",
    "theme: {language: ../../x}",
    "theme: {language: en-XX}",
    "theme: {direction: x}",
    "theme: {palette: {scheme: '\" onload=alert(1)'}}",
    "theme: {palette: [{toggle: {name: '<b>'}}]}",
    "theme: mkdocs",
    "extra: {analytics: {provider: google}}",
    'extra: {polyfills: ["https://evil.example/x.js"]}',
    'extra: {homepage: "javascript:alert(1)"}',
    "extra: {version: {provider: mike}}",
    "extra: {social: []}",
    "extra: {alternate: []}",
    "extra: {consent: {}}",
    "extra: {annotate: {}}",
    "extra: {tags: {}}",
    "extra: {status: {}}",
    'site_url: "javascript:alert(1)"',
    'site_url: "https://[bad/"',
    'repo_url: "javascript://x/%0aalert(1)"',
    'repo_url: https://x.example\nedit_uri: "javascript:alert(1)"',
    'edit_uri_template: "javascript:alert(1)//{path}"',
    'edit_uri_template: "https://x/{nope}"',
    'edit_uri_template: "https://x/{path.x}"',
    'copyright: "<script>"',
    "site_name: [x]",
    "site_name: !ENV HOME",
    '!!python/object/apply:os.system ["id"]: x',
    "- a",
    "extra: {briefing: {language: '\" onclick='}}",
)
ALLOWED = (
    "site_name: Harbour desk",
    "copyright: © 2025 The desk",
    "site_url: https://site.example/briefings/",
    "repo_url: https://git.example/desk\nedit_uri: edit/main/docs/",
    'edit_uri_template: "edit/main/docs/{path}"',
    "theme: material",
    "theme: {name: material, language: de, favicon: assets/own.png, direction: ltr}",
    "theme: {palette: {scheme: slate}}",
    'theme: {palette: [{media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {name: Day}}]}',
    "extra: {briefing: {marking: TLP:CLEAR}}",
    "# nothing yet",
    "",
)


@pytest.mark.parametrize("written", REFUSED)
def test_a_root_cannot_set(written: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")

    assert any(one.is_error for one in configuration.load(tmp_path).problems)


@pytest.mark.parametrize("written", ALLOWED)
def test_a_root_can_set(written: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")

    assert configuration.load(tmp_path).problems == ()


GITHUB = "repo_url: https://github.com/team/desk"


@pytest.mark.parametrize(
    ("written", "editing"),
    [
        (GITHUB, "https://github.com/team/desk/edit/main/docs/"),
        ("repo_url: https://forge.example/desk.git/", "https://forge.example/desk/edit/main/docs/"),
        ("repo_url: https://gitlab.team.example/a/b", "https://gitlab.team.example/a/b/-/edit/main/docs/"),
        ("repo_url: https://codeberg.org/team/desk", "https://codeberg.org/team/desk/_edit/main/docs/"),
        (f"{GITHUB}\nedit_uri: edit/next/docs/", "edit/next/docs/"),
        (f'{GITHUB}\nedit_uri: ""', ""),
        (f"{GITHUB}\nedit_uri_template: x/{{path}}", None),
        ("copyright: The desk", None),
    ],
)
@pytest.mark.parametrize("of_the_tool", [True, False])
def test_edit_links_follow_from_the_address_of_the_repository(
    written: str, editing: str | None, of_the_tool: bool, tmp_path: Path
) -> None:
    root = TOOL if of_the_tool else tmp_path
    text = f"site_name: Desk\ntheme: {{name: material}}\n{written}" if of_the_tool else written

    found = configuration.settle(root, Source(FILE, text))

    is_left_to_mkdocs = of_the_tool and "edit_uri" in written
    assert found.values.get("edit_uri") == (None if is_left_to_mkdocs else editing)
