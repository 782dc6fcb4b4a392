"""The demo's grassroots democracy: supervision by the Front of the province, and what communes
made public, over two years.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.grassroots import actions
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models import Programme

# subject, kind, way, days since it began, the day it was answered after (None: not yet).
_SUPERVISIONS = (
    ("Việc tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ở cấp xã (giả định)",
     "giam_sat", "doan", 480, 14),
    ("Dự thảo kế hoạch bảo đảm an ninh, trật tự năm của xã (giả định)",
     "phan_bien", "hoi_nghi", 330, 12),
    ("Việc trả lời kiến nghị của Nhân dân tại diễn đàn lắng nghe (giả định)",
     "giam_sat", "ban_ttnd", 60, None),
    ("Việc sử dụng nguồn huy động xã hội hóa cho mô hình (giả định)",
     "giam_sat", "van_ban", 8, None),
)  # fmt: skip
# clause, title, days since the decision, days until it was public (None: not yet).
_PUBLIC = (
    (2, "Dự toán ngân sách của xã (giả định)", 330, 3),
    (1, "Kế hoạch phát triển kinh tế - xã hội của xã (giả định)", 320, 4),
    (10, "Mức thu các loại phí, lệ phí (giả định)", 150, 12),
    (11, "Kế hoạch lấy ý kiến Nhân dân về mô hình tự quản (giả định)", 3, None),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """The Front of the province asks communes of the story; these make matters public."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    communes = [players.commune_officers[area] for area in story]
    for place, row in enumerate(_SUPERVISIONS):
        asked = communes[place % len(communes)].body
        _supervise(players.postings["canbo.mttq"], programme, asked, row)
    for posting in communes:
        for clause, title, back, took in _PUBLIC:
            _publish(posting, programme, (clause, title, back, took))


def _supervise(
    posting: Posting,
    programme: Programme,
    asked: Body,
    row: tuple[str, str, str, int, int | None],
) -> None:
    subject, kind, way, back, answered = row
    began = max(clock.today() - timedelta(days=back), posting.valid_from)
    by = acting(posting)
    with clock.set_to(_at(began)):
        terms = actions.SupervisionTerms(
            programme, posting.body.area_id, kind, way, subject, asked, began,
            began + timedelta(days=20), f"Kế hoạch {back}/KH-MTTQ (giả định)",
        )  # fmt: skip
        made = actions.begin(actions.plan_supervision(terms, by=by), by=by)
    if back < 21:
        return
    sent = began + timedelta(days=20)
    points = "Công khai kết quả đã làm trong sáu tháng.\nPhân công rõ việc của từng tổ chức."
    with clock.set_to(_at(sent)):
        advice = actions.Advice(f"{back}/KN-MTTQ (giả định)", sent, points)
        made = actions.send_advice(made, advice, by=by)
    if answered is not None:
        day = sent + timedelta(days=answered)
        with clock.set_to(_at(day)):
            told = actions.Answer(
                f"{back}/BC (giả định)", day, "tiep_thu", "Đã bổ sung vào kế hoạch."
            )
            actions.note_answer(made, told, by=by)


def _publish(posting: Posting, programme: Programme, row: tuple[int, str, int, int | None]) -> None:
    clause, title, back, took = row
    decided = max(clock.today() - timedelta(days=back), posting.valid_from)
    public = None if took is None else decided + timedelta(days=took)
    terms = actions.DisclosureTerms(
        programme,
        posting.body.area_id,
        clause,
        title,
        decided,
        f"Quyết định {back}/QĐ-UBND (giả định)",
        published_on=public,
        ways=("niem_yet", "cong_thong_tin") if public else (),
        place="Trụ sở và nhà văn hóa các thôn" if public else "",
        posted_until=public + timedelta(days=35) if public else None,
    )
    with clock.set_to(_at(public or decided)):
        actions.record_disclosure(terms, by=acting(posting))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), clock.VIETNAM)
