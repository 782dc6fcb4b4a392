"""Accounts, postings and delegations: what the verbs do and what they refuse."""

from datetime import timedelta

import pytest

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.core.models import AuditEntry, AuditPayload
from phongtrao.org import actions, queries
from phongtrao.org.models import Account, Delegation, Posting
from phongtrao.org.permissions import actor_for, delegations_of
from phongtrao.org.roles import Role

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TODAY = clock.today()
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
NEXT_WEEK, LAST_WEEK = TODAY + timedelta(days=7), TODAY - timedelta(days=7)


def _terms(body, **changes):
    terms = {
        "role": Role.OFFICER,
        "capacity": "Cán bộ",
        "basis": "12/QĐ-CAT ngày 02/01/2026",
        "valid_from": TODAY,
        "valid_to": None,
    }
    return actions.Terms(body, **(terms | changes))


@pytest.fixture
def province_admin(world):
    """An administrator of Quảng Ngãi."""
    world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    return world.actor("Quý")


def _lend(world, giver="Bình", receiver="An", **changes):
    terms = {
        "valid_from": TODAY,
        "valid_to": NEXT_WEEK,
        "paper_number": "05/QĐ-CAT",
        "paper_date": YESTERDAY,
    }
    terms |= changes
    posting = world.posting(giver)
    return actions.delegate(
        posting, world.posting(receiver).account, by=changes.pop("by", world.actor(giver)), **{
            name: value for name, value in terms.items() if name != "by"
        }
    )  # fmt: skip


def _verbs():
    return list(AuditEntry.objects.values_list("verb", flat=True))


def test_an_administrator_opens_an_account_with_its_first_posting(world, province_admin):
    account, password = actions.open_account(
        " Hoa.Mai ", "Hoa  Mai", _terms(world.body("ca", "dak-ha")), by=province_admin
    )
    assert (account.username, account.full_name) == ("hoa.mai", "Hoa Mai")
    assert account.check_password(password)
    assert account.must_change_password
    assert account.postings.get().body == world.body("ca", "dak-ha")
    assert _verbs() == ["account.opened", "posting.made"]
    assert not list(audit.faults())
    assert not [row for row in AuditPayload.objects.all() if password in str(row.payload)]


def test_a_one_time_password_gives_no_rights_until_it_is_replaced(world, province_admin):
    account, _ = actions.open_account(
        "hoa.mai", "Hoa Mai", _terms(world.body("ca", "dak-ha")), by=province_admin
    )
    assert not actor_for(account, TODAY).can("inbox.read")
    account.set_password("mat-khau-cua-rieng-toi")
    account.save()
    assert actor_for(account, TODAY).can("inbox.read")


def test_a_user_name_is_given_once(world, province_admin):
    body = world.body("ca", "dak-ha")
    actions.open_account("hoa", "Hoa", _terms(body), by=province_admin)
    with pytest.raises(InvalidInput) as refusal:
        actions.open_account("HOA", "Hoa khác", _terms(body), by=province_admin)
    assert refusal.value.code == "username_taken"
    assert "username" in refusal.value.fields


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Kiểm", "Chi", "Trung"])
def test_nobody_but_an_administrator_opens_accounts_or_appoints(world, name):
    by, body = world.actor(name), world.body("ca", "dak-ha")
    with pytest.raises(Forbidden):
        actions.open_account("hoa", "Hoa", _terms(body), by=by)
    with pytest.raises(Forbidden):
        actions.appoint(world.posting("Ba").account, _terms(body), by=by)
    with pytest.raises(Forbidden):
        actions.end_posting(world.posting("Ba"), TOMORROW, by=by)
    with pytest.raises(Forbidden):
        actions.reset_password(world.posting("Ba").account, by=by)
    with pytest.raises(Forbidden):
        actions.change_office_contact(world.posting("Ba").account, "0255", by=by)
    assert _verbs() == []


@pytest.mark.parametrize(("kind", "area"), [("ca", "vn"), ("ca", "gia-lai"), ("mttq", "chu-se")])
def test_an_administrator_acts_only_in_his_area_and_below(world, province_admin, kind, area):
    with pytest.raises(Forbidden):
        actions.open_account("hoa", "Hoa", _terms(world.body(kind, area)), by=province_admin)
    with pytest.raises(Forbidden):
        actions.appoint(
            world.posting("Chi").account, _terms(world.body(kind, area)), by=province_admin
        )
    assert not Account.objects.filter(username="hoa").exists()


def test_a_predecessor_is_read_and_not_written(world, province_admin):
    kon_tum = world.body("ca", "kon-tum")
    past = world.add_posting("Khoa", "ca", "kon-tum", Role.OFFICER, valid_to=kon_tum.valid_to)
    assert queries.accounts_visible(province_admin).filter(pk=past.account_id).exists()
    assert queries.posting_for(province_admin, past.pk) == past
    with pytest.raises(Forbidden):
        actions.appoint(world.posting("Chi").account, _terms(kon_tum), by=province_admin)
    with pytest.raises(Forbidden):
        actions.end_posting(past, TOMORROW, by=province_admin)


def test_nobody_gives_himself_rights(world, province_admin):
    own = province_admin.account
    for attempt in (
        lambda: actions.appoint(own, _terms(world.body("ca", "dak-ha")), by=province_admin),
        lambda: actions.reset_password(own, by=province_admin),
    ):
        with pytest.raises(Forbidden) as refusal:
            attempt()
        assert refusal.value.code == "himself"


def test_an_account_of_another_province_is_not_there(world, province_admin):
    stranger = world.posting("Giang").account
    assert not queries.accounts_visible(province_admin).filter(pk=stranger.pk).exists()
    with pytest.raises(NotFound):
        queries.account_for(province_admin, stranger.pk)
    with pytest.raises(NotFound):
        actions.appoint(stranger, _terms(world.body("ca", "dak-ha")), by=province_admin)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"basis": "  "}, "basis"),
        ({"capacity": ""}, "capacity"),
        ({"role": "king"}, "role"),
        ({"valid_to": TODAY}, "valid_to"),
        ({"valid_to": YESTERDAY}, "valid_to"),
        ({"valid_from": TODAY.replace(year=2020)}, "valid_from"),
    ],
)
def test_a_posting_needs_its_paper_its_words_and_days_that_fit(
    world, province_admin, changes, field
):
    with pytest.raises(InvalidInput) as refusal:
        actions.appoint(
            world.posting("Chi").account,
            _terms(world.body("mttq", "dak-ha"), **changes),
            by=province_admin,
        )
    assert list(refusal.value.fields) == [field]
    assert Posting.objects.filter(account=world.posting("Chi").account).count() == 1


def test_the_same_posting_is_not_given_twice_at_one_time(world, province_admin):
    account, body = world.posting("Chi").account, world.body("mttq", "dak-ha")
    actions.appoint(account, _terms(body, valid_to=NEXT_WEEK), by=province_admin)
    with pytest.raises(Refused):
        actions.appoint(account, _terms(body, valid_from=TOMORROW), by=province_admin)
    actions.appoint(account, _terms(body, valid_from=NEXT_WEEK), by=province_admin)
    actions.appoint(account, _terms(body, role=Role.CLERK), by=province_admin)
    assert account.postings.count() == 4


def test_rights_are_gone_the_day_a_posting_ends(world, province_admin):
    posting = world.posting("Chi")
    actions.end_posting(posting, TODAY, by=province_admin, basis="13/QĐ-CAT")
    assert actor_for(posting.account, YESTERDAY).can("report.fill")
    assert not actor_for(posting.account, TODAY).can("report.fill")
    assert not actor_for(posting.account, TODAY, posting_id=posting.pk).can("report.fill")
    assert queries.postings_in([posting.body_id], "report.fill", TODAY) == set()
    with pytest.raises(Refused):
        actions.end_posting(posting, TOMORROW, by=province_admin)


def test_a_posting_does_not_end_in_the_past_or_before_it_began(world, province_admin):
    with pytest.raises(InvalidInput):
        actions.end_posting(world.posting("Chi"), YESTERDAY, by=province_admin)
    later = actions.appoint(
        world.posting("Chi").account,
        _terms(world.body("mttq", "dak-ha"), valid_from=NEXT_WEEK),
        by=province_admin,
    )
    with pytest.raises(InvalidInput):
        actions.end_posting(later, TOMORROW, by=province_admin)


def test_what_a_posting_lent_ends_with_it(world, province_admin):
    delegation = _lend(world)
    actions.end_posting(world.posting("Bình"), TOMORROW, by=province_admin)
    delegation.refresh_from_db()
    assert delegation.valid_to == TOMORROW
    assert delegations_of(world.posting("An").account, TODAY) == [delegation]
    assert delegations_of(world.posting("An").account, TOMORROW) == []


def test_the_last_administrator_of_the_country_stays(world):
    world.add_posting("Quyền", "ca", "vn", Role.ADMINISTRATOR, valid_from=LAST_WEEK)
    actions.end_posting(world.posting("Quyền"), TODAY, by=world.actor("Quản"))
    with pytest.raises(Refused) as refusal:
        actions.end_posting(world.posting("Quản"), TODAY, by=world.actor("Quản"))
    assert refusal.value.code == "last_administrator"


def test_a_new_password_replaces_the_old_one_and_is_kept_nowhere(world, province_admin):
    account = world.posting("Chi").account
    password = actions.reset_password(account, by=province_admin)
    account.refresh_from_db()
    assert account.check_password(password)
    assert not account.check_password("mat-khau-dai-12")
    assert account.must_change_password
    assert len(password) >= 16
    assert _verbs() == ["account.password_reset"]
    assert not [row for row in AuditPayload.objects.all() if password in str(row.payload)]


def test_who_acts_elsewhere_is_served_by_an_administrator_of_all_his_bodies(world, province_admin):
    account = world.posting("Chi").account
    Posting.objects.create(
        account=account, body=world.body("ca", "vn"), role=Role.OFFICER, capacity="Biệt phái",
        valid_from=NEXT_WEEK,
    )  # fmt: skip
    with pytest.raises(Forbidden) as refusal:
        actions.reset_password(account, by=province_admin)
    assert refusal.value.code == "acts_elsewhere"
    assert actions.reset_password(account, by=world.actor("Quản"))


def test_who_acts_by_delegation_for_a_higher_body_is_not_reset_from_below(world):
    world.add_posting("Quế", "ca", "dak-ha", Role.ADMINISTRATOR)
    Delegation.objects.create(
        from_posting=world.posting("Bình"), to_account=world.posting("Chi").account,
        paper_number="1", paper_date=YESTERDAY, valid_from=TODAY, valid_to=NEXT_WEEK,
    )  # fmt: skip
    with pytest.raises(Forbidden):
        actions.reset_password(world.posting("Chi").account, by=world.actor("Quế"))
    assert actions.reset_password(world.posting("Cường").account, by=world.actor("Quế"))


def test_the_office_phone_is_corrected_and_audited_without_the_number(world, province_admin):
    account = actions.change_office_contact(
        world.posting("Chi").account, " 0260 3  ", by=province_admin
    )
    assert account.office_phone == "0260 3"
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.auditpayload.payload) == ("account.contact_changed", {})


def test_a_leader_lends_his_posting_and_takes_it_back(world):
    delegation = _lend(world, valid_from=TODAY)
    lent = actor_for(world.posting("An").account, TODAY, posting_id=world.posting("Bình").pk)
    assert lent.delegation == delegation
    assert lent.can("report.approve")
    assert "(TUQ.)" in lent.label
    leader_only = queries.postings_in([world.body("ca", "quang-ngai").pk], "report.approve", TODAY)
    assert world.posting("An").account_id in leader_only
    Delegation.objects.update(valid_from=YESTERDAY)
    actions.end_delegation(delegation, by=world.actor("Bình"))
    assert delegations_of(world.posting("An").account, TODAY) == []
    assert Delegation.objects.get().valid_to == TODAY
    assert _verbs() == ["delegation.given", "delegation.ended"]


def test_a_delegation_of_today_is_taken_back_at_once(world):
    actions.end_delegation(_lend(world), by=world.actor("Bình"))
    assert not Delegation.objects.exists()
    assert _verbs() == ["delegation.given", "delegation.ended"]


def test_what_is_lent_is_not_lent_on(world):
    _lend(world)
    borrower = actor_for(world.posting("An").account, TODAY, posting_id=world.posting("Bình").pk)
    with pytest.raises(Refused) as refusal:
        actions.delegate(
            world.posting("Bình"), world.posting("Vân").account, valid_from=TODAY,
            valid_to=NEXT_WEEK, paper_number="6", paper_date=TODAY, by=borrower,
        )  # fmt: skip
    assert refusal.value.code == "no_redelegation"
    assert "không được ủy quyền lại" in str(refusal.value)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"receiver": "Bình"}, "delegation_to_account"),
        ({"receiver": "Giang"}, "delegation_to_account"),
        ({"receiver": "Dũng"}, "delegation_to_account"),
        ({"receiver": "Chi"}, "delegation_to_account"),
        ({"valid_from": YESTERDAY}, "delegation_valid_from"),
        ({"valid_to": TODAY}, "delegation_valid_to"),
        ({"paper_date": TOMORROW}, "delegation_paper_date"),
        ({"paper_number": " "}, "delegation_paper_number"),
    ],
)
def test_a_delegation_is_refused_in_words(world, changes, code):
    with pytest.raises(InvalidInput) as refusal:
        _lend(world, **changes)
    assert refusal.value.code == code
    assert not Delegation.objects.exists()


def test_a_delegation_does_not_outlive_the_posting(world):
    Posting.objects.filter(pk=world.posting("Bình").pk).update(valid_to=NEXT_WEEK)
    with pytest.raises(InvalidInput):
        _lend(world, valid_to=NEXT_WEEK + timedelta(days=1))
    assert _lend(world, valid_to=NEXT_WEEK).valid_to == NEXT_WEEK


def test_a_delegation_to_one_person_is_not_doubled(world):
    _lend(world)
    with pytest.raises(Refused):
        _lend(world, valid_from=TOMORROW)
    _lend(world, receiver="Vân")
    _lend(world, valid_from=NEXT_WEEK, valid_to=NEXT_WEEK + timedelta(days=3))
    assert Delegation.objects.count() == 3


def test_only_the_holder_lends_and_only_giver_or_administrator_takes_back(world, province_admin):
    with pytest.raises(Forbidden):
        _lend(world, by=world.actor("Vân"))
    delegation = _lend(world)
    for name in ("An", "Vân", "Giang"):
        with pytest.raises(Forbidden):
            actions.end_delegation(delegation, by=world.actor(name))
    borrower = actor_for(world.posting("An").account, TODAY, posting_id=world.posting("Bình").pk)
    with pytest.raises(Forbidden):
        actions.end_delegation(delegation, by=borrower)
    actions.end_delegation(delegation, by=province_admin)
    assert not delegations_of(world.posting("An").account, TODAY)


def test_a_delegation_that_is_over_stays_as_it_is(world):
    delegation = _lend(world)
    Delegation.objects.update(valid_from=LAST_WEEK, valid_to=YESTERDAY)
    with pytest.raises(Refused):
        actions.end_delegation(delegation, by=world.actor("Bình"))


def test_each_finds_only_delegations_he_gave_or_administers(world, province_admin):
    delegation = _lend(world)
    assert queries.delegation_for(world.actor("Bình"), delegation.pk) == delegation
    assert queries.delegation_for(province_admin, delegation.pk) == delegation
    for name in ("An", "Vân", "Giang"):
        with pytest.raises(NotFound):
            queries.delegation_for(world.actor(name), delegation.pk)
