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
body = "import os,time,pathlib;pathlib.Path(r'%s','pid-'+str(os.getpid())).touch();time.sleep(60)" % folder
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
