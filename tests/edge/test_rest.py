"""The process that builds the rest of a preview's site: it ends with all that it has started."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.preview import rest
from briefing.edge.preview.rest import Rest
from briefing.edge.tool import TOOL

PATIENCE = 20.0
WAITS = "import sys; from pathlib import Path; sign = Path(sys.argv[3]); sign.touch(); sys.stdin.readline()"
SWITCHES = "(sign.parent.parent / f'switched-{sign.name}').touch()"


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Callable[[str], Rest]]:
    all_: list[Rest] = []

    def begin(program: str) -> Rest:
        (tmp_path / "signs").mkdir()
        one = Rest([sys.executable, "-c", program], tmp_path / "site", tmp_path / "signs")
        all_.append(one)
        one.begin()
        return one

    yield begin
    for one in all_:
        one.stop()


def comes(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def is_at_work(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip("\n ")


@pytest.mark.parametrize("is_built", [True, False])
def test_it_waits_until_it_may_switch_and_tells_whether_it_has(
    begun: Callable[[str], Rest], *, is_built: bool
) -> None:
    one = begun(f"{WAITS}; {SWITCHES if is_built else ''}")

    assert comes(lambda: one.waits)
    assert not one.builds
    assert one.switch() is is_built
    assert not one.waits


def test_nobody_waits_for_what_it_keeps_after_the_switch(
    begun: Callable[[str], Rest], tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    one = begun(f"{WAITS}; {SWITCHES}; import time; time.sleep(1); Path({str(kept)!r}).touch()")
    assert comes(lambda: one.waits)

    assert one.switch()
    assert not kept.exists()
    assert not one.builds

    one.end()
    assert kept.exists()


def test_one_that_ends_by_itself_has_built_nothing(begun: Callable[[str], Rest]) -> None:
    one = begun("pass")

    assert comes(lambda: one.waits)
    assert not one.switch()


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process makes no copies of itself")
def test_its_copies_end_with_it(begun: Callable[[str], Rest], tmp_path: Path) -> None:
    told = tmp_path / "pid"
    one = begun(
        "import os, time; from pathlib import Path\n"
        f"if pid := os.fork(): Path({str(told)!r}).write_text(f'{{pid}} ')\n"
        f"time.sleep({3 * PATIENCE})"
    )
    assert comes(lambda: told.exists() and told.read_text().endswith(" "))
    copy = int(told.read_text())
    assert is_at_work(copy)

    one.stop()

    assert comes(lambda: not is_at_work(copy))


@pytest.mark.skipif(sys.platform == "win32", reason="there, it is told so when it is started")
def test_it_gives_way_to_the_preview() -> None:
    hooks = str(TOOL / "hooks")
    program = (
        f"import os, sys; sys.path.insert(0, {hooks!r}); from briefing.edge.preview import rest; "
        "rest.give_way(); print(os.nice(0))"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert int(told.stdout) == min(os.nice(0) + rest.GIVES_WAY, 19)


def test_it_is_stopped_though_somebody_waited_for_its_end(
    begun: Callable[[str], Rest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(process: subprocess.Popen[bytes], timeout: float | None = None) -> int:
        raise KeyboardInterrupt

    one = begun(f"{WAITS}; import time; time.sleep({3 * PATIENCE})")
    with monkeypatch.context() as patch:
        patch.setattr(subprocess.Popen, "wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            one.end()

    one.stop()

    assert not one.builds


class Waiting(Build):
    """A build that waits, and ends after it well or not."""

    problems = ()
    documents = 0

    def run(self, finish: Callable[[Path], None], stands: Callable[[], None] = lambda: None) -> None:
        if self.strict:
            raise CannotBuild("it cannot")
        finish(self.out)
        os.utime(self.out / "signs/sign", (0, 0))
        assert not rest.switched(self.out / "signs/sign").exists()
        stands()


@pytest.mark.parametrize("fails", [False, True])
def test_it_gives_one_sign_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> None:
    sign = tmp_path / "signs/sign"
    sign.parent.mkdir()
    made = Waiting(tmp_path, (), tmp_path, None, date(2025, 12, 1), strict=fails)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))

    if fails:
        with pytest.raises(CannotBuild):
            rest.build(made, sign)
        assert sign.exists()
    else:
        rest.build(made, sign)
        assert sign.stat().st_mtime == 0
    assert rest.switched(sign).exists() is not fails
