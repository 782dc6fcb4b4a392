"""Phiếu chuyển: the slip of work given inside a body, for those inside alone."""

import io

import pytest
from django.urls import reverse

from phongtrao.publishing.actions.internal_papers import slip_bytes
from tests.planning import inside
from tests.planning.conftest import plan
from tests.publishing.docx_text import text_of

__all__ = ["plan"]
pytestmark = pytest.mark.database


def test_the_slip_tells_the_line_the_doers_and_the_day(plan):
    lead, other = inside.part(plan), inside.part(plan, "Đội Tổng hợp")
    given = inside.given(
        plan, lead=lead, parts=[other], officer=inside.officer(plan), draft=plan.draft(),
        source_text="Kế hoạch 125/KH-CAT-PV05", instruction=inside.LINE,
    )  # fmt: skip
    text = text_of(slip_bytes(given))
    for words in (
        "Phiếu chuyển",
        "Kế hoạch 125/KH-CAT-PV05",
        inside.LINE,
        "Chủ trì: Đội An ninh.",
        "Phối hợp: Đội Tổng hợp.",
        "Người theo dõi, thực hiện: Cán bộ phụ trách.",
        f"{given.due_on:%d/%m/%Y}",
    ):
        assert words.casefold() in text.casefold(), words


@pytest.mark.parametrize(("name", "status"), [("An", 200), ("Trung", 404), ("Chi", 404)])
def test_the_slip_is_for_the_body_alone(plan, client_for, name, status):
    given = inside.given(plan)
    address = reverse("publishing:internal-slip", args=[given.pk])
    answer = client_for(plan.world.posting(name)).get(address)
    assert answer.status_code == status
    if status == 200:
        assert io.BytesIO(b"".join(answer.streaming_content)).read(2) == b"PK"
