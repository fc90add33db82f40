"""A manifest that is edited is that of the files that there are then."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from briefing.pages import manifest
from briefing.pages.manifest import Sum

NAMES = st.text(st.sampled_from('abé"\\/ .\n{},:\u2028\U0001f600'), min_size=1, max_size=6)
FILES = st.dictionaries(NAMES, st.builds(Sum, st.integers(0, 10**9), st.sampled_from(["0" * 64, "f" * 64])))
WHOLE = {"format": 1, "made_with": {"files": "2"}, "today": "2025-12-01", "audience": {"name": "a"}}


@given(old=FILES.filter(bool), changed=FILES, chosen=st.sets(NAMES))
def test_it_is_as_if_it_were_written_anew(
    old: dict[str, Sum], changed: dict[str, Sum], chosen: set[str]
) -> None:
    gone = (chosen | set(sorted(old)[::3])) - changed.keys()
    data = manifest.as_json({**WHOLE, "content": "0" * 64}, old)
    names = json.loads(data)["files"]

    found = manifest.edited(data, names, "e" * 64, changed, gone)

    left = {name: one for name, one in old.items() if name not in gone} | changed
    if left:
        assert found == manifest.as_json({**WHOLE, "content": "e" * 64}, left)
        assert list(json.loads(found)["files"]) == sorted(left)
