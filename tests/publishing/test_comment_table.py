"""The Word draft of the comments on a draft: every comment, its response, and who is silent."""

import io

import pytest
from django.urls import reverse
from docx import Document

from phongtrao.planning import actions
from phongtrao.planning.models import ClauseComment
from tests.planning import exchanges
from tests.planning.conftest import Plan, plan

pytestmark = pytest.mark.database
__all__ = ["plan"]


def _word(client, round_):
    answer = client.get(reverse("publishing:commentround-word", args=[round_.pk]))
    assert answer.status_code == 200
    return Document(io.BytesIO(b"".join(answer.streaming_content)))


def _rows(document):
    return [[cell.text for cell in row.cells] for row in document.tables[1].rows]


def _text(document):
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.fixture
def client(plan: Plan, client_for):
    """The officer whose body sent the draft."""
    return client_for(plan.world.posting("An"))


def test_the_table_draws_itself_with_its_three_columns(plan, client):
    round_ = exchanges.commented(plan)
    comment = ClauseComment.objects.get()
    actions.respond(comment, "partly", "Đã bổ sung ở Điều 2.", by=plan.actor("An"))
    head, row = _rows(_word(client, round_))
    assert head == ["Nội dung", "Ý kiến của", "Tiếp thu, giải trình"]
    assert row[0].startswith("Điều 1\nĐiều 1. Phạm vi")
    assert row[1] == "Công an xã Đăk Hà\nĐề nghị ghi rõ thời hạn."
    assert row[2] == "Tiếp thu một phần: Đã bổ sung ở Điều 2."


def test_silence_is_named_and_never_told_as_consent(plan, client):
    text = _text(_word(client, exchanges.commented(plan)))
    assert "đối với 3 cơ quan; đã có ý kiến: 1 cơ quan." in text
    assert "Chưa có ý kiến: 2 cơ quan: Công an xã Ba Tơ;" in text
    assert "không được tính là nhất trí" in text
    assert "Nhất trí toàn bộ" not in text
    assert "Còn 1 ý kiến chưa được tiếp thu, giải trình." in text


def test_without_any_comment_it_says_so_and_has_no_table(plan, client):
    document = _word(client, exchanges.sent(plan))
    assert "Không có ý kiến nào cần tiếp thu, giải trình." in _text(document)
    assert not any(table.rows[0].cells[0].text == "Nội dung" for table in document.tables)


def test_two_comments_on_a_clause_stand_under_one_heading(plan, client):
    round_ = exchanges.commented(plan)
    answer = exchanges.comment_on(round_, "Bỏ điều này.")
    request = exchanges.asked(round_, plan, "mttq", "quang-ngai")
    actions.sign_comment(request, answer=answer, by=plan.actor("Dương"))
    rows = _rows(_word(client, round_))
    assert len(rows) == 3
    assert [row[0].startswith("Điều 1") for row in rows[1:]] == [True, True]
    assert rows[1][1] != rows[2][1]


def test_the_page_of_the_round_offers_it_to_the_asker_alone(plan, client, client_for):
    round_ = exchanges.commented(plan)
    page = reverse("planning:commentround-detail", args=[round_.pk])
    word = reverse("publishing:commentround-word", args=[round_.pk])
    assert word in client.get(page).content.decode()
    asked = client_for(plan.world.posting("Chi"))
    assert word not in asked.get(page).content.decode()
    assert asked.get(word).status_code == 404
