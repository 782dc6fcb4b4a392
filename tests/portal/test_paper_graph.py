"""*Quan hệ văn bản*: what a paper names, what names it, what it made; within scope only."""

import io
import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.planning import actions
from phongtrao.planning.models import DocumentReference, ProgrammeDocument
from phongtrao.portal.drawing import Edge, Node, Relation, drawn, relation_in
from phongtrao.portal.queries.paper_graph import graph_of
from tests.packs import load_pack
from tests.planning import exchanges
from tests.planning.conftest import Plan

pytestmark = pytest.mark.database
QUERY_LIMIT = 20
GIA_LAI = {"issuer_text": "Công an tỉnh Gia Lai"}


@pytest.fixture
def plan(world, settings, tmp_path):
    """The programme, the world, and a folder for its files."""
    settings.FILES_DIR = tmp_path
    return Plan(world, load_pack())


def _paper(plan, number, text="", names=(), by="An", day="2026-03-01", **fields):
    """A paper whose text is given; `names` are (number, day) of what it names there."""
    references = []
    for named, named_on in names:
        start = text.find(named)
        span = {"start": start, "end": start + len(named)} if start >= 0 else {}
        references.append({"number": named, "type": "Kế hoạch", "date": named_on, **span})
    draft = plan.draft(
        by=by,
        number=number,
        text=text or "Không có gì.",
        issued_on=date.fromisoformat(day),
        references=references,
        **fields,
    )
    draft.items.all().delete()
    return actions.adopt_draft(draft, programme=plan.programme, by=plan.actor(by))


def _around(plan, document, depth=1, name="An"):
    graph = graph_of(plan.actor(name), document, depth)
    return {(step.node.label, step.relation.value, step.inwards) for step in graph.steps}


def test_a_paper_shows_what_it_names_and_what_names_it(plan):
    old = _paper(plan, "10/KH-CAT", day="2025-02-01")
    text = "Căn cứ Kế hoạch số 10/KH-CAT ngày 01/02/2025; ban hành kế hoạch."
    middle = _paper(plan, "20/KH-CAT", text, [("10/KH-CAT", "2025-02-01")])
    text = "Kế hoạch này thay thế Kế hoạch số 20/KH-CAT ngày 01/03/2026."
    _paper(plan, "30/KH-CAT", text, [("20/KH-CAT", "2026-03-01")], day="2026-05-01")
    assert _around(plan, middle) == {
        ("Kế hoạch 10/KH-CAT", "basis", False),
        ("Kế hoạch 30/KH-CAT", "replaces", True),
    }
    assert _around(plan, old) == {("Kế hoạch 20/KH-CAT", "basis", True)}
    assert len(_around(plan, old, depth=2)) == 2


def test_every_way_of_writing_the_programme_is_one_paper(plan):
    names = [("07/CTr-BCA-MTTW", None), ("07/CTrPH-BCA-MTTW", "2023-11-13")]
    document = _paper(plan, "20/KH-CAT", "07/CTr-BCA-MTTW, 07/CTrPH-BCA-MTTW", names)
    [step] = graph_of(plan.actor("An"), document, 1).steps
    assert step.node.key == ("programme", str(plan.programme.pk))
    assert step.node.url == reverse("planning:programme-detail", args=[plan.programme.pk])
    # Its own paper in the register is that same paper.
    own = _paper(plan, "07/CTrPH-BCA-MTTW", day="2023-11-13")
    [step] = graph_of(plan.actor("An"), document, 1).steps
    assert step.node.url == reverse("planning:document-detail", args=[own.pk])


def test_one_paper_in_two_registers_is_one_paper(plan):
    for by in ("An", "Trung"):
        _paper(plan, "5/KH-BCA", by=by, day="2026-01-05", issuer_text="Bộ Công an")
    document = _paper(plan, "20/KH-CAT", "5/KH-BCA", [("5/KH-BCA", "2026-01-05")])
    [step] = graph_of(plan.actor("An"), document, 2).steps
    own = ProgrammeDocument.objects.get(number="5/KH-BCA", home_body=document.home_body)
    assert step.node.url == reverse("planning:document-detail", args=[own.pk])


def test_a_number_without_its_day_is_the_one_paper_that_is_known_by_it(plan):
    known = _paper(plan, "5/KH-BCA", by="Trung", day="2026-01-05", issuer_text="Bộ Công an")
    assert _around(plan, known) == set()
    document = _paper(plan, "20/KH-CAT", "5/KH-BCA", [("5/KH-BCA", None)])
    labels = {label for label, _relation, _inwards in _around(plan, document, name="Trung")}
    assert labels == {"Kế hoạch 5/KH-BCA"}
    [step] = graph_of(plan.actor("Trung"), document, 1).steps
    assert step.node.url == reverse("planning:document-detail", args=[known.pk])
    [step] = graph_of(plan.actor("An"), document, 1).steps
    assert not step.node.url


def test_a_paper_out_of_sight_is_what_the_visible_text_says_of_it(plan, client_for):
    hidden = _paper(plan, "99/KH-GL", by="Giang", day="2026-02-02", title="Kín", **GIA_LAI)
    document = _paper(plan, "20/KH-CAT", "99/KH-GL", [("99/KH-GL", "2026-02-02")])
    DocumentReference.objects.update(target=hidden)
    page = client_for(plan.world.posting("An")).get(f"/quan-he-van-ban/{document.pk}/")
    words = page.content.decode()
    assert "99/KH-GL" in words
    assert "02/02/2026" in words
    assert "Kín" not in words
    assert reverse("planning:document-detail", args=[hidden.pk]) not in words


def test_a_paper_out_of_sight_that_names_this_one_is_not_told_of(plan):
    document = _paper(plan, "20/KH-CAT")
    _paper(plan, "98/KH-GL", "20/KH-CAT", [("20/KH-CAT", "2026-03-01")], by="Giang", **GIA_LAI)
    assert _around(plan, document) == set()


def test_a_neighbour_cannot_ask(plan, client_for):
    document = _paper(plan, "20/KH-CAT")
    assert (
        client_for(plan.world.posting("Giang")).get(f"/quan-he-van-ban/{document.pk}/").status_code
        == 404
    )


def test_the_page_tells_what_the_paper_has_made(plan, client_for):
    document = plan.document()
    actions.make_concrete(plan.addressee(1), tasks=[plan.spec()], by=plan.actor("Chi"))
    exchanges.prepared(plan, document=document, upload=None)
    page = unescape(
        client_for(plan.world.posting("An"))
        .get(f"/quan-he-van-ban/{document.pk}/")
        .content.decode()
    )
    made = page.partition("Từ văn bản này đã có")[2]
    for words in ("Nội dung chỉ đạo", "Nhiệm vụ", "Lấy ý kiến dự thảo", "Công an xã Đăk Hà"):
        assert words in made, words


def test_the_table_goes_into_a_workbook(plan, client_for):
    _paper(plan, "10/KH-CAT", day="2025-02-01")
    document = _paper(plan, "20/KH-CAT", "Căn cứ 10/KH-CAT", [("10/KH-CAT", "2025-02-01")])
    answer = client_for(plan.world.posting("An")).get(
        f"/quan-he-van-ban/{document.pk}/xuat-excel/?bac=3"
    )
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = {cell.value for row in sheet for cell in row}
    assert {"Kế hoạch 10/KH-CAT", "Là căn cứ", "01/02/2025"} <= cells


def test_three_hundred_papers_ask_no_more_questions_than_three(
    plan, client_for, django_assert_max_num_queries
):
    document = _paper(plan, "1/KH-CAT")
    like = ProgrammeDocument.objects.get(pk=document.pk)
    _many(like, 300)
    client = client_for(plan.world.posting("An"))
    client.get("/")
    with django_assert_max_num_queries(QUERY_LIMIT):
        page = client.get(f"/quan-he-van-ban/{document.pk}/?bac=3").content.decode()
    assert len(re.findall(r'class="paper-box', page)) == 40
    assert len(re.findall(r'<th scope="row">', page.partition("Từ văn bản")[0])) > 250


def _many(document, count):
    """A chain of papers, each naming the first and the one before."""
    drafts = type(document.draft).objects
    previous = document
    for n in range(2, count + 2):
        draft = document.draft
        draft.pk, draft.number = None, f"{n}/KH-CAT"
        draft.save(force_insert=True)
        made = ProgrammeDocument.objects.create(
            programme=document.programme, home_body=document.home_body, type="Kế hoạch",
            number=f"{n}/KH-CAT", number_key=f"{n}/KH-CAT", issued_on=date(2026, 1 + n % 12, 1),
            title=f"Kế hoạch thứ {n}", file=document.file, text="x", draft=drafts.get(pk=draft.pk),
            registered_at=document.registered_at, registered_on=document.registered_on,
            registered_by=document.registered_by,
        )  # fmt: skip
        DocumentReference.objects.bulk_create(
            DocumentReference(document=made, number=each.number, number_key=each.number_key,
                              target=each)
            for each in {document.pk: document, previous.pk: previous}.values()
        )  # fmt: skip
        previous = made


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Căn cứ Nghị định số {};", "basis"),
        ("Thông tư này thay thế Thông tư số {} của Bộ", "replaces"),
        ("Quyết định số {} hết hiệu lực kể từ ngày", "replaces"),
        ("sửa đổi, bổ sung một số điều của Quy chế số {}", "amends"),
        ("Gia hạn thời gian thực hiện Kế hoạch số {}", "extends"),
        ("Thực hiện Kết luận số {}, Công an tỉnh báo cáo", "carries_out"),
        ("Gửi kèm Công văn số {}.", "names"),
        ("Căn cứ Luật Thi đua; gửi Công văn số {}.", "names"),
        ("đã được thay thế bởi Nghị định số {}", "names"),
    ],
)
def test_the_words_around_a_number_say_what_is_done_to_the_paper(text, relation):
    number = "12/2025/QĐ"
    whole = text.format(number)
    start = whole.index(number)
    assert relation_in(whole, start, start + len(number)) == relation


def test_no_place_in_a_text_breaks_the_reading():
    for start, end in ((-1, -1), (5, 3), (0, 99), (99, 120)):
        assert relation_in("ngắn", start, end) == Relation.NAMES


def test_the_picture_runs_from_the_oldest_to_the_newest_and_no_tie_is_upright():
    nodes = [
        Node((str(n),), f"{n}/KH", date(2025, 1 + n % 9, 1) if n else None, depth=min(n, 1))
        for n in range(20)
    ]
    edges = [Edge((str(n),), ("0",), Relation.NAMES) for n in range(1, 20)]
    picture = drawn(nodes, edges, ("0",))
    days = [box.node.day or date.min for box in sorted(picture.boxes, key=lambda box: box.x)]
    assert days == sorted(days)
    at = {box.node.key: box for box in picture.boxes}
    assert all(at[edge.source].x != at[edge.target].x for edge in edges)
    places = [(box.x, box.y) for box in picture.boxes]
    assert len(set(places)) == len(places)
    assert all(box.x + 196 <= picture.width for box in picture.boxes)
    assert all(box.y + 46 <= picture.height for box in picture.boxes)
