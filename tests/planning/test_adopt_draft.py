"""Taking an arrived paper into the register."""

from datetime import date

import pytest

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, Refused, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.intake.workflow import DraftState
from phongtrao.planning import actions, queries
from phongtrao.planning.models import ProgrammeDocument
from tests.planning.conftest import FIRST

pytestmark = pytest.mark.database


def test_an_accepted_paper_stands_in_the_register_with_its_requirements(plan):
    draft = plan.draft()
    document = actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))
    draft.refresh_from_db()
    assert draft.state == DraftState.ACCEPTED
    assert document.number_key == "125/KH-CAT-PV05"
    assert document.home_body == plan.world.body("ca", "quang-ngai")
    assert document.issuer_body == plan.world.body("ca", "quang-ngai")
    first = document.requirements.get(position=1)
    assert document.text[first.start : first.end] == FIRST
    parts = {row.body.name: row.part for row in first.addressees.all()}
    assert parts == {"Công an xã Đăk Hà": "lead", "Công an xã Ba Tơ": "coordinating"}


def test_only_a_lead_is_asked_to_make_it_concrete_within_a_time(plan):
    plan.document()
    assert plan.addressee(1).concretise_by > plan.day(10)
    assert plan.addressee(1, area="ba-to").concretise_by is None


def test_bodies_that_stand_for_no_single_body_stay_as_the_papers_words(plan):
    plan.document()
    second = plan.requirement(2)
    assert second.addressed_as == "Công an cấp xã"
    assert not second.addressees.exists()


def test_dropped_items_are_left_out(plan):
    draft = plan.draft()
    draft.items.filter(position=2).update(state="dropped")
    document = actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))
    assert [r.position for r in document.requirements.all()] == [1, 2]
    assert not document.requirements.filter(action__startswith="thường xuyên").exists()


def test_a_paper_named_by_an_alias_is_known_as_the_programme(plan):
    document = plan.document()
    [reference] = document.references.all()
    assert reference.target_programme == plan.programme
    assert queries.programme_named_in(document.draft) == plan.programme


def test_papers_link_to_each_other_in_either_order(plan):
    early = plan.document(
        number="200/KH-CAT", references=[{"number": "201/KH-CAT", "type": "", "date": "2026-07"}]
    )
    late = plan.document(
        number="201/KH-CAT", references=[{"number": "200/KH-CAT", "type": "", "date": None}]
    )
    assert early.references.get().target == late
    assert late.references.get().target == early


def test_the_same_number_date_and_issuer_is_refused_with_the_day_it_was_registered(plan):
    first = plan.document()
    with pytest.raises(Refused, match="đã có trong sổ") as refusal:
        plan.document(number="125 / KH-CAT-PV05")
    assert f"{first.registered_on:%d/%m/%Y}" in str(refusal.value)
    assert ProgrammeDocument.objects.count() == 1


def test_another_issuer_may_have_the_same_number(plan):
    plan.document()
    other = plan.document(issuer_text="Ủy ban nhân dân tỉnh Quảng Ngãi")
    assert other.pk


def test_a_second_acceptance_is_refused(plan):
    draft = plan.draft()
    actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))
    assert ProgrammeDocument.objects.count() == 1


@pytest.mark.parametrize("name", ["Bình", "Vân", "Chi", "Dũng", "Giang", "Kiểm", "Quản"])
def test_nobody_but_an_officer_of_the_receiving_body_accepts(plan, name):
    with pytest.raises(Forbidden):
        actions.adopt_draft(plan.draft(), programme=plan.programme, by=plan.actor(name))
    assert not ProgrammeDocument.objects.exists()


def test_the_addressed_bodies_are_told_and_the_chain_keeps_it(plan):
    document = plan.document()
    told = set(Notice.objects.values_list("account__full_name", flat=True))
    assert {"Chi", "Cường", "Ba", "Lý"} <= told
    assert "An" not in told
    assert AuditEntry.objects.filter(
        verb="document.registered", target_id=str(document.pk)
    ).exists()
    assert not list(audit.faults())


def test_the_issuer_of_a_paper_from_before_the_horizon_is_found_by_its_name(plan):
    from_2023 = plan.document(
        issued_on=date(2023, 5, 25), issuer_text="Công an tỉnh Kon Tum", number="9/KH-CAT"
    )
    assert from_2023.issuer_body == plan.world.body("ca", "kon-tum")
