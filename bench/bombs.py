"""Two hundred bombs at once: what other people's pages feel of it.

The list page is measured with nobody uploading, and again while hostile files arrive at the intake
page from many hands; both in turn, on the same server.
"""

import http.client
import itertools
import re
import shutil
import tempfile
import time
import uuid
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from tests.core.gate.corpus_bombs import BOMBS

from bench.figures import Figure, Impossible
from bench.lists import ADDRESS, Site, cookie_of, one_run
from bench.servers import environment, free_port, ours, server

RUNS, CLIENTS, SECONDS, BOMBS_AT_ONCE = 5, 8, 5, 200
UPLOADER, READER = "canbo.tinh", "canbo.tinh"
INTAKE = "/van-ban-den/tiep-nhan/"


def measure() -> tuple[list[Figure], list[str]]:
    """p95 of the list with and without bombs, their ratio, and what became of the bombs."""
    if shutil.which("wrk") is None:
        raise Impossible("thiếu wrk. Hãy chạy: sudo apt-get install --no-install-recommends wrk")
    hostile = [(case.filename, case.build()) for case in BOMBS if case.verdict == "refuse"]
    answers: Counter[int] = Counter()
    quiet, bombed = Site("quiet", free_port()), Site("bombed", 0)
    bombed.port = quiet.port
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder))
        with server(ours(quiet.port), quiet.port, env):
            cookie = cookie_of(env, READER)
            one_run(quiet, cookie, seconds=3, clients=CLIENTS)
            quiet.p95.clear()
            for _ in range(RUNS):
                one_run(quiet, cookie, seconds=SECONDS, clients=CLIENTS)
                answers += _one_bombed_run(bombed, cookie, hostile)
    ratio = tuple(worse / better for worse, better in zip(bombed.p95, quiet.p95, strict=True))
    found = [
        Figure("list, p95, no uploads", "ms", tuple(quiet.p95)),
        Figure(f"list, p95, {BOMBS_AT_ONCE} bombs at once", "ms", tuple(bombed.p95)),
        Figure("ratio of p95, run by run", "×", ratio),
    ]
    told = ", ".join(f"{status}: {count}" for status, count in sorted(answers.items()))
    note = (
        f"{ADDRESS} by wrk -t1 -c{CLIENTS} -d{SECONDS}s while {BOMBS_AT_ONCE} files of "
        f"{len(hostile)} kinds are sent by as many hands; answers over all runs {told} "
        "(422 refused, 503 come again). Goal: ratio ≤ 1.5."
    )
    return found, [note]


def _one_bombed_run(site: Site, cookie: str, hostile: list[tuple[str, bytes]]) -> Counter[int]:
    """One run of the list while the bombs arrive; the statuses they were answered with."""
    token = _token(site.port, cookie)
    with ThreadPoolExecutor(BOMBS_AT_ONCE) as hands:
        files = itertools.islice(itertools.cycle(hostile), BOMBS_AT_ONCE)
        sent: list[Future[int]] = [
            hands.submit(_send, site.port, f"{cookie}; {token[0]}", token[1], name, content)
            for name, content in files
        ]
        time.sleep(0.2)
        one_run(site, cookie, seconds=SECONDS, clients=CLIENTS)
        return Counter(each.result() for each in sent)


def _token(port: int, cookie: str) -> tuple[str, str]:
    """The cookie and the field against forged requests, from the upload page."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", INTAKE, headers={"Cookie": cookie})
    answer = line.getresponse()
    page = answer.read().decode()
    field = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    if answer.status != 200 or field is None:
        raise Impossible(f"trang tải văn bản trả lời {answer.status}.")
    return (answer.getheader("Set-Cookie") or "").partition(";")[0], field[1]


def _send(port: int, cookie: str, token: str, name: str, content: bytes) -> int:
    mark = uuid.uuid4().hex
    fields = {"csrfmiddlewaretoken": token, "_once": uuid.uuid4().hex}
    body = b"".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    )
    head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
    body += f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content
    body += f"\r\n--{mark}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={mark}", "Cookie": cookie}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=180)
    line.request("POST", INTAKE, body, kind)
    return line.getresponse().status
