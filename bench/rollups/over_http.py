"""The fourth question over HTTP, as one official asks it: the page of a trend, and REST."""

import http.client
import json
import statistics
import subprocess
import sys
import time
from urllib.parse import urlencode

from bench.figures import Impossible
from bench.rollups import stand_in
from bench.rollups.dataset import LAST_YEAR, Shape, years_of
from bench.rollups.questions import questions_of
from bench.servers import ROOT, free_port, ours, server

REQUESTS, WARM = 200, 20
_KEYS = """
import django, json
django.setup()
from django.test import Client
from phongtrao.core import clock
from phongtrao.org.actions.tokens import make_token
from phongtrao.org.models import Account
from phongtrao.org.permissions import actor_for
account = Account.objects.get(username={name!r})
client = Client()
client.force_login(account, backend="phongtrao.org.sign_in.AccountBackend")
made = make_token(
    name="do", capabilities=["rollup.read"], days=1, by=actor_for(account, clock.today())
)
print("\\n" + json.dumps([client.cookies["session"].value, made[1]]))
"""


def over_http(shape: Shape, env: dict[str, str], name: str) -> dict[str, list[float]]:
    """Milliseconds of each request to the page and to REST, one after the other."""
    cookie, token = _keys(env, name)
    port, first = free_port(), shape.first_year
    code = stand_in.indicator_code(questions_of(shape).indicator)
    page = urlencode(
        {"ct": code, "cap": "country", "tu": f"01/{first}", "den": f"12/{LAST_YEAR}",
         "buoc": "nam", "che_do": stand_in.SCHEME}
    )  # fmt: skip
    rest = urlencode(
        [("indicator", code), ("level", "country"), ("scheme", stand_in.SCHEME),
         *(("period", str(year)) for year in years_of(shape))]
    )  # fmt: skip
    with server(ours(port), port, env):
        return {
            "page": _asked(port, f"/tra-cuu/xu-huong/?{page}", {"Cookie": f"session={cookie}"}),
            "rest": _asked(
                port, f"/api/v1/figures?{rest}", {"Authorization": f"Bearer {token}"}
            ),
        }  # fmt: skip


def p95(milliseconds: list[float]) -> float:
    """The value that 95 of 100 requests stay below."""
    return statistics.quantiles(milliseconds, n=20)[-1]


def _keys(env: dict[str, str], name: str) -> tuple[str, str]:
    """A session and a token of an official."""
    ended = subprocess.run(
        [sys.executable, "-c", _KEYS.format(name=name)],
        env=env, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ended.returncode:
        raise Impossible(f"không đo được qua HTTP: {ended.stderr.strip()[-600:]}")
    cookie, token = json.loads(ended.stdout.strip().splitlines()[-1])
    return cookie, token


def _asked(port: int, address: str, headers: dict[str, str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    found = []
    for _ in range(WARM + REQUESTS):
        begin = time.perf_counter()
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        found.append((time.perf_counter() - begin) * 1_000)
        if answer.status != http.HTTPStatus.OK:
            raise Impossible(f"{address}: {answer.status} {body[:200]!r}")
    connection.close()
    return found[WARM:]
