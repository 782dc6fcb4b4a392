"""Recommendations: always an owner, a day and another body that confirms; none closes without."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.actions import open_work
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import Recommendation
from phongtrao.oversight.workflow import OF_VERIFIER, REMEDY, RemedyState
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World


@given(st.lists(st.sampled_from(sorted({step.verb for step in REMEDY.transitions})), max_size=12))
def test_whatever_is_done_in_which_order_only_the_verifier_leads_to_confirmed(
    verbs: list[str],
) -> None:
    state, last = str(RemedyState.OPEN.value), ""
    for verb in verbs:
        try:
            state = str(REMEDY.target(verb, state))
        except TransitionRefused:
            continue
        last = verb
        assert (state == RemedyState.VERIFIED) == (last == "verify")
    assert "verify" in OF_VERIFIER


@pytest.mark.database
class TestWithTheDatabase:
    """With the database."""

    pytestmark = pytest.mark.django_db

    def test_an_owner_never_confirms_his_own_remedy(
        self, world: World, programme: Programme
    ) -> None:
        own = world.body("ca", "dak-ha")
        with pytest.raises(InvalidInput) as refused:
            cases.recommended(world, verifier=own)
        assert "verifier" in refused.value.fields
        asked = cases.sent_in(world)
        with pytest.raises(Forbidden):
            actions.take_remedy_step(asked, "verify", by=world.actor("Chi"))
        with pytest.raises(IntegrityError), transaction.atomic():
            Recommendation.objects.filter(pk=asked.pk).update(verifier=own)

    def test_an_inspection_is_followed_up_only_when_every_remedy_is_confirmed(
        self, world: World, programme: Programme
    ) -> None:
        asked, an = cases.sent_in(world), world.actor("An")
        with pytest.raises(Refused) as refused:
            actions.take_step(asked.entry, "follow_up", by=an)
        assert "1 kiến nghị" in refused.value.message
        actions.take_remedy_step(asked, "verify", by=an)
        done = actions.take_step(asked.entry, "follow_up", by=an)
        with pytest.raises(Refused):
            actions.take_remedy_step(asked, "reopen", by=an, text="Chưa thực chất")
        actions.take_step(done, "take_up_again", by=an, reason="Phúc tra")
        again = actions.take_remedy_step(asked, "reopen", by=an, text="Chưa thực chất")
        assert (again.state, again.verified_on) == (RemedyState.OPEN, None)
        with pytest.raises(Refused):
            actions.take_step(done, "follow_up", by=an)

    def test_a_confirmation_without_a_confirmer_does_not_stand_even_past_the_actions(
        self, world: World, programme: Programme
    ) -> None:
        asked = cases.sent_in(world)
        with pytest.raises(IntegrityError), transaction.atomic():
            Recommendation.objects.filter(pk=asked.pk).update(state=RemedyState.VERIFIED)

    def test_a_deadline_on_a_day_off_moves_to_the_next_working_day_and_both_are_kept(
        self, world: World, programme: Programme
    ) -> None:
        sunday = clock.today() + timedelta(days=21)
        sunday += timedelta(days=6 - sunday.weekday())
        asked = cases.recommended(world, asked_by=sunday)
        assert asked.asked_by == sunday
        assert asked.due_on > sunday
        assert asked.due_on.weekday() < 5

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"text": " "}, "text"),
            ({"finding": ""}, "finding"),
            ({"asked_by": date(2020, 1, 1)}, "asked_by"),
            ({"criterion": "khac"}, "criterion"),
        ],
    )
    def test_what_is_missing_is_said_at_its_field(
        self, world: World, programme: Programme, facts: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(InvalidInput) as refused:
            cases.recommended(world, **facts)
        assert field in refused.value.fields
        assert not Recommendation.objects.exists()

    def test_only_an_inspected_body_is_asked(self, world: World, programme: Programme) -> None:
        with pytest.raises(InvalidInput):
            cases.recommended(world, body=world.body("ca", "ly-son"))

    def test_owner_and_verifier_read_it_when_the_conclusion_is_out_and_others_never(
        self, world: World, programme: Programme
    ) -> None:
        inspection, an = cases.under_way(world), world.actor("An")
        front = world.body("mttq", "quang-ngai")
        asked = actions.recommend(inspection, cases.wanted(world, verifier=front), by=an)
        with pytest.raises(NotFound):
            queries.recommendation_for(world.actor("Chi"), asked.pk)
        actions.conclude(inspection, cases.conclusion(), by=an)
        for name in ("Chi", "Dũng", "Ba", "Trung"):
            assert queries.recommendation_for(world.actor(name), asked.pk) == asked
        for name in ("Lý", "Giang"):
            with pytest.raises(NotFound):
                queries.recommendation_for(world.actor(name), asked.pk)

    def test_a_remedy_goes_back_and_forth_with_every_word_kept(
        self, world: World, programme: Programme
    ) -> None:
        asked, an, chi = cases.sent_in(world), world.actor("An"), world.actor("Chi")
        actions.take_remedy_step(asked, "give_back", by=an, text="Thiếu phụ lục")
        actions.take_remedy_step(asked, "explain", by=chi, text="Phụ lục ban hành sau")
        actions.take_remedy_step(asked, "submit", by=chi, text="Đã bổ sung", papers="02/CTrPH")
        verified = actions.take_remedy_step(asked, "verify", by=an)
        assert verified.remedy == "Đã bổ sung"
        told = [step.verb for step in asked.steps.all()]
        assert told == ["submit", "give_back", "explain", "submit", "verify"]
        assert asked.steps.all()[2].text == "Phụ lục ban hành sau"

    def test_what_one_has_begun_to_remedy_is_not_given_to_another(
        self, world: World, programme: Programme
    ) -> None:
        both = [world.body("ca", "dak-ha"), world.body("ca", "ly-son")]
        inspection, an = cases.concluded(world, inspected=both), world.actor("An")
        asked = actions.recommend(inspection, cases.wanted(world), by=an)
        other = cases.wanted(world, body=world.body("ca", "ly-son"))
        actions.change_recommendation(asked, other, by=an)
        actions.take_remedy_step(asked, "plan", by=world.actor("Lý"), text="Kế hoạch")
        with pytest.raises(InvalidInput):
            actions.change_recommendation(asked, cases.wanted(world), by=an)

    def test_what_was_prepared_for_a_visit_that_was_called_off_is_owed_by_nobody(
        self, world: World, programme: Programme
    ) -> None:
        inspection, an = cases.under_way(world), world.actor("An")
        actions.recommend(inspection, cases.wanted(world), by=an)
        actions.take_step(inspection, "cancel", by=an, reason="Bão số 5")
        assert not queries.recommendation_rows(an).exists()
        assert not lines_of(queries.inbox_sources(world.actor("Chi"), clock.today()))

    def test_two_at_once_the_second_is_told(self, world: World, programme: Programme) -> None:
        asked, chi = cases.recommended(world), world.actor("Chi")
        actions.take_remedy_step(asked, "plan", by=chi, text="Kế hoạch", expected_version=1)
        with pytest.raises(StaleVersion):
            actions.take_remedy_step(asked, "plan", by=chi, text="Khác", expected_version=1)

    def test_successors_inherit_remedies_and_owner_and_verifier_never_become_one(
        self, world: World, programme: Programme
    ) -> None:
        asked = cases.recommended(world, verifier=world.body("ca", "ba-to"))
        heir, owner, verifier = world.body("ca", "ly-son").pk, asked.body_id, asked.verifier_id
        moved = open_work.hand_over({owner: heir, verifier: heir}, {})
        asked.refresh_from_db()
        assert (asked.body_id, asked.verifier_id) == (heir, verifier)
        open_work.take_back(moved)
        asked.refresh_from_db()
        assert asked.body_id == owner

    def test_the_inbox_asks_the_owner_then_the_verifier(
        self, world: World, programme: Programme
    ) -> None:
        asked, today = cases.recommended(world), clock.today()
        assert len(lines_of(queries.inbox_sources(world.actor("Chi"), today))) == 1
        assert not lines_of(queries.inbox_sources(world.actor("An"), today))
        actions.take_remedy_step(asked, "submit", by=world.actor("Chi"), text="Đã ký")
        assert not lines_of(queries.inbox_sources(world.actor("Chi"), today))
        assert len(lines_of(queries.inbox_sources(world.actor("An"), today))) == 1

    def test_what_is_late_is_found_by_the_filter_and_counted_in_the_year(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        asked = cases.recommended(world)
        past = clock.today() - timedelta(days=7)
        Recommendation.objects.filter(pk=asked.pk).update(asked_by=past, due_on=past)
        client = desk("An")
        assert asked.text in client.get("/kiem-tra/kien-nghi/?khac_phuc=qua_han").content.decode()
        line = queries.year_result(world.actor("An"), clock.today().year, clock.today()).total
        assert (line.asked, line.verified, line.late) == (1, 0, 1)
        actions.take_remedy_step(asked, "submit", by=world.actor("Chi"), text="Đã ký")
        actions.take_remedy_step(asked, "verify", by=world.actor("An"))
        assert asked.text not in client.get("/kiem-tra/kien-nghi/?khac_phuc=chua").content.decode()
        line = queries.year_result(world.actor("An"), clock.today().year, clock.today()).total
        assert (line.verified, line.late) == (1, 0)

    def test_pages_cost_the_same_at_any_size(
        self, world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
    ) -> None:
        inspection, an = cases.concluded(world), world.actor("An")
        for number in range(40):
            wanted = cases.wanted(world, text=f"Kiến nghị {number}")
            actions.recommend(inspection, wanted, by=an)
        client = desk("An")
        for page in ("kien-nghi/", "kien-nghi/?xem=ban-do", "tong-hop/", f"{inspection.pk}/"):
            with django_assert_max_num_queries(20):
                assert client.get(f"/kiem-tra/{page}").status_code == 200

    def test_the_pages_lead_from_the_recommendation_to_its_confirmation(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        inspection = cases.concluded(world)
        client, address = desk("An"), f"/kiem-tra/{inspection.pk}/kien-nghi/"
        sent = {
            "_once": _once(client, address),
            "criterion": "ky_ket",
            "urgency": "ngay",
            "finding": "Chưa ký kết",
            "text": "Ký kết",
            "body": world.body("ca", "dak-ha").pk,
            "verifier": world.body("ca", "quang-ngai").name,
            "asked_by": (clock.today() + timedelta(days=30)).strftime("%d/%m/%Y"),
        }
        assert client.post(address, sent).status_code == 302
        asked = Recommendation.objects.get()
        page = f"/kiem-tra/kien-nghi/{asked.pk}/"
        owner = desk("Chi")
        sent = {"_once": _once(owner, page), "verb": "submit", "text": "Đã ký", "papers": "01"}
        assert owner.post(f"{page}buoc/", sent).status_code == 302
        sent = {"_once": _once(client, page), "verb": "verify"}
        assert client.post(f"{page}buoc/", sent).status_code == 302
        assert "Đã xác nhận khắc phục" in client.get(page).content.decode()


def _once(client: Any, address: str) -> str:
    html: str = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]
