"""Readers see the old site or the new one, whole, whatever happens to the publisher."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import publish
import site_builds
import small_sites
import verify
from briefing.edge.delivery import publishing

FAILING = Path(__file__).parents[1] / "failing.py"
ROOT = {
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/acme.md": "---\nname: Acme\ntype: organisation\nmarking: TLP:CLEAR\n---\n",
}


class Place:
    """A folder to publish to, and two sites to publish there."""

    def __init__(self, folder: Path) -> None:
        self.to = folder / "public"
        self.old = small_sites.write(folder / "old", small_sites.OLD)
        self.new = small_sites.write(folder / "new", small_sites.NEW)

    def publish(self, site: Path, *more: str) -> int:
        return publish.main(["--to", str(self.to), "--from", str(site), *more])

    def roll_back(self) -> int:
        return publish.main(["--to", str(self.to), "--rollback"])

    def fails(self, kind: str, at: int, site: Path) -> int:
        command = [sys.executable, str(FAILING), kind, str(at), "--to", str(self.to), "--from", str(site)]
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode

    def shows(self, site: Path) -> bool:
        return site_builds.digests(self.to / "current") == site_builds.digests(site)

    def versions(self) -> list[str]:
        return sorted(path.name for path in (self.to / "versions").iterdir())

    def leftovers(self) -> list[Path]:
        hidden = [*self.to.glob(".*"), *(self.to / "versions").glob(".*")]
        return [path for path in hidden if path.name != ".lock"]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture(params=["links", "no links"])
def any_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """On a system with links that a rename can replace, and on one without."""
    if request.param == "no links":
        monkeypatch.setattr(publishing, "_can_link", lambda *_: False)
    return Place(tmp_path)


def test_a_published_site_is_the_site(any_place: Place) -> None:
    assert any_place.publish(any_place.old) == 0
    assert any_place.shows(any_place.old)

    assert any_place.publish(any_place.new) == 0
    assert any_place.shows(any_place.new)
    assert any_place.leftovers() == []


def test_a_rollback_shows_the_version_before(any_place: Place) -> None:
    any_place.publish(any_place.old)
    any_place.publish(any_place.new)

    assert any_place.roll_back() == 0

    assert any_place.shows(any_place.old)
    assert any_place.roll_back() == 1
    assert any_place.shows(any_place.old)


def test_what_readers_were_taken_back_from_is_not_gone_back_to(any_place: Place, tmp_path: Path) -> None:
    any_place.publish(any_place.old)
    any_place.publish(any_place.new)
    any_place.roll_back()
    third = small_sites.write(tmp_path / "third", small_sites.OLD, today="2025-12-03")

    any_place.publish(third)
    any_place.roll_back()

    assert any_place.shows(any_place.old)


def test_the_last_versions_are_kept(any_place: Place, tmp_path: Path) -> None:
    for day in range(1, 9):
        site = small_sites.write(tmp_path / "site", small_sites.OLD, today=f"2025-12-0{day}")
        any_place.publish(site)

    assert [name[:6] for name in any_place.versions()] == ["000004", "000005", "000006", "000007", "000008"]
    any_place.publish(any_place.new, "--keep", "2")
    assert [name[:6] for name in any_place.versions()] == ["000008", "000009"]


def test_the_same_site_twice_is_one_version(any_place: Place) -> None:
    any_place.publish(any_place.old)

    assert any_place.publish(any_place.old) == 0

    assert len(any_place.versions()) == 1


def test_a_damaged_publication_is_mended_by_publishing_again(any_place: Place) -> None:
    any_place.publish(any_place.old)
    (any_place.to / "current" / "index.html").write_text("other words", encoding="utf-8")

    assert any_place.publish(any_place.old) == 0

    assert any_place.shows(any_place.old)


def test_a_site_that_is_not_as_its_manifest_says_is_not_published(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.publish(place.old)
    (place.new / "feed.xml").write_text("other words", encoding="utf-8")

    assert place.publish(place.new) == 1

    assert "wrong size: feed.xml" in capsys.readouterr().err
    assert place.shows(place.old)


def test_a_damaged_version_is_not_gone_back_to(place: Place) -> None:
    place.publish(place.old)
    place.publish(place.new)
    (place.to / "versions" / place.versions()[0] / "feed.xml").write_text("other", encoding="utf-8")

    assert place.roll_back() == 1

    assert place.shows(place.new)


def test_a_folder_is_for_one_audience(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place.publish(place.old)
    internal = small_sites.write(tmp_path / "internal", small_sites.NEW, audience="internal")

    assert place.publish(internal, "--allow-gone") == 1

    assert "this folder is for public (up to TLP:CLEAR)" in capsys.readouterr().err
    assert place.shows(place.old)


def test_an_address_does_not_vanish_unsaid(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place.publish(place.new)
    listed = tmp_path / "gone.txt"
    listed.write_text("# asked for by the press office\n/actors/acme\n", encoding="utf-8")

    assert place.publish(place.old) == 1
    said = capsys.readouterr().err
    assert "actors/acme/ would vanish" in said
    assert "`former`" in said
    assert place.shows(place.new)

    assert place.publish(place.old, "--gone", str(listed)) == 0
    assert place.shows(place.old)


def test_any_address_may_vanish_where_that_is_said(place: Place) -> None:
    place.publish(place.new)

    assert place.publish(place.old, "--allow-gone") == 0

    assert place.shows(place.old)


def test_what_is_not_ours_is_not_replaced(place: Place) -> None:
    (place.to / "current").mkdir(parents=True)
    (place.to / "current" / "letter.txt").write_text("do not lose me", encoding="utf-8")

    assert place.publish(place.old) == 1

    assert (place.to / "current" / "letter.txt").read_text(encoding="utf-8") == "do not lose me"


def test_a_target_that_cannot_be_written_to_is_wrong_use(place: Place) -> None:
    place.to.write_text("a file stands here", encoding="utf-8")

    assert place.publish(place.old) == 2


def test_a_target_that_may_only_be_read_keeps_its_site(place: Place) -> None:
    place.publish(place.old)
    place.to.chmod(0o555)
    (place.to / "versions").chmod(0o555)
    try:
        if os.access(place.to, os.W_OK):
            pytest.skip("this user may write everywhere")
        ended = place.publish(place.new)
    finally:
        place.to.chmod(0o755)
        (place.to / "versions").chmod(0o755)

    assert ended == 2
    assert place.shows(place.old)


def test_a_killed_switch_without_links_is_mended_by_the_next_run(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_can_link", lambda *_: False)
    place.publish(place.old)
    (place.to / "current").rename(place.to / ".before")

    publishing.tidy(publishing.Shelf(place.to))

    assert place.shows(place.old)


def test_readers_see_one_site_or_the_other_at_every_moment(place: Place) -> None:
    if os.name == "nt":
        pytest.skip("without links there is a moment between two renames")
    place.publish(place.old)
    seen: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append((place.to / "current" / "index.html").read_text(encoding="utf-8"))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(10):
        place.publish(place.new)
        place.publish(place.old, "--allow-gone")
    done.set()
    reader.join()

    assert len(seen) > 20
    assert set(seen) <= {small_sites.OLD["index.html"], small_sites.NEW["index.html"]}


def test_two_publishers_at_once_wait_for_each_other(place: Place) -> None:
    command = [sys.executable, str(site_builds.PROJECT / "scripts/publish.py"), "--to", str(place.to)]
    command.append("--allow-gone")
    both = [subprocess.Popen([*command, "--from", str(site)]) for site in (place.old, place.new)]

    assert [one.wait(60) for one in both] == [0, 0]

    assert place.shows(place.old) or place.shows(place.new)
    assert len(place.versions()) == 2


MOMENTS = tuple(pytest.param(at, marks=() if at % 6 == 3 else pytest.mark.long) for at in range(30))
"""Each change of a file that publishing makes; most of them at night."""


def test_no_moment_is_left_out(place: Place) -> None:
    place.publish(place.old)

    assert place.fails("kill", len(MOMENTS) - 1, place.new) == 0


@pytest.mark.parametrize("at", MOMENTS)
def test_a_kill_leaves_the_old_site_or_the_new_one(place: Place, at: int) -> None:
    place.publish(place.old)

    place.fails("kill", at, place.new)

    assert place.shows(place.old) or place.shows(place.new)
    assert place.publish(place.new) == 0
    assert place.shows(place.new)
    assert place.leftovers() == []
    assert len(place.versions()) == 2


@pytest.mark.parametrize("at", MOMENTS)
def test_a_full_disk_leaves_the_old_site(place: Place, at: int) -> None:
    place.publish(place.old)

    ended = place.fails("full", at, place.new)

    assert ended in (0, 2)
    assert place.shows(place.new if ended == 0 else place.old)
    assert place.publish(place.new) == 0
    assert place.leftovers() == []


@pytest.mark.site
@pytest.mark.parametrize("times", [5, pytest.param(100, marks=pytest.mark.long)])
def test_a_built_site_is_whole_after_kills_at_random_moments(tmp_path: Path, times: int) -> None:
    root, place = tmp_path / "root", Place(tmp_path)
    for name, text in ROOT.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    old = site_builds.build(tmp_path / "a", "--audience", "public", root=root)
    (root / "docs/topics/steel.md").write_text(
        "---\nname: Steel\nmarking: TLP:CLEAR\n---\n", encoding="utf-8"
    )
    new = site_builds.build(tmp_path / "b", "--audience", "public", root=root)
    assert place.publish(old) == 0
    began = time.monotonic()
    done = site_builds.run("publish", "--to", str(tmp_path / "timed"), "--from", str(new))
    length = time.monotonic() - began
    assert done.returncode == 0, done.stderr
    dice = random.Random(times)

    for turn in range(times):
        site = new if turn % 2 == 0 else old
        command = [sys.executable, str(site_builds.PROJECT / "scripts/publish.py"), "--allow-gone"]
        with subprocess.Popen([*command, "--to", str(place.to), "--from", str(site)]) as publisher:
            time.sleep(length * (0.3 + 0.7 * dice.random()))
            publisher.kill()
        current = place.to / "current"
        assert verify.check_folder(current, verify.manifest_of(current)) == []
        assert place.shows(old) or place.shows(new)

    assert place.publish(old, "--allow-gone") == 0
    assert place.publish(new) == 0
    assert place.roll_back() == 0
    assert place.shows(old)
