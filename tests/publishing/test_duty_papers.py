"""The Word draft of the table of assignments: across, one row a content, by scope."""

import io

import pytest
from django.urls import reverse
from docx import Document
from docx.enum.section import WD_ORIENT

from phongtrao.org.models import Account
from phongtrao.planning import actions
from tests.packs import load_pack
from tests.planning.conftest import Plan
from tests.publishing.docx_text import docx_of, text_of

pytestmark = pytest.mark.database


@pytest.fixture
def plan(world, settings, tmp_path):
    """The world with its programme."""
    settings.FILES_DIR = tmp_path
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    return Plan(world, load_pack())


def _assigned(plan):
    first, second = plan.programme.contents.all()[:2]
    police, front = (plan.world.body(kind, "quang-ngai") for kind in ("ca", "mttq"))
    an = plan.actor("An")
    actions.assign_content(first, [police], part="lead", by=an)
    actions.assign_content(first, [front], part="coordinating", note="vận động hội viên", by=an)
    communes = [plan.world.body("ca", key) for key in ("dak-ha", "ba-to")]
    actions.assign_content(second, communes, part="lead", by=an)


def _taken(client, programme):
    return docx_of(client.get(reverse("publishing:programme-duties", args=[programme.pk])))


def test_each_content_stands_with_who_leads_and_who_takes_part(plan, client_for):
    _assigned(plan)
    data = _taken(client_for(plan.world.posting("An")), plan.programme)
    rows = [line.split("\t") for line in text_of(data).splitlines() if "\t" in line]
    assert rows[0] == ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Việc cụ thể"]
    first = rows[1]
    assert first[2] == "Công an tỉnh Quảng Ngãi"
    assert first[3] == "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi"
    assert "vận động hội viên" in first[4]
    assert rows[2][2] == "Công an cấp xã"
    assert len(rows) == 1 + plan.programme.contents.count()


def test_the_sheet_lies_across_and_its_head_is_repeated(plan, client_for):
    _assigned(plan)
    data = _taken(client_for(plan.world.posting("An")), plan.programme)
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    head = document.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" in head


def test_the_page_offers_it_and_a_neighbour_reads_no_name_in_it(plan, client_for):
    _assigned(plan)
    page = client_for(plan.world.posting("An")).get(
        reverse("planning:programme-matrix", args=[plan.programme.pk])
    )
    address = reverse("publishing:programme-duties", args=[plan.programme.pk])
    assert address in page.content.decode()
    foreign = _taken(client_for(plan.world.posting("Giang")), plan.programme)
    assert "Quảng Ngãi" not in text_of(foreign)
