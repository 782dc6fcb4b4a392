"""The register of joint papers: who has signed, until when it holds, who may see and write it."""

import io
import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.planning import actions
from phongtrao.planning.actions import PartySpec
from phongtrao.planning.models import JointPaper, JointParty
from phongtrao.planning.queries import joint_papers as queries
from tests.extent import drawn
from tests.planning.register import joint_paper

pytestmark = pytest.mark.database
STATES = {queries.UNSIGNED, queries.IN_FORCE, queries.EXPIRING, queries.EXPIRED, queries.ENDED}


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


def _row(plan, paper, name="An"):
    return queries.joint_paper_for(plan.actor(name), paper.pk)


def _signed(plan, **changes):
    parties = [
        PartySpec(plan.world.body("ca", "quang-ngai"), "", plan.day(-9)),
        PartySpec(plan.world.body("mttq", "quang-ngai"), "", plan.day(-8)),
    ]
    return joint_paper(plan, parties=parties, **changes)


class TestRecording:
    """Two parties at least, each once, and no signature to come."""

    def test_a_paper_stands_with_its_parties_and_their_signatures(self, plan):
        paper = _row(plan, joint_paper(plan))
        assert (paper.signed_count, paper.party_count) == (1, 2)
        assert [e.verb for e in audit.entries_of(paper)] == ["joint_paper.recorded"]

    @pytest.mark.parametrize(
        ("parties", "said"),
        [
            ([0], "từ 2 đến"),
            ([0, 0], "một lần"),
            ([0, ""], "một lần"),
        ],
    )
    def test_a_paper_of_one_or_of_the_same_twice_is_none(self, plan, parties, said):
        police = plan.world.body("ca", "quang-ngai")
        specs = [PartySpec(police if p == 0 else None) for p in parties]
        with pytest.raises(InvalidInput, match=said):
            joint_paper(plan, parties=specs)
        assert not JointPaper.objects.exists()

    def test_a_signature_to_come_and_a_term_the_wrong_way_round_are_refused(self, plan):
        late = [
            PartySpec(plan.world.body("ca", "quang-ngai"), "", plan.day(1)),
            PartySpec(None, "Công ty A"),
        ]
        with pytest.raises(InvalidInput, match="hôm nay"):
            joint_paper(plan, parties=late)
        with pytest.raises(InvalidInput, match="thời hạn"):
            joint_paper(plan, ends_on=plan.day(-200))
        with pytest.raises(InvalidInput, match="văn bản làm căn cứ"):
            joint_paper(plan, ended_on=plan.day(-1))

    def test_a_paper_of_the_register_is_entered_once(self, plan):
        document = plan.document()
        spec = actions.JointTerms(plan.programme, "Kế hoạch", "1", "Phối hợp")
        parties = [PartySpec(plan.world.body("ca", "quang-ngai")), PartySpec(None, "Công ty A")]
        actions.record_joint_paper(spec, parties, by=plan.actor("An"), document=document)
        with pytest.raises(Refused):
            actions.record_joint_paper(spec, parties, by=plan.actor("An"), document=document)

    def test_leaders_clerks_and_other_bodies_do_not_write_it(self, plan):
        paper = joint_paper(plan)
        party = paper.parties.get(signed_on=None)
        for name in ("Bình", "Vân"):
            with pytest.raises(Forbidden):
                joint_paper(plan, by=name)
        for name in ("Dũng", "Giang"):
            with pytest.raises(Forbidden):
                actions.sign_joint_paper(party, signed_on=plan.day(0), by=plan.actor(name))

    def test_the_database_keeps_what_must_hold(self, plan):
        paper = joint_paper(plan)
        for rows, fields in (
            (JointPaper.objects.filter(pk=paper.pk), {"ends_on": plan.day(-500)}),
            (JointPaper.objects.filter(pk=paper.pk), {"ended_on": plan.day(0)}),
            (JointParty.objects.filter(paper=paper), {"named": "Hai tên"}),
            (JointParty.objects.filter(signed_on=None), {"signer_post": "Giám đốc"}),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                rows.update(**fields)


class TestSignatures:
    """A party signs once; the paper is complete when all have."""

    def test_the_last_signature_puts_the_paper_in_force(self, plan):
        paper = joint_paper(plan)
        today = plan.day(0)
        assert queries.joint_state(_row(plan, paper), today) == queries.UNSIGNED
        party = paper.parties.get(signed_on=None)
        actions.sign_joint_paper(
            party, signed_on=today, signer_post="Phó Chủ tịch", by=plan.actor("An")
        )
        assert queries.joint_state(_row(plan, paper), today) == queries.IN_FORCE
        with pytest.raises(Refused):
            actions.sign_joint_paper(party, signed_on=today, by=plan.actor("An"))

    def test_a_change_keeps_signatures_that_are_sent_again(self, plan):
        paper = joint_paper(plan)
        parties = [
            PartySpec(p.body, p.named, p.signed_on, p.signer_post) for p in paper.parties.all()
        ]
        terms = actions.JointTerms(
            plan.programme,
            paper.type,
            paper.number,
            paper.title,
            ended_by_paper="Công văn 9/CAT",
            ended_on=plan.day(-1),
        )
        actions.change_joint_paper(
            paper, terms, [*parties, PartySpec(None, "Hội Nông dân tỉnh")], by=plan.actor("An")
        )
        row = _row(plan, paper)
        assert (row.signed_count, row.party_count) == (1, 3)
        assert queries.joint_state(row, plan.day(0)) == queries.ENDED


class TestTerm:
    """Filter and page give the same answer on every day."""

    def test_a_paper_expires_soon_then_is_over(self, plan):
        paper = _signed(plan, ends_on=plan.day(200))
        row = _row(plan, paper)
        days = {0: queries.IN_FORCE, 110: queries.EXPIRING, 200: queries.EXPIRING}
        days[201] = queries.EXPIRED
        assert {d: queries.joint_state(row, plan.day(d)) for d in days} == days

    @settings(
        max_examples=drawn(20),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        ends=st.none() | st.integers(-300, 300),
        ended=st.none() | st.integers(-300, 300),
        is_signed=st.booleans(),
        day=st.integers(-200, 200),
    )
    def test_every_paper_is_in_exactly_one_state_and_the_filter_agrees(
        self, plan, ends, ended, is_signed, day
    ):
        made = (_signed if is_signed else joint_paper)(
            plan,
            starts_on=None,
            ends_on=None if ends is None else plan.day(ends),
            ended_on=None if ended is None else plan.day(ended),
            ended_by_paper="" if ended is None else "Công văn 1",
        )
        on = clock.today() + timedelta(days=day)
        rows = queries.joint_paper_rows(plan.actor("An")).filter(pk=made.pk)
        found = [state for state in STATES if queries.in_joint_state(rows, state, on)]
        assert found == [queries.joint_state(rows.get(), on)]


class TestScope:
    """The register's body, the parties, and the area above."""

    def test_a_party_outside_the_area_sees_it_and_others_do_not(self, plan):
        parties = [
            PartySpec(plan.world.body("ca", "quang-ngai")),
            PartySpec(plan.world.body("ca", "gia-lai")),
        ]
        shared, own = joint_paper(plan, parties=parties), joint_paper(plan, number="2")
        giang = plan.actor("Giang")
        assert list(queries.visible_joint_papers(giang)) == [shared]
        for name in ("Dũng", "Trung"):
            assert queries.visible_joint_papers(plan.actor(name)).count() == 2
        with pytest.raises(NotFound):
            queries.joint_paper_for(giang, own.pk)
        with pytest.raises(NotFound):
            queries.joint_party_for(giang, own.parties.first().pk)
        assert not queries.visible_joint_papers(plan.actor("Chi"))


class TestPages:
    """List, page, forms, workbook."""

    def test_the_list_says_who_has_not_signed_and_filters_by_it(self, plan, client_for):
        joint_paper(plan)
        _signed(plan, number="6/QCPH", ends_on=plan.day(30))
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:joint-list")
        with CaptureQueriesContext(connection) as few:
            text = _text(client.get(address))
        assert "Chưa ký đủ" in text
        assert "Sắp hết hạn" in text
        unsigned = _text(client.get(address, {"chua_ky": "mat tran"}))
        assert "1 dòng" in unsigned
        assert "05/QCPH-CAT-MTTQ" in unsigned
        assert "6/QCPH" in _text(client.get(address, {"trang_thai": "expiring"}))
        for number in range(8):
            joint_paper(plan, number=f"{number}/N")
        with CaptureQueriesContext(connection) as many:
            client.get(address)
        assert len(many) <= len(few) <= 20
        book = load_workbook(
            io.BytesIO(b"".join(client.get(reverse("planning:joint-excel")).streaming_content))
        )
        cells = [str(cell) for row in book.active.values for cell in row if cell]
        assert "Chưa ký" in cells
        assert any("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi" in cell for cell in cells)

    def test_a_paper_of_the_register_brings_its_words_along(self, plan, client_for, send):
        document = plan.document()
        client = client_for(plan.world.posting("An"))
        address = f"{reverse('planning:joint-record')}?van_ban={document.pk}"
        page = _text(client.get(address))
        assert document.number in page
        assert document.title in page
        sent = {
            "ben-TOTAL_FORMS": "3",
            "ben-INITIAL_FORMS": "0",
            "ben-0-party": "công an tỉnh quảng ngãi",
            "ben-0-signed_on": f"{plan.day(-1):%d/%m/%Y}",
            "ben-1-party": "Công ty Cổ phần Ví Dụ",
            "programme": plan.programme.pk,
            "type": "Kế hoạch phối hợp",
            "number": "1/KHPH",
            "title": "Phối hợp giữ gìn trật tự",
        }
        wrong = send(client, address, **sent | {"ben-1-party": ""})
        assert wrong.status_code == 422
        assert "từ 2 đến" in _text(wrong)
        made = send(client, address, **sent)
        paper = JointPaper.objects.get()
        assert paper.document == document
        assert [p.body for p in paper.parties.all()] == [plan.world.body("ca", "quang-ngai"), None]
        assert client.get(address)["Location"] == made["Location"]
        page = _text(client.get(made["Location"]))
        assert "Công ty Cổ phần Ví Dụ" in page
        assert "Xem toàn văn" in page

    def test_a_signature_is_noted_on_the_page(self, plan, client_for, send):
        paper = joint_paper(plan)
        party = paper.parties.get(signed_on=None)
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:party-sign", args=[party.pk])
        wrong = send(client, address, signed_on=f"{plan.day(3):%d/%m/%Y}")
        assert wrong.status_code == 422
        assert "hôm nay" in _text(wrong)
        assert send(client, address, signed_on=f"{plan.day(0):%d/%m/%Y}").status_code == 302
        party.refresh_from_db()
        assert party.signed_on == plan.day(0)
        edit = reverse("planning:joint-edit", args=[paper.pk])
        assert "05/QCPH-CAT-MTTQ" in _text(client.get(edit))
        other = client_for(plan.world.posting("Giang"))
        detail = reverse("planning:joint-detail", args=[paper.pk])
        assert {other.get(detail).status_code, other.get(edit).status_code} == {404}
        assert send(other, address, signed_on="01/01/2026").status_code == 404
