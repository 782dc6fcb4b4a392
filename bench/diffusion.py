"""The tree of 10,000 models that all came from one: computed, and as the whole page.

A database of its own is filled with models in every commune of the country; each was taken over
from one that is older, at random, so that the tree is wide at the top and a dozen deep.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.servers import ROOT, environment

ROUNDS = 11
MODELS = 10_000


def measure() -> tuple[list[Figure], list[str]]:
    """Milliseconds of the tree in process, and of the pages that show it and the register."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder), DJANGO_SETTINGS_MODULE="phongtrao.config.settings")
        env.pop("PHONGTRAO_DEMO")
        ended = subprocess.run(
            [sys.executable, "-m", "bench.diffusion"],
            env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    said = json.loads(ended.stdout.splitlines()[-1])
    found = [Figure(name, "ms", tuple(values)) for name, values in said["taken"].items()]
    note = (
        f"{said['total']:,} models below one, {said['depth']} deep, in {said['areas']:,} areas; "
        "SQLite. Goal of the tree: ≤ 300 ms."
    )
    return found, [note]


def _run() -> dict[str, Any]:
    """In the process with the database: fill, then ask."""
    import django  # late: only this process has the settings

    django.setup()
    from django.test import Client

    from bench.filled import official
    from phongtrao.cli import prepare
    from phongtrao.core import clock
    from phongtrao.fieldwork.exemplars import queries
    from phongtrao.org.models import AreaVersion

    prepare.ensure_ready()
    today = clock.today()
    country = AreaVersion.objects.on(today).get(level="country")
    actor = official("ca", country.lineage_id, "tren")
    root, areas = _fill(actor)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(actor.account, backend="phongtrao.org.sign_in.AccountBackend")
    taken = {
        "tree of 10,000 models, computed": lambda: queries.diffusion_of(root, today),
        "its page": lambda: _opened(client, f"/mo-hinh/{root}/nhan-rong/"),
        "register of 10,000 models, the page": lambda: _opened(client, "/mo-hinh/"),
        "catalogue, the page": lambda: _opened(client, "/mo-hinh/kho/"),
        "pairs proposed among all": lambda: queries.proposed_pairs(actor),
    }
    tree = queries.diffusion_of(root, today)
    return {
        "taken": {name: _timed(ask) for name, ask in taken.items()},
        "total": tree.total,
        "depth": tree.depth,
        "areas": areas,
    }


def _opened(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        message = f"{address} answered {answer.status_code}"
        raise RuntimeError(message)


def _timed(ask: Any) -> list[float]:
    found = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        ask()
        found.append((time.perf_counter() - started) * 1000)
    return found


def _fill(by: Any) -> tuple[int, int]:
    """The models with a step and a size each; the first one is the root."""
    from phongtrao.core import clock
    from phongtrao.fieldwork.exemplars.models import ModelSize, ModelStep, PracticeModel
    from phongtrao.org.models import AreaVersion, Body
    from phongtrao.planning.models import Programme

    chance = random.Random(8)
    posting = by.posting
    programme = Programme.objects.earliest("pk")
    today = clock.today()
    communes = AreaVersion.objects.on(today).filter(level="commune").order_by("code")
    areas = list(communes.values_list("lineage_id", flat=True))
    bodies = dict(
        Body.objects.on(today).filter(kind_id="ca", parent=None).values_list("area_id", "pk")
    )
    rows = []
    for number in range(MODELS + 1):
        area = areas[number % len(areas)]
        day = today - timedelta(days=3000 - number // 4)
        rows.append(
            PracticeModel(
                pk=number + 1, programme=programme, body_id=bodies.get(area, posting.body_id),
                area_id=area, recorded_at=clock.now(), recorded_by=posting,
                name=f"Tiếng kẻng an ninh {number}", field="toi_pham", kind="keng_loa",
                state="running", approval_paper="1/QĐ", approved_on=day, launched_on=day,
                sites=1 + number % 7, teams=number % 4, search_folded="tieng keng an ninh",
                adopted_from_id=chance.randint(max(number // 3, 1), number) if number else None,
                adopted_on=day if number else None, adapted="Thêm loa" if number % 3 else "",
            )
        )  # fmt: skip
    PracticeModel.objects.bulk_create(rows, batch_size=500)
    ModelStep.objects.bulk_create(
        [
            ModelStep(model=row, verb="launch", state="running", on=row.launched_on,
                      recorded_at=clock.now(), recorded_by=posting)
            for row in rows
        ],
        batch_size=500,
    )  # fmt: skip
    ModelSize.objects.bulk_create(
        [ModelSize(model=r, on=r.launched_on, sites=r.sites, teams=r.teams) for r in rows],
        batch_size=500,
    )
    return 1, len(areas)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run()) + "\n")
