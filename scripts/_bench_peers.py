"""What Hugo and Eleventy need besides the Markdown: settings, and templates as small as they can be."""

from __future__ import annotations

import json
from collections.abc import Mapping

from _corpus import ADDRESS, INDEXES, NAME, Corpus, save

HUGO, ELEVENTY = "hugo", "eleventy"
"""Their folders beside the corpus."""
SECTIONS = ("articles", "briefs")
TAXONOMIES: Mapping[str, str] = {"actor": "actors", "topic": "topics"}

HUGO_BASE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</body>
</html>
"""
HUGO_PAGE = """{{ define "main" }}
<p>{{ .Date.Format "2006-01-02" }}</p>
{{ .Content }}
<ul>
{{ range $kind := slice "actors" "topics" }}{{ range $.GetTerms $kind }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}{{ end }}
</ul>
{{ end }}
"""
HUGO_LIST = """{{ define "main" }}
{{ if eq .Kind "term" }}
{{ with site.GetPage (printf "/profiles/%s/%s" .Data.Plural .Data.Term) }}
<h2>{{ .Title }}</h2>{{ .Content }}
{{ end }}
{{ end }}
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>
{{ end }}
</ul>
{{ end }}
"""

ELEVENTY_SETTINGS = """module.exports = (config) => {
  config.addGlobalData("layout", "page.njk");
  config.addCollection("listed", (pages) => {
    const listed = {};
    for (const page of pages.getAll()) {
      const { actors = [], topics = [] } = page.data;
      const section = page.url.split("/").slice(1, -2)[0];
      for (const list of [...(section ? [section] : []), ...actors, ...topics]) {
        (listed[list] ??= []).push(page);
      }
    }
    return listed;
  });
  return {
    dir: { input: "plain/docs", includes: "../../eleventy", data: "../../eleventy/data" },
    markdownTemplateEngine: false,
  };
};
"""
ELEVENTY_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
{{ content | safe }}
<ul>
{% for id in actors %}<li><a href="/actors/{{ id }}/">{{ id }}</a></li>
{% endfor %}{% for id in topics %}<li><a href="/topics/{{ id }}/">{{ id }}</a></li>
{% endfor %}{% for one in collections.listed[page.fileSlug] %}
<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>
{% endfor %}
</ul>
</body>
</html>
"""


def write_hugo(corpus: Corpus) -> None:
    """A project of Hugo over the plain Markdown: sections, and a page for each actor and topic."""
    folder = corpus.folder / HUGO
    save(folder / "hugo.json", json.dumps(hugo_settings(corpus), indent=2))
    for name, text in (("baseof", HUGO_BASE), ("single", HUGO_PAGE), ("list", HUGO_LIST)):
        save(folder / f"layouts/_default/{name}.html", text)
    for section in SECTIONS:
        title = INDEXES[f"{section}/index.md"]
        save(folder / f"content/{section}/_index.md", f"---\ntitle: {title}\n---\n")


def hugo_settings(corpus: Corpus) -> dict[str, object]:
    docs = corpus.plain / "docs"
    # To Hugo an `index.md` makes its folder one page, so that of each section is its own.
    sections = [
        {"source": str(docs / section), "target": f"content/{section}", "files": ["! index.md"]}
        for section in SECTIONS
    ]
    # The texts of profiles are parts of other pages, not pages: those are the taxonomies'.
    profiles = [
        {"source": str(docs / name), "target": f"content/profiles/{name}"} for name in TAXONOMIES.values()
    ]
    unseen = {"target": {"path": "{/profiles,/profiles/**}"}, "build": {"render": "never", "list": "never"}}
    return {
        "baseURL": ADDRESS,
        "title": NAME,
        "disableKinds": ["rss"],
        "taxonomies": TAXONOMIES,
        "cascade": [unseen],
        "module": {"mounts": [{"source": "content", "target": "content"}, *sections, *profiles]},
    }


def write_eleventy(corpus: Corpus) -> None:
    """Settings of Eleventy for the plain Markdown, and the one template of all its pages."""
    save(corpus.folder / ELEVENTY / "settings.cjs", ELEVENTY_SETTINGS)
    save(corpus.folder / ELEVENTY / "page.njk", ELEVENTY_PAGE)
