"""Small pieces that the tests of acts on areas share."""

import uuid
from datetime import date
from typing import Any

from phongtrao.org.models import AreaChange, AreaSet, AreaSetMember
from tests.world import MERGER, World

ON = date(2026, 12, 15)
PAPER = {
    "paper": "Nghị quyết 99/NQ-UBTVQH16",
    "paper_date": "01/12/2026",
    "issuer": "Ủy ban Thường vụ Quốc hội",
    "on": "15/12/2026",
    "verified": "on",
}


def send(client: Any, address: str, **typed: Any) -> Any:
    """Post a form with a fresh one-time key."""
    return client.post(address, {"_once": uuid.uuid4().hex, **typed})


def text(answer: Any) -> str:
    """The page as text."""
    return str(answer.content.decode())


def merging(**changes: Any) -> dict[str, Any]:
    """Đăk Hà and Ba Tơ become xã Giả Định under the code of Ba Tơ."""
    return (
        PAPER
        | {
            "olds": "23500\nxã Ba Tơ, tỉnh Quảng Ngãi",
            "news": "21484; xã Giả Định",
            "shares": "",
            "source": "",
            "children": "",
        }
        | changes
    )


def mark_of(page: str) -> str:
    """The mark that a preview carries."""
    return page.split('name="mark" value="')[1].split('"', maxsplit=1)[0]


def confirmed(client: Any, address: str, typed: dict[str, Any], **ticked: Any) -> AreaChange:
    """Preview, confirm what it offers (or `chuyen`), and the act that was recorded."""
    shown = text(send(client, address, **typed))
    done = send(client, address, **typed, buoc="lam", mark=mark_of(shown), **ticked)
    assert done.status_code == 302, text(done)
    return AreaChange.objects.latest("pk")


def island_set(world: World, *keys: str) -> AreaSet:
    """A set of communes with a basis."""
    made = AreaSet.objects.create(
        code="cum-1", name="Cụm thi đua số 1", kind="cluster", level="commune",
        basis="Quyết định 5/QĐ-CAT", name_folded="cum thi dua so 1",
    )  # fmt: skip
    for key in keys:
        AreaSetMember.objects.create(area_set=made, area=world.area(key), valid_from=MERGER)
    return made
