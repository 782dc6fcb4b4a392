"""Search at the size of a province's ten years: 100,000 records beside all areas and bodies.

A database of its own is filled with made-up papers, clauses and tasks; the index is built as
`phongtrao search rebuild` builds it, and the palette and the page of results are asked in process.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.servers import ROOT, environment

ROUNDS = 5
TYPED = (
    "quảng ngãi", "quang ngai", "ke hoach tuyen truyen", "ra soat mo hinh", "cong an xa ba to",
    "125/KH-CAT", "07/CTrPH-BCA-MTTW", "bao", "mttq", "so 3210", "an ninh to quoc", "ba to",
    "ngay hoi toan dan", "phoi hop", "đề án chuyển đổi số", "hang thang",
)  # fmt: skip


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds to build the index; milliseconds of the palette and of the page of results."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder), DJANGO_SETTINGS_MODULE="phongtrao.config.settings")
        env.pop("PHONGTRAO_DEMO")
        ended = subprocess.run(
            [sys.executable, "-m", "bench.search"],
            env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    said = json.loads(ended.stdout.splitlines()[-1])
    found = [Figure("build the index", "s", (said["build"],))]
    for name, rounds in said["asked"].items():
        found.append(Figure(f"{name}, median", "ms", _share(rounds, 0.5)))
        found.append(Figure(f"{name}, p95", "ms", _share(rounds, 0.95)))
    note = (
        f"{said['records']:,} records beside {said['areas']:,} areas and {said['bodies']:,} "
        f"bodies, SQLite; {len(TYPED)} questions a round, from one word to whole phrases."
    )
    return found, [note]


def _share(rounds: list[list[float]], share: float) -> tuple[float, ...]:
    return tuple(sorted(each)[min(len(each) - 1, int(len(each) * share))] for each in rounds)


def _run() -> dict[str, Any]:
    """In the process with the database: fill, build, ask."""
    import django  # late: only this process has the settings

    django.setup()
    from bench.filled import fill, official
    from phongtrao.cli import prepare
    from phongtrao.core import clock, search
    from phongtrao.org.models import AreaVersion, Body

    prepare.ensure_ready()
    province = AreaVersion.objects.on(clock.today()).get(name="Quảng Ngãi", level="province")
    commune = AreaVersion.objects.on(clock.today()).get(
        name="Ba Tơ", level="commune", parent=province.lineage
    )
    above = official("ca", province.lineage_id, "tren")
    below = official("ca", commune.lineage_id, "duoi")
    records = fill(province, above)
    started = time.perf_counter()
    for kind in search.offered():
        search.rebuild(kind)
    return {
        "build": time.perf_counter() - started,
        "records": records,
        "areas": AreaVersion.objects.count(),
        "bodies": Body.objects.count(),
        "asked": {
            f"{page}, {who}": _asked(page, actor)
            for page in ("palette", "page of results")
            for who, actor in (("province", above), ("commune", below))
        },
    }


def _asked(page: str, actor: Any) -> list[list[float]]:
    from django.test import RequestFactory  # late, as above

    from phongtrao.portal.queries import search

    request: Any = RequestFactory().get("/")
    request.user, request.actor = actor.account, actor
    ask: Callable[[str], Any] = (
        (lambda typed: search.palette(request, actor, typed))
        if page == "palette"
        else (lambda typed: search.results(request, actor, typed, "", "1"))
    )
    rounds = []
    for _ in range(ROUNDS):
        times = []
        for typed in TYPED:
            started = time.perf_counter()
            ask(typed)
            times.append((time.perf_counter() - started) * 1000)
        rounds.append(times)
    return rounds


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run()) + "\n")
