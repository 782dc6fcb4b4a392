"""The two Word drafts of a decision on a committee, read as their reader would."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from docx import Document

from phongtrao.core import clock
from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import Composition, Posting, SeatTitle
from phongtrao.publishing.actions.committee_papers import decision_bytes, notice_bytes
from phongtrao.publishing.queries.committees import committee_paper
from phongtrao.publishing.rules.drafting import post_in_full
from tests.org.committees import committee, confirmed, draft
from tests.publishing.docx_text import docx_of, text_of
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
COMMITTEE = "Ban Chỉ đạo 138 xã Đăk Hà"


def _decision(world: World, composition: Composition, *, by: str = "Chi") -> bytes:
    return decision_bytes(committee_paper(world.actor(by), composition.pk))


def _notice(world: World, composition: Composition) -> bytes:
    return notice_bytes(committee_paper(world.actor("Chi"), composition.pk))


def _styles(data: bytes) -> dict[str, str]:
    """Text of a paragraph → the name of its style."""
    return {p.text: p.style.name for p in Document(io.BytesIO(data)).paragraphs if p.text}


def test_the_first_decision_founds_and_the_next_one_renews_and_replaces(world: World) -> None:
    first = confirmed(world)
    second = draft(world, decision_number="3/QĐ-UBND", valid_from=date(2026, 3, 1))
    founding, renewing = text_of(_decision(world, first)), text_of(_decision(world, second))
    assert f"Về việc thành lập {COMMITTEE}" in founding
    assert "thay thế" not in founding
    assert f"Về việc kiện toàn {COMMITTEE}" in renewing
    assert "thay thế Quyết định số 12/QĐ-UBND ngày 01/08/2025" in renewing


def test_a_decision_has_the_parts_of_the_decree_in_their_order(world: World) -> None:
    made = confirmed(world, standing_body=world.body("ca", "dak-ha"))
    text = text_of(_decision(world, made))
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    assert head in text
    assert "ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ" in text
    assert "Số: 12/QĐ-UBND" in text
    assert "Đăk Hà, ngày 01 tháng 8 năm 2025" in text
    ordered = [
        "QUYẾT ĐỊNH",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Theo đề nghị của Công an xã Đăk Hà.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Thành lập Ban Chỉ đạo 138 xã Đăk Hà gồm các thành viên sau đây:",
        "1. Chủ tịch Ủy ban nhân dân xã Đăk Hà: Trưởng ban;",
        "2. Trưởng Công an xã Đăk Hà: Phó Trưởng ban Thường trực;",
        "5. Cán bộ tổng hợp Công an xã Đăk Hà: Thư ký.",
        "Điều 2. Công an xã Đăk Hà là cơ quan thường trực của Ban Chỉ đạo",
        "hiệu lực từ ngày 01/08/2025",
        "thi hành Quyết định này./.",
    ]
    places = [text.index(part) for part in ordered]
    assert places == sorted(places)
    assert "- Như Điều 5;" in text


def test_the_components_of_a_decision_carry_the_styles_of_the_layout(world: World) -> None:
    data = _decision(world, confirmed(world))
    styles = _styles(data)
    assert styles["QUYẾT ĐỊNH"] == "Tên loại văn bản"
    assert styles[f"Về việc thành lập {COMMITTEE}"] == "Trích yếu nội dung"
    assert styles["Căn cứ Luật Tổ chức chính quyền địa phương;"] == "Căn cứ ban hành"
    article = next(text for text in styles if text.startswith("Điều 1."))
    assert styles[article] == "Nội dung văn bản"
    bold = next(p for p in Document(io.BytesIO(data)).paragraphs if p.text == article).runs[0]
    assert (bold.text, bold.bold) == ("Điều 1. ", True)


def test_a_draft_without_number_leaves_room_for_the_pen(world: World) -> None:
    made = draft(world, decision_number="", decided_on=None)
    text = text_of(_decision(world, made))
    assert "Số:         /QĐ" in text
    assert "ngày      tháng      năm" in text


@pytest.mark.parametrize(
    ("issuer", "lines"),
    [
        ("Chủ tịch Ủy ban nhân dân xã Đăk Hà", ["CHỦ TỊCH"]),
        ("Ủy ban nhân dân xã Đăk Hà", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("Đảng ủy xã Đăk Hà", []),
    ],
)
def test_who_signs_follows_from_who_decides(world: World, issuer: str, lines: list[str]) -> None:
    made = draft(world, issuer_text=issuer)
    document = Document(io.BytesIO(_decision(world, made)))
    right = document.tables[-1].rows[0].cells[1]
    signed = [p.text for p in right.paragraphs if p.text.strip()]
    assert signed == lines


def test_the_notice_gives_each_member_his_field_and_names_holders_known_here(world: World) -> None:
    holder = world.posting("Cường")
    seats = [
        actions.SeatTerms(SeatTitle.HEAD, "Chủ tịch UBND", None, "Phụ trách chung"),
        actions.SeatTerms(SeatTitle.STANDING_DEPUTY, "Trưởng Công an", holder.body,
                          "An ninh, trật tự.", holder),
        actions.SeatTerms(SeatTitle.MEMBER, "Chỉ huy trưởng Quân sự"),
    ]  # fmt: skip
    made = confirmed(world, seats=seats, standing_body=holder.body)
    text = text_of(_notice(world, made))
    for part in (
        "THÔNG BÁO",
        f"Phân công nhiệm vụ thành viên {COMMITTEE}",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/08/2025 của Chủ tịch",
        "1. Trưởng ban: Chủ tịch Ủy ban nhân dân",
        "\nPhụ trách chung.",
        "2. Phó Trưởng ban Thường trực: Đồng chí Cường, Trưởng Công an xã Đăk Hà",
        "Phụ trách: an ninh, trật tự.",
        "Phụ trách: nhiệm vụ do Trưởng ban phân công.",
        "Công an xã Đăk Hà là cơ quan thường trực",
        "TM. BAN CHỈ ĐẠO",
        "TRƯỞNG BAN",
        "TB-BCĐ",
    ):
        assert part in text, part


@pytest.mark.parametrize(
    ("post", "body", "written"),
    [
        ("Phó Giám đốc", "Công an tỉnh Quảng Ngãi", "Phó Giám đốc Công an tỉnh Quảng Ngãi"),
        ("Trưởng công an", "Công an xã Ba Tơ", "Trưởng Công an xã Ba Tơ"),
        ("Chủ tịch UBND xã", "Ủy ban nhân dân xã Ba Tơ", "Chủ tịch Ủy ban nhân dân xã Ba Tơ"),
        ("Trưởng phòng", "", "Trưởng phòng"),
    ],
)
def test_a_post_and_its_body_say_nothing_twice(post: str, body: str, written: str) -> None:
    assert post_in_full(post, body) == written


def test_papers_are_vietnamese_whatever_the_screen_speaks(world: World) -> None:
    made = confirmed(world)
    with translation.override("en"):
        english = _decision(world, made), _notice(world, made)
    assert (_decision(world, made), _notice(world, made)) == english
    assert "Trưởng ban" in text_of(english[0])


def test_the_successor_of_merged_committees_is_renewed_not_founded(world: World) -> None:
    old, new = committee(world, "ba-to"), committee(world, "dak-ha")
    old.successions_out.create(successor=new, on=date(2026, 1, 1))
    assert "Về việc kiện toàn" in text_of(_decision(world, draft(world)))


def test_the_page_of_a_decision_leads_to_both_drafts(world: World, client_for: ClientFor) -> None:
    made = confirmed(world)
    chi = client_for(world.posting("Chi"))
    page = chi.get(reverse("org:composition-detail", args=[made.pk])).content.decode()
    for name, word in (("committee-decision", "QUYẾT ĐỊNH"), ("committee-notice", "THÔNG BÁO")):
        address = reverse(f"publishing:{name}", args=[made.pk])
        assert address in page
        answer = chi.get(address)
        assert word in text_of(docx_of(answer))
        assert ".docx" in answer["Content-Disposition"]


@pytest.mark.parametrize("name", ["committee-decision", "committee-notice"])
def test_drafts_are_closed_like_the_decision_itself(
    world: World, client_for: ClientFor, name: str
) -> None:
    made = confirmed(world)
    pending = draft(world, valid_from=clock.today())
    for who, statuses in (("An", (200, 404)), ("Giang", (404, 404)), ("Chi", (200, 200))):
        client = client_for(world.posting(who))
        found = tuple(
            client.get(reverse(f"publishing:{name}", args=[row.pk])).status_code
            for row in (made, pending)
        )
        assert found == statuses, who
