"""A year's delegations added up: 34 provinces with 100 recommendations each, read by the centre.

A database of its own is filled in bulk; the page, its workbook and the questions of an inspector
are asked in process.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.figures import Figure, Impossible
from bench.servers import ROOT, environment

EACH, ROUNDS = 100, 5
PAGES = ("/kiem-tra/tong-hop/", "/kiem-tra/tong-hop/xuat-excel/", "/kiem-tra/cau-hoi/")
_FOUND = (
    "Chưa ký kết chương trình phối hợp cấp xã", "Báo cáo định kỳ gửi chậm so với quy định",
    "Mô hình hoạt động còn hình thức", "Chưa bố trí kinh phí cho hoạt động phối hợp",
    "Chưa tổ chức tập huấn cho lực lượng nòng cốt", "Công tác tuyên truyền chưa thường xuyên",
)  # fmt: skip
_CRITERIA = ("ky_ket", "chi_dao", "mo_hinh", "gan_ket", "kho_khan", "tuyen_truyen")


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds and queries of each page."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder), DJANGO_SETTINGS_MODULE="phongtrao.config.settings")
        env.pop("PHONGTRAO_DEMO")
        ended = subprocess.run(
            [sys.executable, "-m", "bench.inspections"],
            env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    said = json.loads(ended.stdout.splitlines()[-1])
    found = [Figure(name, "s", tuple(seconds)) for name, seconds in said["seconds"].items()]
    found += [Figure(f"{name}, queries", "", (n,)) for name, n in said["queries"].items()]
    note = f"{said['provinces']} provinces × {EACH} recommendations, SQLite, in process."
    return found, [note]


def _run() -> dict[str, Any]:
    """In the process with the database: fill, then ask."""
    import django  # late: only this process has the settings

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.filled import official
    from phongtrao.cli import prepare
    from phongtrao.core import clock
    from phongtrao.org.models import AreaVersion

    prepare.ensure_ready()
    country = AreaVersion.objects.on(clock.today()).get(level="country")
    by = official("ca", country.lineage_id, "trung-uong")
    provinces = _fill(by)
    client = Client(SERVER_NAME="localhost")
    client.force_login(by.account, backend="phongtrao.org.sign_in.AccountBackend")
    seconds: dict[str, list[float]] = {}
    queries: dict[str, int] = {}
    for address in PAGES:
        for _round in range(ROUNDS + 1):
            with CaptureQueriesContext(connection) as asked:
                taken = _timed(lambda to=address: _answered(client, to))
            queries[address] = len(asked)
            seconds.setdefault(address, []).append(taken)
        del seconds[address][0]  # the first compiles the templates
    return {"provinces": provinces, "seconds": seconds, "queries": queries}


def _answered(client: Any, address: str) -> None:
    """The whole answer; raises where the page does not answer."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise Impossible(f"{address}: {answer.status_code}")
    if answer.streaming:
        list(answer.streaming_content)


def _timed(act: Callable[[], Any]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _fill(by: Any) -> int:
    """An inspection of each province with its recommendations, half of them confirmed."""
    from phongtrao.core import clock
    from phongtrao.org.models import AreaVersion, Body
    from phongtrao.oversight.models import InspectedBody, Inspection, Recommendation
    from phongtrao.planning.models import Programme

    rand, today = random.Random(2026), clock.today()
    programme = Programme.objects.get(home_body=None)
    areas = AreaVersion.objects.on(today).filter(level="province").values("lineage_id")
    bodies = list(Body.objects.on(today).filter(kind_id="ca", area_id__in=areas, parent=None))
    for body in bodies:
        entry = Inspection.objects.create(
            **_visit(by, body, today), programme=programme, recorded_at=clock.now()
        )
        InspectedBody.objects.create(entry=entry, body=body)
        rows = [
            Recommendation(
                entry=entry, body=body, verifier=by.body, recorded_at=clock.now(),
                recorded_by=by.posting, **_asked(rand, today, by),
            )
            for _number in range(EACH)
        ]  # fmt: skip
        Recommendation.objects.bulk_create(rows, batch_size=500)
    return len(bodies)


def _visit(by: Any, body: Any, today: date) -> dict[str, Any]:
    return {
        "body": by.body, "area_id": by.body.area_id, "recorded_by": by.posting, "year": today.year,
        "title": f"Kiểm tra {body.name}", "starts_on": today - timedelta(days=90),
        "ends_on": today - timedelta(days=88), "scope_from": today - timedelta(days=900),
        "state": "concluded", "decision_paper": "1/QĐ-BCĐ", "leader_post": "Trưởng đoàn",
        "decided_on": today - timedelta(days=95), "leader_body": by.body, "limits": "Còn hạn chế",
        "conclusion_paper": "1/KL-ĐKT", "concluded_on": today - timedelta(days=80),
    }  # fmt: skip


def _asked(rand: random.Random, today: date, by: Any) -> dict[str, Any]:
    at = rand.randrange(len(_FOUND))
    due = today - timedelta(days=rand.randrange(-40, 60))
    facts = {
        "criterion": _CRITERIA[at], "urgency": "co_thoi_han", "finding": _FOUND[at],
        "text": "Khắc phục", "asked_by": due, "due_on": due,
    }  # fmt: skip
    if rand.random() < 0.5:
        day = today - timedelta(days=rand.randrange(1, 70))
        facts |= {
            "state": "verified", "remedy": "Đã làm", "submitted_on": day, "verified_on": day,
            "verified_by": by.posting,
        }  # fmt: skip
    return facts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run()) + "\n")
