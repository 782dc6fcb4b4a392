"""Bảng phân công nhiệm vụ: who is in charge of which content, from work and from hand."""

import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound
from phongtrao.planning import actions
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.exports.matrix import cell_in_words
from phongtrao.planning.models import ContentAssignment
from phongtrao.planning.queries.matrix import assignment_for, matrix_of
from tests.planning.register import found

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


def _table(plan, name, programme):
    """Content position → column label → words of the cell."""
    matrix = matrix_of(plan.actor(name), programme)
    return {
        content.position: {
            column.label: cell_in_words(cell)
            for column, cell in zip(matrix.columns, cells, strict=True)
            if cell
        }
        for content, cells in matrix.rows
    }


def _mapped(plan, position=2):
    """The first requirement of a paper (Đăk Hà leads, Ba Tơ takes part) under a content."""
    requirement = plan.document().requirements.get(position=1)
    content = plan.programme.contents.get(position=position)
    actions.map_content(requirement, content, by=plan.actor("An"))
    return content


def test_bodies_below_are_one_column_a_kind_and_ones_own_stand_for_themselves(plan):
    _mapped(plan)
    assert _table(plan, "An", plan.programme)[2] == {"Công an cấp xã (2)": "Chủ trì (2 việc)"}
    of_commune = _table(plan, "Chi", plan.programme)[2]
    assert of_commune == {"Công an xã Đăk Hà": "Chủ trì (1 việc)"}


def test_a_task_counts_with_its_lead_and_its_coordinating_bodies(plan):
    content = _mapped(plan)
    front = plan.world.body("mttq", "dak-ha")
    spec = plan.spec(parts=(PartSpec(front, "vận động hội viên"),))
    [task] = actions.make_concrete(plan.addressee(), tasks=[spec], by=plan.actor("Chi"))
    found_cells = _table(plan, "Chi", plan.programme)[content.position]
    assert found_cells == {
        "Công an xã Đăk Hà": "Chủ trì (2 việc)",
        front.name: "Phối hợp (1 việc)",
    }
    actions.withdraw_task(task, paper="Công văn 1/CAX", by=plan.actor("Chi"))
    assert front.name not in _table(plan, "Chi", plan.programme)[content.position]


def test_what_is_written_by_hand_decides_the_part(plan):
    content = _mapped(plan)
    police = plan.world.body("ca", "dak-ha")
    actions.assign_content(
        content, [police], part="coordinating", note="tuyên truyền", by=plan.actor("Chi")
    )
    assert _table(plan, "Chi", plan.programme)[2] == {
        "Công an xã Đăk Hà": "Phối hợp (1 việc): tuyên truyền"
    }
    actions.assign_content(content, [police], part="lead", by=plan.actor("Chi"))
    assert ContentAssignment.objects.get().part == "lead"
    verbs = [entry.verb for entry in audit.entries_of(content)]
    assert verbs == ["content.assigned", "content.assigned"]


def test_only_the_standing_body_assigns_and_only_within_its_reach(plan):
    content = plan.programme.contents.first()
    near, far = plan.world.body("mttq", "quang-ngai"), plan.world.body("ca", "chu-se")
    for name in ("Bình", "Dũng"):
        with pytest.raises(Forbidden):
            actions.assign_content(content, [near], part="lead", by=plan.actor(name))
    with pytest.raises(InvalidInput, match="Chư Sê"):
        actions.assign_content(content, [near, far], part="lead", by=plan.actor("An"))
    province = found(plan)
    with pytest.raises(Forbidden):
        actions.assign_content(
            province.contents.first(), [far], part="lead", by=plan.actor("Giang")
        )
    assert not ContentAssignment.objects.exists()


def test_the_neighbour_neither_sees_nor_drops_an_assignment(plan):
    content = plan.programme.contents.first()
    body = plan.world.body("mttq", "quang-ngai")
    [row] = actions.assign_content(content, [body], part="lead", by=plan.actor("An"))
    assert _table(plan, "Giang", plan.programme)[1] == {}
    with pytest.raises(NotFound):
        assignment_for(plan.actor("Giang"), row.pk)
    seen = assignment_for(plan.actor("Chi"), row.pk)
    with pytest.raises(Forbidden):
        actions.drop_assignment(seen, by=plan.actor("Chi"))
    assert assignment_for(plan.actor("Trung"), row.pk) == row
    actions.drop_assignment(row, by=plan.actor("An"))
    assert _table(plan, "An", plan.programme)[1] == {}


def test_the_page_prints_exports_and_takes_assignments(plan, client_for, send):
    _mapped(plan)
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:programme-matrix", args=[plan.programme.pk])
    with CaptureQueriesContext(connection) as few:
        text = _text(client.get(address))
    assert "Công an cấp xã (2)" in text
    post = reverse("planning:programme-assign", args=[plan.programme.pk])
    content = plan.programme.contents.get(position=1)
    sent = {"content": content.pk, "part": "lead", "bodies": "Công an tỉnh Quảng Ngãi"}
    wrong = send(client, post, **sent | {"bodies": "Công an xã Chư Sê"})
    assert wrong.status_code == 422
    assert "Không thấy cơ quan" in _text(wrong)
    assert send(client, post, **sent)["Location"] == address
    for place in ("dak-ha", "ba-to", "ly-son"):
        actions.assign_content(
            content, [plan.world.body("ubnd", place)], part="coordinating", by=plan.actor("An")
        )
    with CaptureQueriesContext(connection) as many:
        text = _text(client.get(address))
    assert "Ủy ban nhân dân cấp xã (3)" in text
    assert len(many) <= len(few) <= 20
    excel = client.get(reverse("planning:programme-matrix-excel", args=[plan.programme.pk]))
    book = load_workbook(io.BytesIO(b"".join(excel.streaming_content)))
    cells = [str(cell) for row in book.active.values for cell in row if cell]
    assert "Công an tỉnh Quảng Ngãi" in cells
    assert "Chủ trì" in cells
    drop = reverse("planning:assignment-drop", args=[ContentAssignment.objects.first().pk])
    assert send(client, drop)["Location"] == address
