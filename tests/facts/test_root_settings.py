"""A content root's mkdocs.yml sets what is harmless, and nothing that runs, fetches or leads out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.edge import configuration

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
