"""Signing in: Vietnamese throughout, demo accounts on this machine only, limits of a session."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.org import sign_in
from phongtrao.org.models import Account

PASSWORD = "mat-khau-dai-12"
# Words of the packages that must never reach a Vietnamese page.
ENGLISH = re.compile(
    r"\b(Sign|Password|Username|Log ?[io]n|Enter|Please|required|Incorrect|code|Remember|Cancel|"
    r"account|You|The|This|Activate|Deactivate|Authenticator|Recovery)\b"
)
MIDDLEWARE = "phongtrao.org.sign_in.SessionLimitsMiddleware"


def _words(answer):
    html = answer.content.decode()
    html = re.sub(
        r"(?s)<head>.*?</head>|<svg.*?</svg>|<button[^>]*lang=\"en\".*?</button>|<kbd>.*?</kbd>",
        " ",
        html,
    )
    return re.sub(r"<[^>]+>", " ", html)


@pytest.fixture(autouse=True)
def _no_memory_of_wrong_passwords():
    """Counts of wrong passwords live in the cache and outlast a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def session_limits(settings):
    """The limits, also before the shipped settings name them."""
    if MIDDLEWARE not in settings.MIDDLEWARE:
        before = settings.MIDDLEWARE.index("phongtrao.org.middleware.ActorMiddleware")
        settings.MIDDLEWARE = [
            *settings.MIDDLEWARE[:before],
            MIDDLEWARE,
            *settings.MIDDLEWARE[before:],
        ]


@pytest.fixture
def signed_in(world, client):
    """A client signed in through the page, with his password just typed."""
    account = world.posting("An").account
    client.post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
    return client


@pytest.fixture
def confirmed(signed_in):
    """The same client with the password typed once more, as changes to its safety ask."""
    signed_in.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return signed_in


def test_a_right_password_opens_the_inbox(world, client):
    account = world.posting("An").account
    answer = client.post(
        reverse("account_login"), {"login": account.username, "password": PASSWORD}
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200


def test_signing_in_gives_the_session_a_new_key(world, client):
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = "1"
    session.save()
    planted = session.session_key
    client.cookies["session"] = planted
    account = world.posting("An").account
    client.post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
    assert client.session.session_key != planted


def test_a_wrong_password_is_answered_in_vietnamese(world, client):
    account = world.posting("An").account
    answer = client.post(reverse("account_login"), {"login": account.username, "password": "sai"})
    words = _words(answer)
    assert "chưa đúng" in words
    assert not ENGLISH.search(words)


def test_empty_fields_are_answered_in_vietnamese(db, client):
    words = _words(client.post(reverse("account_login"), {}))
    assert "Chưa nhập mục này." in words
    assert not ENGLISH.search(words)


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_reauthenticate",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
    ],
)
def test_the_pages_of_an_account_are_vietnamese(confirmed, name):
    answer = confirmed.get(reverse(name))
    assert answer.status_code == 200
    words = _words(answer)
    assert not ENGLISH.search(words), ENGLISH.search(words)
    assert "Việc cần xử lý" in words


@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_the_pages_of_a_visitor_are_vietnamese(db, client, name):
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert not ENGLISH.search(_words(answer))


@pytest.mark.parametrize(
    "address",
    [
        "/tai-khoan/signup/",
        "/tai-khoan/email/",
        "/tai-khoan/confirm-email/",
        "/tai-khoan/confirm-email/abc/",
        "/tai-khoan/password/set/",
        "/tai-khoan/password/reset/done/",
        "/tai-khoan/password/reset/key/1-abc/",
        "/tai-khoan/password/reset/key/done/",
        "/tai-khoan/login/code/confirm/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_we_do_not_offer_is_not_there(db, client, address, method):
    assert getattr(client, method)(address).status_code == 404


def test_a_forgotten_password_cannot_be_probed(world, client):
    answer = client.post(reverse("account_reset_password"), {"email": "an@tinh.gov.vn"})
    assert answer.status_code == 200
    assert "liên hệ quản trị hệ thống" in answer.content.decode()


def test_a_password_is_changed_and_the_old_one_ends(world, client):
    account = world.posting("An").account
    client.post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
    sent = {
        "oldpassword": PASSWORD,
        "password1": "Chuyen-lua-xanh-9",
        "password2": "Chuyen-lua-xanh-9",
    }
    assert client.post(reverse("account_change_password"), sent).status_code == 302
    account.refresh_from_db()
    assert account.check_password("Chuyen-lua-xanh-9")


def test_a_weak_password_is_refused_in_vietnamese(signed_in):
    sent = {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"}
    words = _words(signed_in.post(reverse("account_change_password"), sent))
    assert "ít nhất 12 ký tự" in words
    assert not ENGLISH.search(words)


@pytest.fixture
def demo_account(world):
    """An officer of the demo."""
    posting = world.add_posting("Mẫu", "ca", "dak-ha", "officer")
    posting.account.is_demo = True
    posting.account.save()
    return posting.account


@pytest.mark.parametrize(
    ("extra", "enters"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, True),
        ({"REMOTE_ADDR": "::1"}, True),
        ({"REMOTE_ADDR": "10.1.2.3"}, False),
        ({"REMOTE_ADDR": "192.168.1.20"}, False),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "10.1.2.3"}, False),
        ({"REMOTE_ADDR": ""}, False),
        ({"REMOTE_ADDR": "127.0.0.1.evil"}, False),
    ],
)
def test_a_demo_account_opens_on_this_machine_only(demo_account, client, extra, enters):
    sent = {"login": demo_account.username, "password": PASSWORD}
    answer = client.post(reverse("account_login"), sent, **extra)
    assert (answer.status_code == 302) is enters


def test_demo_accounts_are_listed_in_the_demo_on_this_machine(demo_account, client, settings):
    address = reverse("account_login")
    assert demo_account.username not in client.get(address).content.decode()
    settings.DEMO = True
    page = client.get(address).content.decode()
    assert demo_account.username in page
    assert sign_in.DEMO_PASSWORD in page
    from_elsewhere = client.get(address, REMOTE_ADDR="10.0.0.9").content.decode()
    assert demo_account.username not in from_elsewhere
    assert sign_in.DEMO_PASSWORD not in from_elsewhere


def test_signing_out_clears_the_machine(signed_in):
    answer = signed_in.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert signed_in.get("/").status_code == 302


def test_a_link_cannot_sign_anybody_out(signed_in):
    signed_in.get(reverse("account_logout"))
    assert signed_in.get("/").status_code == 200


@pytest.mark.parametrize(
    "next_", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(world, client, next_):
    account = world.posting("An").account
    sent = {"login": account.username, "password": PASSWORD, "next": next_}
    assert client.post(reverse("account_login"), sent)["Location"] == "/"


def test_an_idle_session_ends(session_limits, signed_in, monkeypatch):
    assert signed_in.get("/").status_code == 200
    later = clock.now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert signed_in.get("/").status_code == 302


def test_a_session_in_use_goes_on_until_twelve_hours(session_limits, signed_in, monkeypatch):
    start = clock.now()
    for minutes in range(0, 12 * 60, 29):
        moment = start + timedelta(minutes=minutes)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        assert signed_in.get("/thong-bao/").status_code == 200, minutes
    monkeypatch.setattr(clock, "now", lambda: start + timedelta(hours=12, minutes=1))
    assert signed_in.get("/").status_code == 302


def test_what_was_typed_into_an_ended_session_is_given_back(session_limits, signed_in, monkeypatch):
    signed_in.get("/")
    later = clock.now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    answer = signed_in.post("/chuc-trach/", {"noi_dung": "Đã gõ rất lâu", "password": "bí mật"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Đã gõ rất lâu" in page
    assert "bí mật" not in page


def test_a_closed_account_cannot_enter(world, client):
    account = world.posting("An").account
    account.is_active = False
    account.save()
    sent = {"login": account.username, "password": PASSWORD}
    client.post(reverse("account_login"), sent)
    assert client.get("/").status_code == 302


def _with_totp(account: Account) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(account, secret)
    return secret


def test_a_second_factor_is_set_up_in_vietnamese(confirmed, world):
    page = confirmed.get(reverse("mfa_activate_totp"))
    secret = page.context_data["form"].secret
    wrong = confirmed.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Mã chưa đúng" in _words(wrong)
    counter = next(totp.yield_hotp_counters_from_time())
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    answer = confirmed.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer.status_code == 302
    types = set(
        Authenticator.objects.filter(user=world.posting("An").account).values_list(
            "type", flat=True
        )
    )
    assert types == {"totp", "recovery_codes"}
    for name in ("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        assert not ENGLISH.search(_words(confirmed.get(reverse(name)))), name


def test_with_a_second_factor_the_password_alone_does_not_enter(world, client):
    account = world.posting("Bình").account
    secret = _with_totp(account)
    sent = {"login": account.username, "password": PASSWORD}
    assert client.post(reverse("account_login"), sent)["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302
    words = _words(client.get(reverse("mfa_authenticate")))
    assert not ENGLISH.search(words)
    counter = next(totp.yield_hotp_counters_from_time())
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get("/").status_code == 200


def test_guessing_passwords_is_stopped_in_vietnamese(world, client, settings):
    settings.AXES_ENABLED = True
    account = world.posting("An").account
    for _ in range(12):
        answer = client.post(
            reverse("account_login"), {"login": account.username, "password": "sai"}
        )
        words = _words(answer)
        assert not ENGLISH.search(words), ENGLISH.search(words)
    sent = {"login": account.username, "password": PASSWORD}
    assert client.post(reverse("account_login"), sent).status_code != 302


def test_the_page_of_a_pause_says_how_long(db):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    answer = sign_in.locked_out(request)
    assert answer.status_code == 429
    assert "15 phút" in answer.content.decode()
