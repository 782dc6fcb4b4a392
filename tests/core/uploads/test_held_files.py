"""Held files: nothing is stored, the sender sees at once what was found, and may go on covered."""

import hashlib
from collections.abc import Callable

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from phongtrao.core import files
from phongtrao.core.models import AuditEntry, IdempotencyRecord, StoredFile
from phongtrao.intake.models import Draft
from phongtrao.org.models import Posting
from phongtrao.planning.models import ProgressEntry
from phongtrao.reporting.models import Approval
from tests.core.gate import papers
from tests.core.uploads import doors
from tests.core.uploads.doors import CONTACT, CONTACT_NUMBER, DOORS, Door, hidden
from tests.intake.papers import PLAN, plan_txt
from tests.world import World

pytestmark = pytest.mark.django_db
Open = Callable[[str], Door]
BLOCKED = "Đề nghị xác minh CCCD 051199000123."  # the shape of a citizen number, of nobody


def _sha256(sent: SimpleUploadedFile) -> str:
    sent.seek(0)
    return hashlib.sha256(sent.read()).hexdigest()


@pytest.mark.parametrize("name", DOORS)
def test_a_contact_line_holds_the_file_and_nothing_of_it_is_stored(door: Open, name: str) -> None:
    before = AuditEntry.objects.count()
    at = door(name)
    answer = at.send(at.paper(CONTACT))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nội dung: Có số điện thoại cố định." in page
    assert "Giữ bản đã che" in page
    assert "Bỏ tệp" in page
    assert CONTACT_NUMBER not in page
    assert not StoredFile.objects.exists()
    assert not IdempotencyRecord.objects.exists()
    assert AuditEntry.objects.filter(verb__startswith="file.").count() == 0
    assert AuditEntry.objects.count() - before <= 4  # the making of the door's own objects


@pytest.mark.parametrize("name", DOORS)
def test_the_sender_goes_on_with_the_covered_text(door: Open, name: str) -> None:
    at = door(name)
    held = at.send(at.paper(CONTACT))
    answer = at.send(_ban_che=hidden(held, "_ban_che"))
    assert answer.status_code == 302, answer.content.decode()


def test_a_draft_is_made_from_the_covered_text_with_the_hash_of_the_original(door: Open) -> None:
    at = door("intake")
    sent = at.paper(CONTACT)
    held = at.send(sent)
    at.send(_ban_che=hidden(held, "_ban_che"))
    draft = Draft.objects.select_related("file").get()
    assert draft.number == "86/KH-CAT"
    assert "Công an xã Đăk Hà" in draft.text
    assert "điện thoại █████████████" in draft.text
    assert draft.file.original_sha256 == _sha256(sent)
    assert draft.file.name == "ke-hoach (bản đã che).txt"
    assert CONTACT_NUMBER.encode() not in files.read(draft.file)
    kept = AuditEntry.objects.get(verb="file.changed")
    assert kept.auditpayload.payload == {"made": "covered", "original_sha256": _sha256(sent)}


def test_progress_gets_the_covered_text_and_the_words_typed_beside_it(door: Open) -> None:
    at = door("progress")
    held = at.send(at.paper(CONTACT))
    typed = {name: hidden(held, name)[0] for name in ("text", "row_version")}
    assert typed["text"] == "Đã tổ chức Ngày hội."
    at.send(_ban_che=hidden(held, "_ban_che"), **typed)
    entry = ProgressEntry.objects.select_related("file").get()
    assert entry.text == "Đã tổ chức Ngày hội."
    assert entry.file is not None
    assert CONTACT_NUMBER.encode() not in files.read(entry.file)


def test_a_word_file_is_covered_as_text(door: Open) -> None:
    at = door("progress")
    content = doors.word_file("Báo cáo kết quả quý III", CONTACT)
    held = at.send(SimpleUploadedFile("bao-cao.docx", content))
    at.send(_ban_che=hidden(held, "_ban_che"))
    kept = ProgressEntry.objects.select_related("file").get().file
    assert kept is not None
    assert kept.kind == "txt"
    assert "Báo cáo kết quả quý III" in files.read(kept).decode()
    assert CONTACT_NUMBER not in files.read(kept).decode()


@pytest.mark.parametrize("name", DOORS)
def test_what_blocks_is_refused_and_not_offered_covered(door: Open, name: str) -> None:
    at = door(name)
    answer = at.send(at.paper(BLOCKED))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nội dung: Có số căn cước công dân. Hãy che hoặc xóa số đó." in page
    assert "Chưa lưu gì từ tệp này." in page
    assert "_ban_che" not in page
    assert "051199000123" not in page
    assert not StoredFile.objects.exists()


def test_a_covered_text_serves_nobody_else_and_nowhere_else(
    door: Open, world: World, client_for: Callable[[Posting], Client]
) -> None:
    at = door("intake")
    token = hidden(at.send(at.paper(CONTACT)), "_ban_che")
    others = Door("intake", client_for(world.posting("Vân")), at.address, "files")
    elsewhere = doors.progress(world, client_for)
    for other in (others, elsewhere):
        answer = other.send(_ban_che=token)
        assert answer.status_code == 422
        assert "Hãy chọn lại tệp" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_covered_text_is_good_for_an_hour(door: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    at = door("intake")
    token = hidden(at.send(at.paper(CONTACT)), "_ban_che")
    signed_at = signing.time.time()  # type: ignore[attr-defined]
    monkeypatch.setattr(signing.time, "time", lambda: signed_at + 3_601)  # type: ignore[attr-defined]
    assert at.send(_ban_che=token).status_code == 422
    assert not Draft.objects.exists()


def test_a_text_that_we_did_not_cover_is_not_taken_for_one(door: Open) -> None:
    at = door("intake")
    token = hidden(at.send(at.paper(CONTACT)), "_ban_che")[0]
    assert at.send(_ban_che=[token[:-2] + "xx"]).status_code == 422
    assert not Draft.objects.exists()


def test_of_several_papers_the_clean_one_is_received_and_the_held_one_offered(door: Open) -> None:
    at = door("intake")
    answer = at.send(at.paper(CONTACT), plan_txt("sach.txt"))
    assert answer.status_code == 200
    assert Draft.objects.get().file.name == "sach.txt"
    assert len(hidden(answer, "_ban_che")) == 1
    record = IdempotencyRecord.objects.get()
    assert (record.body, record.location) == ("", at.address)
    again = at.send(at.paper(CONTACT), plan_txt("sach.txt"), _once=record.key)
    assert again["Location"] == at.address


def test_several_held_papers_are_kept_by_one_button(door: Open) -> None:
    at = door("intake")
    other = PLAN.replace("86/KH-CAT", "87/KH-CAT")
    held = at.send(at.paper(CONTACT), plan_txt("khac.txt", f"{other}\n{CONTACT}"))
    at.send(_ban_che=hidden(held, "_ban_che"))
    assert set(Draft.objects.values_list("number", flat=True)) == {"86/KH-CAT", "87/KH-CAT"}


def test_of_a_secret_paper_not_even_the_covered_text_is_shown(door: Open) -> None:
    at = door("intake")
    answer = at.send(plan_txt("mat.txt", f"MẬT\n{PLAN}\n{CONTACT}"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dấu chỉ độ mật" in page
    assert "_ban_che" not in page
    assert "86/KH-CAT" not in page


class TestAScan:
    """A paper without text is held until somebody has looked through it and says so."""

    @pytest.fixture
    def at(self, door: Open) -> Door:
        """The door of signed copies."""
        return door("signed_copy")

    def _scan(self, more: bytes = b"") -> SimpleUploadedFile:
        return SimpleUploadedFile("ban-ky.pdf", papers.scan() + more)

    def test_it_is_held_with_the_way_out(self, at: Door) -> None:
        answer = at.send(self._scan())
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "ảnh quét" in page
        assert "Tôi đã xem hết các trang: không có dữ liệu cá nhân." in page
        assert hidden(answer, "_tep_anh")
        assert not StoredFile.objects.exists()

    def test_the_word_of_its_sender_lets_it_in_and_stands_in_the_chain(self, at: Door) -> None:
        token = hidden(at.send(self._scan()), "_tep_anh")
        answer = at.send(self._scan(), _tep_anh=token, _khong_co_du_lieu_ca_nhan="1")
        assert answer.status_code == 302, answer.content.decode()
        assert Approval.objects.get().signed_copy is not None
        entry = AuditEntry.objects.get(verb="file.scan_confirmed")
        assert entry.auditpayload.payload == {"sha256": _sha256(self._scan())}
        assert entry.account == Approval.objects.get().account

    def test_without_his_word_it_stays_held(self, at: Door) -> None:
        token = hidden(at.send(self._scan()), "_tep_anh")
        assert at.send(self._scan(), _tep_anh=token).status_code == 422
        assert not StoredFile.objects.exists()

    def test_his_word_is_for_this_file_only(self, at: Door) -> None:
        token = hidden(at.send(self._scan()), "_tep_anh")
        word = {"_tep_anh": token, "_khong_co_du_lieu_ca_nhan": "1"}
        assert at.send(self._scan(b"\n"), **word).status_code == 422
        assert not StoredFile.objects.exists()
