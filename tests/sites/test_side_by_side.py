"""Builds of one folder at the same time: each leaves a site of its own, and nothing of the other's in it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build as command
import repository
import site_builds
from _environment import one_at_a_time
from briefing.edge.builds import whole
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content import assemble
from briefing.edge.delivery import build_record, delta, switch
from briefing.edge.kept import reuse, turns
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

    def both(*given: object, **named: object) -> object:
        found = real(*given, **named)
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


def test_content_that_changes_while_it_is_read_is_read_once_more(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    monkeypatch.setattr(whole, "check", once(assemble.check, lambda: add(root, random.Random(5))))

    run(asked(root, out))

    assert dict(site_builds.digests(out)) == built(root, tmp_path / "clean", preview=False)[1]


@pytest.mark.parametrize("step", STEPS[:2])
def test_content_that_got_an_error_since_a_build_looked_is_not_built(
    tmp_path: Path, kept: Path, step: Step
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    run(asked(root, out))
    step(root, random.Random(3))
    slow = asked(root, out)
    assert not slow.is_stopped
    run(asked(root, out, "internal"))
    (root / "docs/articles/broken.md").write_text("---\ntitle: Broken\n---\n", encoding="utf-8")
    stands = site_builds.digests(out)

    with pytest.raises(CannotBuild, match="has errors now"):
        slow.run(lambda folder: None)

    assert site_builds.digests(out) == stands


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


def started(root: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """A build that has begun."""
    script = str(site_builds.PROJECT / "scripts/build.py")
    words = ["--root", str(root), "--out", str(out), "--today", TODAY.isoformat(), *more]
    return subprocess.Popen([sys.executable, script, *words], stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("names_bundle", [False, True])
def test_builds_of_one_output_take_turns_before_they_read(tmp_path: Path, names_bundle: bool) -> None:
    root, out, bundle = write(tmp_path / "root"), tmp_path / "site", tmp_path / "all.zip"
    (turn,) = turns.files([bundle if names_bundle else out])
    turn.parent.mkdir(exist_ok=True)

    with one_at_a_time(turn):
        later = started(root, out, "--audience", "internal", "--bundle", str(bundle))
        assert later.stderr and "waiting" in later.stderr.readline()
        run(asked(root, out))
    _, said = later.communicate(timeout=300)

    assert later.returncode == 0, said
    assert "internal" in (out / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="it is ended there in another way")
def test_a_killed_build_keeps_nobody_waiting(tmp_path: Path) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    first = started(root, out)
    assert first.stderr and "Reading" in first.stderr.readline()
    os.kill(first.pid, signal.SIGKILL)
    first.communicate(timeout=60)

    done = site_builds.run("build", "--root", str(root), "--out", str(out), "--today", TODAY.isoformat())

    assert done.returncode == 0, done.stderr
    assert "waiting" not in done.stderr


def test_who_finds_the_site_of_another_in_the_place_of_theirs_is_told(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    other = asked(root, out, "internal")
    monkeypatch.setattr(switch, "switch", once(switch.switch, lambda: run(other)))

    code = command.main(["--root", str(root), "--out", str(out), "--today", TODAY.isoformat()])

    assert code == 2
    said = capsys.readouterr()
    assert "another build has put its own" in said.err
    assert "The site is in" not in said.out


def test_a_bundle_says_what_its_site_says_or_is_not_made(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out, bundle = write(tmp_path / "root"), tmp_path / "site", tmp_path / "all.zip"
    asked_for = [
        "--root",
        str(root),
        "--out",
        str(out),
        "--today",
        TODAY.isoformat(),
        "--bundle",
        str(bundle),
    ]
    assert command.main(asked_for) == 0
    before = bundle.read_bytes()
    words(root, random.Random(1))
    saved = once(build_record.write, lambda: words(root, random.Random(2)))
    monkeypatch.setattr(build_record, "write", saved)

    code = command.main(asked_for)

    assert code == 2
    assert "has changed since the site was built" in capsys.readouterr().err
    assert bundle.read_bytes() == before
    assert command.main(asked_for) == 0


def test_a_record_does_not_name_a_commit_that_came_while_the_content_was_read(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, out = repository.make(tmp_path / "root"), tmp_path / "site"
    root, first = write(made.root), made.commit({})

    def another() -> None:
        made.commit({"docs/articles/a1.md": None})

    monkeypatch.setattr(switch, "switch", once(switch.switch, another))

    assert command.main(["--root", str(root), "--out", str(out), "--today", TODAY.isoformat()]) == 0

    record = json.loads(build_record.place(out).read_text(encoding="utf-8"))
    assert (record["commit"], record["uncommitted"]) == (first, True)
