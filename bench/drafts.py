"""A provincial draft from all its communes: every report tells twenty things.

The demo's province gets one more finished round, whose statements come from the small labelled set
in changed words; then its paper is drawn up, stored, and followed to its sources, in process.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.servers import ROOT, environment
from bench.statements import SET

ROUNDS = 5
TOLD = 20  # statements of one report
_TAILS = ("", " nhất là vào cuối kỳ", " so với yêu cầu", " tại một số nơi", " trong thời gian qua")


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds to draw the paper up and store it, and to follow all it says to its sources."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = environment(Path(folder), DJANGO_SETTINGS_MODULE="phongtrao.config.settings")
        demo = [sys.executable, "-m", "phongtrao", "demo"]
        subprocess.run(demo, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        ended = subprocess.run(
            [sys.executable, "-m", "bench.drafts"],
            env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    said = json.loads(ended.stdout.splitlines()[-1])
    found = [
        Figure("draw up and store, nothing read before", "s", tuple(said["draft"])),
        Figure("follow every sentence and number", "s", tuple(said["trace"])),
    ]
    note = (
        f"{said['reports']} reports with {said['statements']:,} statements; in the draft "
        f"{said['sentences']} sentences and {said['numbers']} numbers, {said['faults']} of them "
        "without a source. Goal of the draft: ≤ 3 s."
    )
    return found, [note]


def _run() -> dict[str, Any]:
    """In the process with the database: one more round, then the paper, several times."""
    import django  # late: only this process has the settings

    django.setup()
    from django.db import transaction

    from phongtrao.core import clock
    from phongtrao.org.models import Account
    from phongtrao.org.permissions import actor_for
    from phongtrao.publishing import actions, queries
    from phongtrao.publishing.rules.reading import read_statement

    account = Account.objects.get(username="canbo.tinh")
    by = actor_for(account, clock.today())
    round_ = _told(by)
    draft, followed = [], []
    for _ in range(ROUNDS):
        with transaction.atomic():
            read_statement.cache_clear()
            started = time.perf_counter()
            paper = actions.draft_paper(round_, round_.area_id, by=by)
            draft.append(time.perf_counter() - started)
            started = time.perf_counter()
            trace = queries.trace(queries.contents_of(paper))
            followed.append(time.perf_counter() - started)
            transaction.set_rollback(True)
    reports = round_.reports.count()
    return {
        "draft": draft,
        "trace": followed,
        "reports": reports,
        "statements": reports * TOLD,
        "sentences": trace.sentences,
        "numbers": trace.numbers,
        "faults": len(trace.faults),
    }


def _told(by: Any) -> Any:
    """A finished round of the actor's province in which every commune tells TOLD things."""
    from phongtrao.cli import prepare  # late, as above
    from phongtrao.cli.demo import rounds
    from phongtrao.core import clock
    from phongtrao.org.models import Posting
    from phongtrao.reporting import actions
    from phongtrao.reporting.actions.recorded_rounds import RecordedReport, record_versions
    from phongtrao.reporting.grid.content import Statement, specs_of
    from phongtrao.reporting.models import Round

    before = Round.objects.filter(area=by.body.area, level="commune").earliest("last_day")
    with clock.set_to(before.opened_at):
        round_ = actions.open_round(
            before.template_version,
            period=before.period,
            scheme="CALENDAR",  # the demo has its own round of the same half-year
            area_id=before.area_id,
            level="commune",
            deadline_at=before.deadline_at + timedelta(days=40),
            by=by,
        ).round
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    rand = random.Random(7)
    sent = round_.deadline_at - timedelta(days=2)
    specs = specs_of(round_.template_version.cells)
    entries = []
    for report in round_.reports.select_related("round__template_version").order_by("area_id"):
        told = tuple(
            Statement(row["section"], row["text"].rstrip(".") + rand.choice(_TAILS))
            for row in rand.sample(rows, TOLD)
        )
        content = replace(rounds.invented(specs, seed=str(report.area_id)), statements=told)
        posting = Posting.objects.filter(body=report.body_id).latest("valid_from")
        entries.append(RecordedReport(report, content, posting, sent, []))
    with clock.set_to(sent + timedelta(days=1)):
        record_versions(round_, entries, by=prepare.service_actor())
    return round_


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run()) + "\n")
