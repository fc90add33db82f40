"""Builds of one folder at the same time: each leaves a site of its own, and nothing of the other's in it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import site_builds
from briefing.edge.builds.building import Build
from briefing.edge.delivery import delta, switch
from briefing.edge.kept import reuse
from edited import Step, add, delete, words, write
from rebuilt import TODAY, built, look

pytestmark = pytest.mark.site

STEPS = (words, look, add)
"""What is a patch of the last site, the same in another look, and a whole build that takes pages of it."""


def asked(root: Path, out: Path, audience: str | None = None) -> Build:
    return Build(root, (), out, audience, TODAY)


def run(build: Build) -> None:
    assert not build.is_stopped
    build.run(lambda folder: None)


def once(real: Callable[..., object], then: Callable[[], None]) -> Callable[..., object]:
    """The same, and another deed after the first time."""
    waiting = [then]

    def both(*given: object) -> object:
        found = real(*given)
        if waiting:
            waiting.pop()()
        return found

    return both


@pytest.mark.parametrize("looked", [lambda build: build.last, lambda build: build.is_stopped])
@pytest.mark.parametrize("step", STEPS)
def test_a_build_takes_nothing_of_a_site_that_came_while_it_was_at_work(
    tmp_path: Path, kept: Path, step: Step, looked: Callable[[Build], object]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    run(asked(root, out))
    step(root, random.Random(3))
    slow = asked(root, out)
    looked(slow)
    run(asked(root, out, "internal"))

    run(slow)

    assert dict(site_builds.digests(out)) == built(root, tmp_path / "clean", preview=False)[1]


@pytest.mark.parametrize("step", STEPS)
def test_a_site_that_came_at_once_after_it_is_not_taken_for_its_own(
    tmp_path: Path, kept: Path, step: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    run(asked(root, out))
    step(root, random.Random(3))
    other = asked(root, out, "internal")
    monkeypatch.setattr(switch, "switch", once(switch.switch, lambda: run(other)))
    run(asked(root, out))

    run(asked(root, out))

    assert dict(site_builds.digests(out)) == built(root, tmp_path / "clean", preview=False)[1]


def test_a_site_that_another_build_put_by_meanwhile_is_not_in_the_next(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    for number in range(3):
        run(asked(root, out))
        words(root, random.Random(number))
    slow = asked(root, out)
    assert not slow.is_stopped

    def other() -> None:
        delete(root, random.Random(1))
        run(asked(root, out))

    monkeypatch.setattr(reuse, "standing", once(reuse.standing, other))
    run(slow)

    assert dict(site_builds.digests(out)) == built(root, tmp_path / "clean", preview=False)[1]


def test_a_delta_is_for_those_alone_who_have_the_old_site(tmp_path: Path, kept: Path) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    run(asked(root, out))
    old = (out / "manifest.json").read_bytes()
    run(asked(root, out, "internal"))

    with pytest.raises(OSError, match="another build"):
        delta.write(tmp_path / "delta.zip", out, old, set())

    assert not (tmp_path / "delta.zip").exists()


def test_a_delta_is_of_one_site(tmp_path: Path, kept: Path) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    run(asked(root, out))
    old = (out / "manifest.json").read_bytes()
    (out / "feed.xml").write_text("of another site", encoding="utf-8")

    with pytest.raises(OSError, match="another build"):
        delta.write(tmp_path / "delta.zip", out, old, set())
