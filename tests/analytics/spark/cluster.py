"""A real standalone Spark cluster on loopback: a master and two workers of one core each.

Everything is found in the pyspark package itself; Java 17 comes from the machine. Whatever was
started is ended, also where starting failed half-way.
"""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

_MASTER = "org.apache.spark.deploy.master.Master"
_WORKER = "org.apache.spark.deploy.worker.Worker"
WORKERS = 2
# Only so that a broken start ends: on an idle machine the master is there in three seconds.
_START_SECONDS = 180
# Short lives: compiling little and collecting simply is what makes these programs start fast.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_OLDEST_JAVA = 17
_PR_SET_PDEATHSIG = 1


def missing() -> str:
    """What is not there to start a cluster with; empty where nothing is missing."""
    lacking = []
    if find_spec("pyspark") is None:
        lacking.append("pyspark (pip install phongtrao[spark])")
    if _java_version() < _OLDEST_JAVA:
        lacking.append("Java 17 (openjdk-17-jre-headless)")
    return ", ".join(lacking)


@contextmanager
def standalone_cluster(folder: Path) -> Iterator[str]:
    """Start master and workers; gives the address ``spark://127.0.0.1:PORT``.

    The workers may still be starting: whoever needs them waits until they have registered.
    """
    port = _free_port()
    address = f"spark://127.0.0.1:{port}"
    with ExitStack() as ending:
        log = folder / "master.log"
        master = [_MASTER, "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]
        ending.enter_context(_process(master, log, folder))
        _wait_for(log, "Successfully started service 'sparkMaster'")
        for number in range(WORKERS):
            worker = [_WORKER, "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1",
                      "--memory", "1g", "--work-dir", str(folder / f"work{number}"),
                      address]  # fmt: skip
            ending.enter_context(_process(worker, folder / f"worker{number}.log", folder))
        yield address


@contextmanager
def _process(command: list[str], log: Path, folder: Path) -> Iterator[None]:
    """One daemon in a process group of its own, which is ended as a whole."""
    home = Path(find_spec("pyspark").submodule_search_locations[0])  # type: ignore[union-attr,index]
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": QUICK,
        "SPARK_NO_DAEMONIZE": "1",
    }
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [str(home / "bin" / "spark-class"), *command],
            stdout=stream,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=_ends_with_us,  # noqa: PLW1509 - no thread of ours runs yet
        )
        try:
            yield
        finally:
            _end(process)


def _ends_with_us() -> None:
    """Let the kernel end the process where ours is killed before it can do so itself."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _end(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, sign)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
        return


def _wait_for(log: Path, words: str) -> None:
    until = time.monotonic() + _START_SECONDS
    while words not in log.read_text(errors="replace"):
        if time.monotonic() > until:
            message = f"{words!r} not seen in {_START_SECONDS} s:\n{log.read_text()[-3000:]}"
            raise TimeoutError(message)
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _java_version() -> int:
    java = shutil.which("java")
    if java is None:
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    number = told.partition('version "')[2].partition(".")[0].strip('"')
    return int(number) if number.isdigit() else 0
