"""The list of reports at 50 clients, beside the same page by Django templates on gunicorn.

Both servers run on the same database and are measured in turn, so that whatever else the machine
does meets both.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import Figure, Impossible
from bench.servers import ROOT, environment, free_port, ours, rival, server

ADDRESS = "/bao-cao/danh-sach/"
OFFICIAL = "canbo.tinh"
RUNS, CLIENTS, SECONDS, ROWS = 5, 50, 5, 50
QUIET_REQUESTS = 8
_SIGN_IN = """
import django
django.setup()
from django.test import Client
from phongtrao.org.models import Account
client = Client()
client.force_login(
    Account.objects.get(username={name!r}), backend="phongtrao.org.sign_in.AccountBackend"
)
print("\\n" + client.cookies["session"].value)
"""


@dataclass
class Site:
    """One server, and what its runs gave."""

    name: str
    port: int
    rates: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{ADDRESS}"


def measure() -> tuple[list[Figure], list[str]]:
    """Requests a second and p95 of both, and their ratio."""
    if shutil.which("wrk") is None:
        raise Impossible("thiếu wrk. Hãy chạy: sudo apt-get install --no-install-recommends wrk")
    here = Site("phongtrao: Jinja2, granian, 2 workers", free_port())
    there = Site("rival: Django templates, gunicorn sync, 3 workers", free_port())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder))
        beside = env | {"DJANGO_SETTINGS_MODULE": "bench.rival.settings"}
        with server(ours(here.port), here.port, env), server(rival(there.port), there.port, beside):
            sizes = _measured([here, there], cookie_of(env, OFFICIAL))
    ratio = tuple(ours / theirs for ours, theirs in zip(here.rates, there.rates, strict=True))
    found = [
        *(Figure(site.name, "requests/s", tuple(site.rates)) for site in (here, there)),
        *(Figure(f"{site.name}, p95", "ms", tuple(site.p95)) for site in (here, there)),
        Figure("ratio of requests/s, run by run", "×", ratio),
    ]
    note = (
        f"{ADDRESS} with {ROWS} rows ({sizes[0]:,} bytes; rival {sizes[1]:,}), SQLite, "
        f"wrk -t1 -c{CLIENTS} -d{SECONDS}s on the same processors, in turn. Goals: ratio ≥ 3, then "
        "≥ 6 with p95 ≤ 60 ms."
    )
    return found, [note]


def _measured(sites: list[Site], cookie: str) -> list[int]:
    sizes = [_checked(site, cookie) for site in sites]
    for site in sites:
        one_run(site, cookie, seconds=3)  # every worker has compiled its templates
        site.rates.clear()
        site.p95.clear()
    for _ in range(RUNS):
        for site in sites:
            one_run(site, cookie, seconds=SECONDS)
    return sizes


def _checked(site: Site, cookie: str) -> int:
    """The size of the page; raises when it is not the list with all its rows."""
    request = urllib.request.Request(site.address, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=120) as answer:
        page = answer.read().decode()
    rows = len(re.findall(r"<tr>", page)) - 1
    if rows != ROWS:
        raise Impossible(f"{site.name}: trang có {rows} dòng thay vì {ROWS}.")
    return len(page.encode())


def one_run(site: Site, cookie: str, *, seconds: int, clients: int = CLIENTS) -> None:
    """Some seconds of requests; raises when one of them failed."""
    ended = subprocess.run(
        [
            *("wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "20s"),
            *("-s", str(ROOT / "bench" / "wrk.lua"), "-H", f"Cookie: {cookie}", site.address),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    result = re.search(r"RESULT (\S+) (\S+) (\d+)", ended.stdout)
    if result is None or int(result[3]):
        raise Impossible(f"{site.name}: có yêu cầu bị lỗi nên không đo được.\n{ended.stdout}")
    if not float(result[1]):
        raise Impossible(
            f"{site.name}: không yêu cầu nào được trả lời trong {seconds} giây; máy đang quá bận. "
            "Hãy chạy lại khi máy rảnh."
        )
    site.rates.append(float(result[1]))
    site.p95.append(float(result[2]))
    for _ in range(QUIET_REQUESTS):
        _checked(site, cookie)  # behind what wrk has left in the queue of every worker


def cookie_of(env: dict[str, str], name: str) -> str:
    """The session of an account of the demo."""
    ended = subprocess.run(
        [sys.executable, "-c", _SIGN_IN.format(name=name)],
        env=env | {"DJANGO_SETTINGS_MODULE": "phongtrao.config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    return f"session={ended.stdout.strip().splitlines()[-1]}"
