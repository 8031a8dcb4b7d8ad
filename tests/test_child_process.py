"""A process beside this one does job after job, is heard, given up, killed, and started again."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from reader.child_process import ChildProcess, Died, JobFailed, TookTooLong

Make = Callable[..., ChildProcess]


@pytest.fixture
def make() -> Iterator[Make]:
    """Makes child processes, which end with the test."""
    made: list[ChildProcess] = []

    def make(**limits: object) -> ChildProcess:
        made.append(ChildProcess("tests.child_jobs", **limits))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for child in made:
        child.stop()


def quiet(step: bytes | None) -> None:
    pass


def has_ended(pid: int) -> bool:
    """Whether a process is gone, or waits for its parent to be told so, within a minute."""
    for _ in range(600):
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        threading.Event().wait(0.1)
    return False


def test_one_process_does_job_after_job(make: Make) -> None:
    child = make()
    assert child.pid is None
    numbers = {child.do(b"number", quiet) for _ in range(5)}
    assert numbers == {str(child.pid).encode()}


def test_jobs_and_results_of_any_size_come_through(make: Make) -> None:
    child = make()
    for size in (0, 1, 65_536, 5_000_000):
        assert child.do(b"echo:" + b"x" * size, quiet) == b"x" * size


def test_steps_are_told_in_order(make: Make) -> None:
    told: list[bytes] = []
    assert make().do(b"steps:100", lambda step: told.append(step) if step is not None else None) == b"done"
    assert told == [str(number).encode() for number in range(100)]


def test_what_a_job_raises_is_told_on_one_line_and_the_process_is_kept(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    with pytest.raises(JobFailed, match=r"^the model is missing$"):
        child.do(b"raise:the model is missing\nand more", quiet)
    with pytest.raises(JobFailed, match="ValueError"):
        child.do(b"raise:", quiet)
    assert child.do(b"number", quiet) == before


def test_a_process_that_dies_is_told_and_the_next_job_gets_a_new_one(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    for _ in range(2):
        with pytest.raises(Died):
            child.do(b"die", quiet)
    assert child.do(b"number", quiet) != before


def test_a_process_killed_between_two_jobs_is_not_noticed(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    os.kill(int(before), signal.SIGTERM)
    assert child.do(b"number", quiet) != before


def test_a_process_that_never_takes_a_job_up_is_tried_twice_and_told(make: Make) -> None:
    with pytest.raises(Died):
        make(command=[sys.executable, "-c", "raise SystemExit(3)"]).do(b"number", quiet)


def test_a_program_that_is_not_there_is_told_at_once(make: Make) -> None:
    with pytest.raises(OSError):  # noqa: PT011
        make(command=["/no/such/program"], patience=600.0).do(b"number", quiet)


def test_a_job_that_takes_too_long_is_killed(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    with pytest.raises(TookTooLong):
        child.do(b"sleep:600", quiet, seconds=1.0)
    assert has_ended(int(before))
    assert child.do(b"echo:next", quiet, seconds=600.0) == b"next"


class GivenUp(Exception):
    """Nobody wants the result any more."""


def give_up(step: bytes | None) -> None:
    """At the first step, and where there is none, when there is nothing new."""
    raise GivenUp


def test_a_job_that_is_given_up_is_killed(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    with pytest.raises(GivenUp):
        child.do(b"sleep:600", give_up)
    assert has_ended(int(before))
    assert child.do(b"number", quiet) != before


def test_with_patience_it_may_finish_what_is_given_up_and_its_result_is_not_the_next_one(make: Make) -> None:
    child = make(patience=600.0)
    before = child.do(b"number", quiet)
    with pytest.raises(GivenUp):
        child.do(b"sleep:1", give_up)
    assert child.do(b"number", quiet) == before


def test_patience_ends(make: Make) -> None:
    child = make(patience=0.2)
    before = child.do(b"number", quiet)
    with pytest.raises(GivenUp):
        child.do(b"sleep:600", give_up)
    assert has_ended(int(before))


def test_stopping_ends_a_running_job_and_starts_nothing_anew(make: Make) -> None:
    child, begun, ended = make(), threading.Event(), list[type]()

    def job() -> None:
        try:
            child.do(b"sleep:600", lambda step: begun.set() if step else None)
        except Died as death:
            ended.append(type(death))

    thread = threading.Thread(target=job)
    thread.start()
    assert begun.wait(60)
    child.stop()
    thread.join(60)
    assert ended
    assert child.pid is None


def test_one_job_waits_for_the_other_and_may_be_given_up_meanwhile(make: Make) -> None:
    child, begun = make(), threading.Event()

    def first() -> None:
        with pytest.raises(Died):
            child.do(b"sleep:600", lambda step: begun.set() if step else None)

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(60)
    with pytest.raises(GivenUp):
        child.do(b"echo:second", give_up)
    child.stop()
    thread.join(60)
    assert child.do(b"echo:third", quiet) == b"third"


def test_what_a_library_prints_or_reads_does_no_harm(make: Make) -> None:
    child = make()
    assert child.do(b"print", quiet) == b""
    assert child.do(b"echo:well", quiet) == b"well"


def test_a_job_that_warms_up_has_no_result(make: Make) -> None:
    child = make()
    child.warm(b"raise:nobody hears this")
    assert child.do(b"echo:well", quiet) == b"well"


def test_it_ends_when_nothing_is_asked_of_it(make: Make) -> None:
    child = make(idle=0.5)
    number = int(child.do(b"number", quiet))
    assert has_ended(number)
    assert child.do(b"echo:again", quiet) == b"again"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system holds no process to its address space")
def test_it_is_held_to_its_memory(make: Make) -> None:
    child = make(memory=500 << 20)
    assert child.do(b"memory:1000000", quiet) == b"1000000"
    with pytest.raises(JobFailed, match="more memory than there is"):
        child.do(b"memory:1000000000", quiet)
    assert child.do(b"echo:well", quiet) == b"well"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_after_a_fork_each_side_has_a_process_of_its_own(make: Make) -> None:
    child = make()
    before = child.do(b"number", quiet)
    reading, writing = os.pipe()
    if (forked := os.fork()) == 0:
        try:
            os.write(writing, child.do(b"number", quiet))
            child.stop()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        theirs = pipe.read()
    os.waitpid(forked, 0)
    assert theirs.isdigit()
    assert theirs != before
    assert child.do(b"number", quiet) == before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_ends_with_the_process_that_asked() -> None:
    script = (
        "import os\n"
        "from reader.child_process import ChildProcess\n"
        "def leave(step):\n"
        "    if step:\n"
        "        os.write(1, step)\n"
        "        os._exit(0)\n"
        "ChildProcess('tests.child_jobs').do(b'sleep:600', leave)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=True, timeout=300)
    assert has_ended(int(done.stdout))


def test_where_memory_does_not_suffice_that_is_told_in_plain_words(make: Make) -> None:
    with pytest.raises(JobFailed, match=r"^it takes more memory than there is here"):
        make().do(b"memory:" + str(1 << 62).encode(), quiet)
