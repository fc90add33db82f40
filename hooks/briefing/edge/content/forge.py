"""Where the files of a repository are edited on its forge, where no setting says it.

MkDocs does this for three public hosts alone, and for a branch `master`; desks have forges of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

BRANCH = "main"
FORMS: Mapping[str, str] = {"gitlab": "-/edit", "gitea": "_edit", "forgejo": "_edit", "codeberg": "_edit"}
"""By a word of the host's name; GitHub's form holds for all others."""
SETTINGS = ("edit_uri", "edit_uri_template")


def editing(values: Mapping[str, Any]) -> dict[str, str]:
    """The setting of MkDocs that gives every document its edit link; none where a setting has been made."""
    repository = str(values.get("repo_url") or "").rstrip("/").removesuffix(".git")
    if not repository or any(key in values for key in SETTINGS):
        return {}
    host = urlsplit(repository).hostname or ""
    form = next((form for word, form in FORMS.items() if word in host), "edit")
    return {"edit_uri": f"{repository}/{form}/{BRANCH}/docs/"}
