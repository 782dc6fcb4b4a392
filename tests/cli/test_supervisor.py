"""The supervisor restarts what dies and leaves nothing behind when it is stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import sys
from phongtrao.cli.supervisor import Child, Supervisor
folder = sys.argv[1]
body = (
    "import os, pathlib, time;"
    "pathlib.Path(r'%s', 'pid-' + str(os.getpid())).touch(); time.sleep(60)" % folder
)
Supervisor([Child("one", [sys.executable, "-c", body], None)]).run()
"""


def _pids(folder: Path, count: int) -> list[int]:
    for _ in range(200):
        found = [int(path.name.removeprefix("pid-")) for path in folder.iterdir()]
        if len(found) >= count:
            return found
        time.sleep(0.05)
    return []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_child_is_started_again_and_none_outlives_the_supervisor(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)])
    try:
        first = _pids(tmp_path, 1)[0]
        os.kill(first, signal.SIGKILL)
        both = _pids(tmp_path, 2)
        assert len(both) == 2
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
    assert not any(_lives(pid) for pid in both)


HOPELESS = """
import sys
from phongtrao.cli.supervisor import Child, NeverReady, Supervisor
child = Child("one", [sys.executable, "-c", "raise SystemExit(3)"], None)
try:
    Supervisor([child], ready=lambda: False).run()
except NeverReady as error:
    print(error.child.name, error.child.deaths)
"""


def test_a_child_that_never_comes_up_ends_the_server() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HOPELESS], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.splitlines()[-1] == "one 4"


GREETING = """
import sys
from phongtrao.cli.supervisor import Child, Supervisor
child = Child("one", [sys.executable, "-c", "import time; time.sleep(60)"], None)
answers = iter([False, True])
told = []


def announce():
    told.append("x")
    print(len(told), child.lives(), flush=True)
    supervisor.stopping = True


supervisor = Supervisor([child], ready=lambda: next(answers), announce=announce)
supervisor.run()
"""


def test_the_server_is_announced_once_when_it_answers() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", GREETING], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.split() == ["1", "True"]
