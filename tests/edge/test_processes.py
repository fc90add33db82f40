"""Work shared by several processes: each part is done once, and nobody is at work when it has ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from briefing.edge import processes

pytestmark = pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")


@pytest.fixture(autouse=True)
def _three_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 3)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # pytest's own thread only waits


def test_each_part_is_done_once_and_results_come_in_the_order_of_parts(tmp_path: Path) -> None:
    def work(number: int) -> int:
        with (tmp_path / "done").open("ab") as done:
            done.write(b"%d\n" % number)
        return number * number

    assert processes.at_once(work, range(60)) == [number * number for number in range(60)]
    assert sorted(map(int, (tmp_path / "done").read_bytes().split())) == [*range(60)]


def test_who_is_free_takes_the_next_part(tmp_path: Path) -> None:
    def work(number: int) -> int:
        if number == 0:
            waited_for(tmp_path / "19")
        (tmp_path / str(number)).touch()
        return os.getpid()

    first, *others = processes.at_once(work, range(20))

    assert first == os.getpid()
    assert first not in others


def test_the_first_part_is_for_the_process_that_asks() -> None:
    assert processes.at_once(lambda _: os.getpid(), range(3))[0] == os.getpid()


@pytest.mark.parametrize("wrong", [0, 1])
def test_when_a_part_fails_those_at_work_end_and_nobody_begins_another(tmp_path: Path, wrong: int) -> None:
    def work(number: int) -> None:
        (tmp_path / f"begun-{number}").touch()
        if number == wrong:
            waited_for(tmp_path / "begun-2")
            raise FileNotFoundError("no such template")
        if number < 3:
            waited_for(tmp_path / f"begun-{wrong}")
            time.sleep(0.3)
        (tmp_path / f"done-{number}").touch()

    with pytest.raises(FileNotFoundError, match="no such template"):
        processes.at_once(work, range(200))
    begun = {path.name.partition("-")[2] for path in tmp_path.glob("begun-*")}

    assert begun - {path.name.partition("-")[2] for path in tmp_path.glob("done-*")} == {str(wrong)}
    assert begun == {"0", "1", "2"}


class Unreadable(Exception):
    def __init__(self, what: str, *, where: str) -> None:
        super().__init__(f"{what} in {where}")


def test_an_error_that_cannot_be_handed_over_leaves_nobody_at_work(tmp_path: Path) -> None:
    def work(number: int) -> None:
        (tmp_path / f"begun-{number}").touch()
        if number == 1:
            waited_for(tmp_path / "begun-2")
            raise Unreadable("a fault", where="a page")
        if number == 2:
            time.sleep(0.5)
            (tmp_path / "done-2").touch()
        waited_for(tmp_path / "begun-2")

    with pytest.raises(TypeError):
        processes.at_once(work, range(20))

    assert (tmp_path / "done-2").is_file()
    assert not multiprocessing.active_children()


def test_where_there_is_no_room_for_a_process_those_that_have_begun_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, room = processes._begun, [True]

    def begin(work: Callable[[], object]) -> Callable[[], bytes]:
        if not room:
            raise BlockingIOError("no room for another process")
        room.clear()
        one = begun(work)
        waited_for(tmp_path / "begun-1")
        return one

    monkeypatch.setattr(processes, "_begun", begin)

    def work(number: int) -> None:
        (tmp_path / f"begun-{number}").touch()
        time.sleep(0.3)
        (tmp_path / f"done-{number}").touch()

    with pytest.raises(BlockingIOError, match="no room"):
        processes.at_once(work, range(20))

    assert {path.name for path in tmp_path.iterdir()} == {"begun-1", "done-1"}


def test_a_process_that_is_ended_from_outside_is_no_result(tmp_path: Path) -> None:
    def work(number: int) -> None:
        if number:
            os._exit(1)
        waited_for(tmp_path, seconds=0.3)

    with pytest.raises(OSError, match="ended from outside"):
        processes.at_once(work, range(2))


AT_WORK = """
import os, signal, time
from briefing.edge import processes
signal.signal(signal.SIGINT, signal.default_int_handler)
processes.cores = lambda: 3
processes.at_once(lambda number: (os.write(1, b"%d\\n" % number), time.sleep(60)), range(3))
"""


def test_ctrl_c_is_told_by_the_process_that_asked_alone() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", AT_WORK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout
    begun = {process.stdout.readline() for _ in range(3)}

    os.killpg(process.pid, signal.SIGINT)

    assert begun == {"0\n", "1\n", "2\n"}
    assert process.communicate(timeout=30)[1].count("KeyboardInterrupt") == 1


def test_a_list_is_shared_out_in_parts_of_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 10)
    monkeypatch.setattr(processes, "MOST", 4)

    assert [len(part) for part in processes.shares(range(35))] == [12, 12, 11]
    assert [len(part) for part in processes.shares(range(1000))] == [250] * 4
    assert processes.shares(range(19)) == [range(19)]
    assert sorted(number for part in processes.spread(halves, range(1000)) for number in part) == [
        *range(0, 1000, 2)
    ]


def halves(part: Sequence[int]) -> list[int]:
    return [number for number in part if number % 2 == 0]


def waited_for(path: Path, *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not path.is_file() and time.monotonic() < end:
        time.sleep(0.01)
