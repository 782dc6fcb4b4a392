"""No way in past wall and guard: every address, form, field for files, command and import.

A new door is either guarded as the others are, or one of these tests names it. The census itself
is tried on planted doors that are not guarded.
"""

import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path

from phongtrao.org.models import Account, Posting
from phongtrao.org.roles import CAPABILITIES
from tests.architecture import census
from tests.world import World

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "phongtrao"
COMMANDS = SOURCE / "cli" / "management" / "commands"
CANARY = "CCCD 051199000123"  # made up: the shape of a citizen number, of nobody
# The door of programs takes JSON with a token; its guard has its own test (SLOTS below).
PROGRAMS = "/api/v1/"
ROLES = {"officer": "An", "leader": "Bình", "clerk": "Vân", "auditor": "Kiểm"}
ROLES |= {"administrator": "Quản"}
# Every command, and what it takes in. A command that takes texts or files of others names the
# test that proves its guard.
TAKES = {
    "audit": "nothing",
    "check_file": "files that it stores nowhere",
    "check_text": "a text that it stores nowhere",
    "check_word": "files that it stores nowhere",
    "corrections": "nothing",
    "demo": "papers of the package, through intake.actions.receive_file",
    "export_values": "nothing",
    "first_account": "name and office of an administrator, typed by himself",
    # Codes and numbers alone, all against closed lists; the guard reads the name of the file
    # (tests/reporting/test_import_values.py).
    "import_values": "figures",
    "rebuild": "nothing",
    "recurrences": "nothing",
    "report": "nothing",
    "rights": "nothing",
    "rollup": "nothing",
    "scheduler": "nothing",
    "search": "nothing",
    "serve": "nothing",
}
# Doors that are not there yet: what gives them away in the source, and the test of their guard
# that must be there by then.
SLOTS = {
    "API": (r"^(?:from|import) (?:ninja|rest_framework)\b", "tests/api/test_guard.py"),
    "offline sync": (r"serviceWorker|indexedDB", "tests/offline/test_guard.py"),
    "e-mail in": (r"^(?:from|import) (?:imaplib|poplib|aiosmtpd)\b", "tests/mail/test_guard.py"),
}


def _addresses(patterns: list[Any], prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _addresses(entry.url_patterns, address)
        else:
            if address.startswith(PROGRAMS):
                continue  # tests/api/test_guard.py
            filled = re.sub(r"\(\?P<\w+>[^()]*\)|<[^>]+>", "1", address)
            yield filled.replace("^", "").replace("$", ""), entry


def _holder(capability: str) -> str:
    """One of the cast who may do this; anybody for what is open."""
    for role, name in ROLES.items():
        if capability in CAPABILITIES[role]:
            return name
    return "An"


@pytest.fixture
def let_through(
    world: World, client_for: Callable[[Posting], Client]
) -> Callable[[dict[str, Any]], list[str]]:
    """The addresses at which a form is not stopped by the guard, though its sender may use them."""
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    clients = {name: client_for(world.posting(name)) for name in ROLES.values()}

    def sent(content: dict[str, Any]) -> list[str]:
        passed = []
        for address, entry in _addresses(get_resolver().url_patterns):
            capability = getattr(entry.callback, "requires", "public")
            client = clients[_holder(capability)]
            data = {"_once": uuid.uuid4().hex, **content}
            answer = client.post(address, data, headers={"accept": "application/json"})
            is_told = answer["Content-Type"] == "application/json"
            if not is_told or answer.json()["code"] != "personal_data":
                passed.append(f"{address} {answer.status_code}")
        return passed

    return sent


@pytest.mark.django_db
class TestEveryAddress:
    """Whatever the view makes of a form, the guard has read it first."""

    def test_typed_text_is_read(self, let_through: Callable[..., list[str]]) -> None:
        assert not let_through({"noi_dung": f"Đề nghị xác minh {CANARY}."})

    def test_the_name_of_a_file_is_read(self, let_through: Callable[..., list[str]]) -> None:
        assert not let_through({"tep": SimpleUploadedFile(f"{CANARY}.txt", b"x")})

    def test_what_is_no_form_is_not_taken(
        self, world: World, client_for: Callable[[Posting], Client]
    ) -> None:
        Account.objects.update(is_demo=True)
        clients = {name: client_for(world.posting(name)) for name in ROLES.values()}
        others = ("PUT", "PATCH", "DELETE")
        for place, (address, entry) in enumerate(_addresses(get_resolver().url_patterns)):
            client = clients[_holder(getattr(entry.callback, "requires", "public"))]
            for method in ("POST", others[place % len(others)]):
                answer = client.generic(
                    method,
                    address,
                    f'{{"text": "{CANARY}"}}',
                    content_type="application/json",
                    headers={"idempotency-key": uuid.uuid4().hex},
                )
                assert answer.status_code == 415, f"{method} {address}"

    def test_a_planted_view_without_guard_is_found(
        self, let_through: Callable[..., list[str]], settings: Any
    ) -> None:
        def planted(request: HttpRequest) -> HttpResponse:
            return HttpResponse(request.POST.get("noi_dung", ""))

        planted.requires = "task.read"  # type: ignore[attr-defined]  # says so, and does not
        settings.ROOT_URLCONF = _urls_with(path("lot-luoi/", planted))
        assert let_through({"noi_dung": CANARY}) == ["/lot-luoi/ 200"]


def _urls_with(*patterns: URLPattern) -> ModuleType:
    """Addresses of this site, and some more."""
    urls = ModuleType("planted_urls")
    urls.urlpatterns = [*get_resolver().url_patterns, *patterns]  # type: ignore[attr-defined]
    return urls


class TestTheSource:
    """No code takes anything out of a request, or stores a file, on a way of its own."""

    def test_nothing_reads_a_request_before_the_guard(self) -> None:
        assert not census.unguarded_reads(SOURCE)

    def test_files_are_taken_by_core_uploads_alone(self) -> None:
        assert not census.raw_files(SOURCE)
        assert not census.unjudged_file_forms(SOURCE)
        assert not census.shared_readers_that_judge_nothing(SOURCE)

    def test_every_form_with_a_file_is_shown_by_a_view_that_has_it_judged(self) -> None:
        assert not census.forms_without_a_judged_view(SOURCE)
        known = {"ProgressForm", "CorrectionFileForm", "SignedPaperForm"}
        assert known <= set(census.file_fields(SOURCE))

    def test_only_admitted_files_are_stored(self) -> None:
        assert not census.writers_of_files(SOURCE)

    def test_only_core_uploads_and_the_check_command_call_the_wall(self) -> None:
        assert census.openers_of_uploads(SOURCE) == ["cli/checks.py", "core/uploads/admission.py"]


PLANTED = {
    "unguarded_reads": """
def open_form(request):
    return save(request.POST["text"])
""",
    "raw_files": """
@requires("task.report", before=uploads.judged)
def report(request):
    return request.FILES["file"].read()
""",
    "unjudged_file_forms": """
@requires("task.report")
def report(request):
    return Form(request.POST, request.FILES)
""",
    "forms_without_a_judged_view": """
class PhotoForm(forms.Form):
    photo = forms.ImageField()

@requires("task.report")
def report(request):
    return PhotoForm(request.POST, files_of(request))
""",
    "writers_of_files": """
def keep_it(data, by):
    return files.store(data, name="a.txt", kind="txt", by=by)
""",
}
GUARDED = """
@requires("task.report", before=_judged)
def report(request):
    return _done(request, Form(request.POST or None, request.FILES or None))

def _judged(request):
    return uploads.judged(request, reader="x")

def _done(request, form):
    return uploads.keep(request.prepared, by=request.POST["by"])
"""


@pytest.mark.parametrize("question", PLANTED)
def test_a_planted_door_is_found_and_a_guarded_one_is_not(question: str, tmp_path: Path) -> None:
    ask = getattr(census, question)
    (tmp_path / "good.py").write_text(GUARDED, encoding="utf-8")
    assert ask(tmp_path) == []
    (tmp_path / "bad.py").write_text(PLANTED[question], encoding="utf-8")
    assert len(ask(tmp_path)) == 1


def test_a_helper_that_two_views_share_counts_as_its_weaker_user(tmp_path: Path) -> None:
    weaker = GUARDED + "\ndef other(request):\n    return _done(request, None)\n"
    (tmp_path / "views.py").write_text(weaker, encoding="utf-8")
    assert census.unguarded_reads(tmp_path) == ["views.py: _done reads request.POST"]


def test_every_command_is_known_with_what_it_takes_in() -> None:
    assert {path.stem for path in COMMANDS.glob("[!_]*.py")} == set(TAKES)


@pytest.mark.parametrize("kind", SLOTS)
def test_a_door_that_is_not_there_yet_comes_with_the_test_of_its_guard(kind: str) -> None:
    signs, proof = SLOTS[kind]
    pattern = re.compile(signs, re.M)
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.js")]
    is_there = any(pattern.search(path.read_text(encoding="utf-8")) for path in files)
    assert not is_there or (ROOT / proof).exists()
