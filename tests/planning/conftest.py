"""A programme, a paper of Quảng Ngãi and what grew from it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from phongtrao.core import clock, files
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.org.models import Account
from phongtrao.planning import actions
from phongtrao.planning.models import (
    Programme,
    ProgrammeDocument,
    Requirement,
    RequirementAddressee,
    Task,
)
from tests.packs import load_pack
from tests.world import World

TEXT = (
    "CÔNG AN TỈNH QUẢNG NGÃI\nKẾ HOẠCH\n"
    "1. Công an xã Đăk Hà chủ trì, phối hợp với Công an xã Ba Tơ xây dựng kế hoạch tuyên truyền.\n"
    "2. Công an cấp xã thường xuyên củng cố lực lượng nòng cốt.\n"
    "3. Công an xã Lý Sơn rà soát các mô hình trước ngày 15/12/2026.\n"
)
FIRST = "xây dựng kế hoạch tuyên truyền"
SECOND = "thường xuyên củng cố lực lượng nòng cốt"
THIRD = "rà soát các mô hình"


@dataclass
class Plan:
    """What the tests name: the world with its programme, and short ways to make things."""

    world: World
    programme: Programme

    def day(self, days: int) -> date:
        """A day so many days from today."""
        return clock.today() + timedelta(days=days)

    def draft(self, *, by: str = "An", number: str = "125/KH-CAT-PV05", **fields: Any) -> Draft:
        """An arrived paper with three proposed requirements."""
        posting = self.world.posting(by)
        stored = files.store(TEXT.encode(), name="ke-hoach.txt", kind="txt", by=self.actor(by))
        draft = Draft.objects.create(
            **{
                "file": stored,
                "body": posting.body,
                "received_at": clock.now(),
                "received_by": posting,
                "text": TEXT,
                "document_type": "Kế hoạch",
                "number": number,
                "issued_on": self.day(-5),
                "issuer_text": "Công an tỉnh Quảng Ngãi",
                "title": "Phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026",
                "references": [{"number": "07/CTr-BCA-MTTW", "type": "Chương trình", "date": None}],
            }
            | fields
        )
        self._items(draft)
        return draft

    def _items(self, draft: Draft) -> None:
        dak_ha, ba_to, ly_son = (
            self.world.body("ca", key) for key in ("dak-ha", "ba-to", "ly-son")
        )
        named = [
            (FIRST, [_row(dak_ha)], [_row(ba_to)], None),
            (
                SECOND,
                [{"text": "Công an cấp xã", "org_id": "grp:ca-xa", "body_id": None}],
                [],
                None,
            ),
            (THIRD, [_row(ly_son)], [], self.day(20)),
        ]
        for position, (words, leads, coordinators, due_on) in enumerate(named, start=1):
            start = draft.text.find(words)
            DraftRequirement.objects.create(
                draft=draft,
                position=position,
                action=words,
                start=start if start >= 0 else None,
                end=start + len(words) if start >= 0 else None,
                leads=leads,
                coordinators=coordinators,
                due_on=due_on,
                certainty="certain",
            )

    def actor(self, name: str) -> Any:
        """One of the cast, acting today."""
        return self.world.actor(name)

    def document(self, **fields: Any) -> ProgrammeDocument:
        """A paper in the register of the police of Quảng Ngãi."""
        draft = self.draft(**fields)
        return actions.adopt_draft(draft, programme=self.programme, by=self.actor("An"))

    def addressee(self, position: int = 1, kind: str = "ca", area: str = "dak-ha") -> Any:
        """An addressee of the newest paper (made where there is none)."""
        document = ProgrammeDocument.objects.order_by("-pk").first() or self.document()
        return RequirementAddressee.objects.get(
            requirement__document=document,
            requirement__position=position,
            body=self.world.body(kind, area),
        )

    def requirement(self, position: int = 1) -> Requirement:
        """A requirement of the newest paper (made where there is none)."""
        document = ProgrammeDocument.objects.order_by("-pk").first() or self.document()
        return document.requirements.get(position=position)

    def spec(self, **changes: Any) -> actions.TaskSpec:
        """A task for the police of Đăk Hà in ten days."""
        values = {
            "title": "Xây dựng kế hoạch tuyên truyền năm 2027",
            "product": "Kế hoạch được ký ban hành",
            "lead": self.world.body("ca", "dak-ha"),
            "due_on": self.day(10),
        }
        return actions.TaskSpec(**(values | changes))

    def task(self, by: str = "An", **changes: Any) -> Task:
        """A task given by one of the cast (default: the province to Đăk Hà)."""
        return actions.assign_task(
            self.spec(**changes), programme=self.programme, by=self.actor(by)
        )

    def reported(self, by: str = "An", doer: str = "Chi", **changes: Any) -> Task:
        """A task whose lead has reported completion."""
        task = self.task(by, **changes)
        actions.report_progress(task, "Đã ban hành kế hoạch.", done=True, by=self.actor(doer))
        task.refresh_from_db()
        return task


def _row(body: Any) -> dict[str, Any]:
    return {"text": body.name, "org_id": "", "body_id": body.pk}


@pytest.fixture
def plan(world: World, settings: Any, tmp_path: Any) -> Plan:
    """The world with its programme, and a folder for its files."""
    settings.FILES_DIR = tmp_path
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    return Plan(world, load_pack())


@pytest.fixture
def send() -> Callable[..., Any]:
    """Post a form with a fresh one-time key."""

    def post(client: Client, url: str, **fields: Any) -> Any:
        return client.post(url, {"_once": uuid.uuid4().hex, **fields})

    return post
