"""The demo's committees: that of the province, renewed once, and one of a commune that is due.

The seats name posts; two are held by officials of the cast, one by an official who has left.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import PROVINCE, SINCE, Cast
from phongtrao.core import clock
from phongtrao.core.vietnamese import fold
from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import Account, AreaVersion, Body, Posting, SeatTitle
from phongtrao.org.roles import Role

_KIND = "bcd138"
_FOUNDED = date(2025, 8, 15)
_RENEWED_AGO, _LEFT_AGO = timedelta(days=150), timedelta(days=40)
_BASES = (
    "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025\n"
    "Chương trình phối hợp số 07/CTrPH-BCA-MTTW"
)
_LEAVER = "Ngô Văn Chuyển Đi"

Row = tuple[SeatTitle, str, str, str]
_ROWS: tuple[Row, ...] = (
    (SeatTitle.HEAD, "Chủ tịch UBND", "ubnd", "Phụ trách chung"),
    (SeatTitle.STANDING_DEPUTY, "Phó Giám đốc", "ca", "Phòng, chống tội phạm"),
    (SeatTitle.DEPUTY, "Phó Chủ tịch", "mttq", "Xây dựng phong trào, nhân rộng mô hình"),
    (SeatTitle.MEMBER, "Chủ tịch", "hlhpn", "Tuyên truyền trong hội viên phụ nữ"),
    (SeatTitle.MEMBER, "Bí thư", "tinhdoan", "Tuyên truyền trong đoàn viên, thanh niên"),
    (SeatTitle.MEMBER, "Chủ tịch", "hccb", "Vận động hội viên làm nòng cốt ở khu dân cư"),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Record the decisions; the commune's deputy head leaves afterwards."""
    today = clock.real_today()
    province = AreaVersion.objects.on(today).get(slug=PROVINCE, level="province").lineage_id
    known = {"ca": players.postings["lanhdao.tinh"], "mttq": players.postings["lanhdao.mttq"]}
    _decide(players, "canbo.tinh", province, "812/QĐ-UBND", _FOUNDED, {})
    _decide(players, "canbo.tinh", province, "345/QĐ-UBND", today - _RENEWED_AGO, known)
    leaver = _leaver(story[0], today)
    _decide(players, "canbo.xa1", story[0], "27/QĐ-UBND", _FOUNDED, {"ca": leaver})


def _decide(
    players: Cast, writer: str, area_id: int, number: str, day: date, known: dict[str, Posting]
) -> None:
    with clock.set_to(datetime.combine(day, time(9, 30), clock.VIETNAM)):
        by = players.actor(writer)
        made = actions.start_composition(_KIND, area_id, by=by)
        terms = actions.DecisionTerms(
            number, day, made.issuer_text, _BASES, day, made.standing_body
        )
        made = actions.change_composition(
            made, terms, _seats(area_id, day, known), expected_version=made.row_version, by=by
        )
        actions.confirm_composition(made, by=by)


def _seats(area_id: int, day: date, known: dict[str, Posting]) -> list[actions.SeatTerms]:
    rows = Body.objects.on(day).filter(area_id=area_id, parent=None)
    bodies = {body.kind_id: body for body in rows}
    return [
        actions.SeatTerms(
            title,
            known[kind].capacity if kind in known else post,
            bodies.get(kind),
            field,
            known.get(kind),
        )
        for title, post, kind, field in _ROWS
    ]


def _leaver(area_id: int, today: date) -> Posting:
    """An official without sign-in who sat in the commune's committee until he was transferred."""
    account = Account.objects.create_user(
        fold(_LEAVER).replace(" ", "."), full_name=_LEAVER, is_demo=True
    )
    return Posting.objects.create(
        account=account,
        body=Body.objects.on(today).get(kind_id="ca", area_id=area_id, parent=None),
        role=Role.CLERK,
        capacity="Phó Trưởng Công an",
        basis="Số liệu giả định",
        valid_from=SINCE,
        valid_to=today - _LEFT_AGO,
    )
