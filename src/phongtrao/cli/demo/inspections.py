"""The demo's inspections: a delegation of last year whose remedies are confirmed, one of this year
whose remedies stand at every step and whose defects have partly come back, one that comes next
week with its outline and session, and a line of the plan that is still to come.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.org.models import Posting
from phongtrao.oversight import actions
from phongtrao.oversight.models import Inspection, LinkState, Recommendation, RecurrenceLink
from phongtrao.planning.models import Programme

_BEGUN = date(2023, 11, 1)
# criterion, finding, what is asked, steps of the owner and of the verifier after it.
_ASKED = (
    ("ky_ket", "Chưa ký kết với đủ các tổ chức thành viên (Biên bản 01, giả định)",
     "Ký kết chương trình phối hợp với đủ các tổ chức thành viên", ("submit", "verify")),
    ("tuyen_truyen", "Tuyên truyền chưa thường xuyên ở khu dân cư xa (Biên bản 02, giả định)",
     "Lập lịch tuyên truyền hằng quý đến từng khu dân cư", ("plan", "submit")),
    ("mo_hinh", "Mô hình chậm nhân rộng (Biên bản 02, giả định)",
     "Chọn một mô hình để nhân rộng trong năm", ("explain", "submit", "give_back")),
    ("chuyen_doi_so", "Chưa dùng nhóm mạng xã hội của xã (Biên bản 03, giả định)",
     "Đưa tin phong trào lên nhóm của xã hằng tuần", ()),
)  # fmt: skip
_WORDS = {
    "plan": "Kế hoạch khắc phục trong 30 ngày (giả định)",
    "explain": "Thiếu kinh phí đầu năm, đã được bổ sung (giả định)",
    "submit": "Đã thực hiện, gửi kèm báo cáo (giả định)",
    "give_back": "Chưa có số liệu kèm theo (giả định)",
    "verify": "",
}


def tell(players: Cast, story: Sequence[int]) -> None:
    """The police of the province inspect the communes of the story."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    communes = [players.commune_officers[area] for area in story]
    lead = players.postings["canbo.tinh"]
    last = _concluded(players, programme, communes, back=400)
    _remedy(last, lead, communes, day=clock.today() - timedelta(days=330), whole=True)
    current = _concluded(players, programme, communes, back=60)
    _remedy(current, lead, communes, day=clock.today() - timedelta(days=20), whole=False)
    _settle(lead)
    _ahead(players, programme, communes)
    _planned(lead, programme, communes, clock.today() + timedelta(days=30))


def _settle(lead: Posting) -> None:
    """Of what the rules propose as found again, the first is confirmed; the rest wait."""
    proposed = RecurrenceLink.objects.filter(state=LinkState.PROPOSED).order_by("pk").first()
    if proposed is not None:
        actions.settle_recurrence(proposed, is_same=True, by=acting(lead))


def _ahead(players: Cast, programme: Programme, communes: Sequence[Posting]) -> None:
    """Decided, its outline sent, one body's summary in, something to clarify, a session planned."""
    lead, front = players.postings["canbo.tinh"], players.postings["canbo.mttq"]
    by, day = acting(lead), clock.today() + timedelta(days=6)
    team = actions.Team(
        "Quyết định 88/QĐ-BCĐ (giả định)", clock.today(), None, "Phó Trưởng ban, Trưởng đoàn",
        (actions.Seat(front.body, "Phó Chủ tịch Ủy ban, thành viên"),), 7,
        leader_agency="Ban Tuyên giáo và Dân vận Tỉnh ủy",
    )  # fmt: skip
    made = actions.decide(_planned(lead, programme, communes[:2], day), team, by=by)
    outline = actions.OutlineTerms(day - timedelta(days=2), ["ky_ket", "mo_hinh", "kho_khan"])
    actions.send_outline(made, outline, by=by)
    summary = "Đã ký kết với đủ tổ chức thành viên; còn thiếu kinh phí cho mô hình (giả định)."
    actions.write_summary(made, summary, paper="Báo cáo 12/BC (giả định)", by=acting(communes[0]))
    asked = actions.ClarificationTerms(
        communes[0].body, "kho_khan", "Làm rõ nguồn kinh phí còn thiếu của từng mô hình",
        day - timedelta(days=1),
    )  # fmt: skip
    actions.ask_to_clarify(made, asked, by=by)
    session = actions.SessionTerms(
        "Làm việc với hai xã", day, [each.body for each in communes[:2]], None,
        "Phó Trưởng ban, Trưởng đoàn", starts_at=time(8), venue="Xã Ba Tơ (giả định)",
        presider_agency="Ban Tuyên giáo và Dân vận Tỉnh ủy",
    )  # fmt: skip
    actions.plan_session(made, session, by=by)


def _planned(
    lead: Posting, programme: Programme, communes: Sequence[Posting], day: date
) -> Inspection:
    terms = actions.InspectionTerms(
        programme,
        day.year,
        f"Kiểm tra thực hiện Chương trình phối hợp số 07, đợt {day:%m/%Y} (giả định)",
        day,
        day + timedelta(days=10),
        _BEGUN,
        [each.body for each in communes],
        purpose="Bảy nội dung: ký kết, chỉ đạo, gắn kết, chuyển đổi số, tuyên truyền, mô hình,"
        " khó khăn.",
        plan_paper=f"Kế hoạch kiểm tra năm {day.year} (giả định)",
    )
    return actions.plan_inspection(terms, by=acting(lead))


def _concluded(
    players: Cast, programme: Programme, communes: Sequence[Posting], *, back: int
) -> Inspection:
    """One whose delegation was led by the Front of the province, with its recommendations."""
    lead, front = players.postings["canbo.tinh"], players.postings["canbo.mttq"]
    day = max(clock.today() - timedelta(days=back), lead.valid_from)
    by = acting(lead)
    with clock.set_to(_at(day)):
        made = _planned(lead, programme, communes, day + timedelta(days=5))
        team = actions.Team(f"Quyết định {back}/QĐ-BCĐ (giả định)", day, front.body,
                            "Phó Chủ tịch Ủy ban", (), 4, "Kiểm tra hồ sơ, làm việc với"
                            " cơ quan được kiểm tra, kết luận.")  # fmt: skip
        made = actions.decide(made, team, by=acting(lead))
    with clock.set_to(_at(day + timedelta(days=5))):
        made = actions.take_step(made, "begin", by=acting(lead))
    out = day + timedelta(days=20)
    with clock.set_to(_at(out)):
        by = acting(lead)
        for place, (criterion, finding, text, _steps) in enumerate(_ASKED):
            terms = actions.RecommendationTerms(
                communes[place % len(communes)].body, lead.body, criterion, "co_thoi_han",
                finding, text, out + timedelta(days=30),
            )  # fmt: skip
            actions.recommend(made, terms, by=by)
        said = actions.Conclusion(
            f"Kết luận {back}/KL-ĐKT (giả định)", out,
            "Bám sát nội dung chương trình, ký kết kịp thời.",
            "Phối hợp ở một số nơi còn hình thức; mô hình chậm nhân rộng.",
            "Phân công chưa rõ việc của từng tổ chức.",
        )  # fmt: skip
        return actions.conclude(made, said, by=by)


def _remedy(
    inspection: Inspection,
    lead: Posting,
    communes: Sequence[Posting],
    *,
    day: date,
    whole: bool,
) -> None:
    """What owners and the verifier did by a day; `whole`: all confirmed, the inspection closed."""
    officers = {each.body_id: each for each in communes}
    asked = Recommendation.objects.filter(entry=inspection).order_by("pk")
    with clock.set_to(_at(max(day, inspection.starts_on + timedelta(days=25)))):
        for row, (_criterion, _finding, _text, steps) in zip(asked, _ASKED, strict=True):
            for verb in ("submit", "verify") if whole else steps:
                posting = lead if verb in ("verify", "give_back") else officers[row.body_id]
                papers = "Báo cáo 05/BC (giả định)" if verb == "submit" else ""
                actions.take_remedy_step(
                    row, verb, by=acting(posting), text=_WORDS[verb], papers=papers
                )
        if whole:
            for verb in ("follow_up", "close"):
                actions.take_step(inspection, verb, by=acting(lead))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14), clock.VIETNAM)
