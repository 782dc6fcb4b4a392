"""The calendar of a week as a Word file."""

from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from phongtrao.fieldwork.weeks import actions
from tests.fieldwork.week_cases import approved, item_of, line
from tests.world import World

pytestmark = pytest.mark.database


def test_the_word_file_shows_days_once_changes_in_words_and_who_approved(
    client: Client, world: World
) -> None:
    made = approved(world, line("Giao ban"), line("Tiếp công dân", "14h"), line("Thăm xã", day=2))
    actions.drop_item(item_of(made, "Thăm xã"), by=world.actor("An"))
    actions.approve_changes(made, by=world.actor("Bình"))
    client.force_login(world.posting("An").account)
    answer = client.get(f"/an-pham/lich-tuan/{made.pk}/")
    found = Document(BytesIO(b"".join(answer.streaming_content)))
    table = found.tables[0]
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Ngày", "Buổi, giờ", "Nội dung"]
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    dropped = table.cell(3, 2).paragraphs[0]
    assert dropped.text == "Thăm xã (Bỏ lần 1)"
    assert dropped.runs[0].font.strike
    said = "\n".join(each.text for each in found.paragraphs)
    assert "LỊCH CÔNG TÁC TUẦN" in said
    assert "Lịch bổ sung, thay đổi lần 1" in said
    assert found.sections[0].page_width > found.sections[0].page_height
