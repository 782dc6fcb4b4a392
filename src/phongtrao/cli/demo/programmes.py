"""The demo's register of programmes: the cascade down to a commune, joint papers, targets, duties.

Told last: the stories before it know of the one programme of the centre.
"""

import tempfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from phongtrao.cli.demo.cast import PROVINCE, Cast
from phongtrao.cli.demo.papers import written
from phongtrao.core import clock
from phongtrao.intake import actions as intake
from phongtrao.org.models import AreaVersion, Body, BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.planning import actions as planning
from phongtrao.planning.models import Bound, Programme, ProgrammeDocument, Requirement, Task
from phongtrao.planning.workflow import Part

_PARTIES = ("ca", "mttq")
# Content of the programme of the centre → how the province words its own.
_WORDED = {
    "C1": "Tham mưu cấp ủy, chính quyền triển khai chương trình",
    "C2": "Tuyên truyền, vận động; nhân rộng mô hình hiệu quả",
    "C3": "Trao đổi thông tin giữa hai ngành",
    "C4": "Tổ chức Ngày hội; công nhận, phân loại phong trào",
    "C5": "Phát huy lực lượng nòng cốt ở cơ sở",
    "C6": "Bồi dưỡng cán bộ làm công tác phong trào",
    "C7": "Kiểm tra, giao ban, sơ kết, tổng kết, khen thưởng",
}
# Content → kinds of bodies of the province in charge and taking part.
_DUTIES = (
    ("C1", ("ca",), ("mttq", "ubnd"), ""),
    (
        "C2",
        ("mttq",),
        ("ca", "hlhpn", "tinhdoan", "hccb"),
        "Tuyên truyền trong đoàn viên, hội viên",
    ),
    ("C4", ("mttq",), ("ca", "ubnd"), "Hướng dẫn tổ chức Ngày hội"),
    ("C5", ("ca",), ("hccb", "tinhdoan"), ""),
    ("C6", ("ca",), ("mttq",), ""),
    ("C7", ("ca", "mttq"), ("ubnd",), ""),
)
# Indicator, bound, value, upper, baseline; for the province and each commune of the story.
_SHARES = (("CD08", Bound.AT_LEAST, "95", None, "88.5"), ("CD09", Bound.AT_MOST, "5", None, None))
_TARGETS_OF_PROVINCE = (
    *_SHARES,
    ("MH07", Bound.AT_LEAST, "12", None, "8"),
    ("MH06", Bound.BETWEEN, "120", "260", "117"),
    ("TT01", Bound.AT_LEAST, "2800", None, "2480"),
)
_TARGETS_OF_COMMUNE = (*_SHARES, ("TT01", Bound.AT_LEAST, "28", None, "24"))
_SOURCE = "Kế hoạch số 41/KH-BCĐ của Ban Chỉ đạo 138 tỉnh (giả định)"


def tell(players: Cast, story: Sequence[int]) -> None:
    """Found the programmes of the province and of a commune; fill the registers around them."""
    centre = Programme.objects.get(home_body=None)
    province = AreaVersion.objects.on(clock.real_today()).get(slug=PROVINCE, level="province")
    by = players.actor("canbo.tinh")
    paper = _registered("chuong-trinh-tinh.txt", -198, by, centre)
    made = _founded(paper, centre, by, "Chương trình phối hợp tỉnh Quảng Ngãi", _WORDED)
    planning.link_programme(
        made, "replaces", named="Kế hoạch liên ngành số 15/KHLN (giả định), giai đoạn trước", by=by
    )
    commune = players.actor("canbo.xa1")
    own = _registered("chuong-trinh-xa.txt", -148, commune, centre)
    _founded(own, made, commune, "Chương trình phối hợp xã Ba Tơ", {})
    _assign(made, province.lineage_id, by)
    _map(centre, by)
    _sign(made, province.lineage_id, by)
    _set_targets(made, province.lineage_id, story, by)
    task = Task.objects.filter(assigner=by.body).order_by("pk").first()
    if task is not None:
        planning.tag_task(task, [made], by=by)


def _registered(name: str, day: int, by: Actor, centre: Programme) -> ProgrammeDocument:
    """A paper of the package, read by intake and put into the register of whoever received it."""
    with clock.set_to(_at(day)), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(written(name, clock.real_today()), encoding="utf-8")
        draft = intake.receive_file(intake.judge_file(path, name), by=by)
        intake.keep_certain_items(draft, by=by)
        return planning.adopt_draft(draft, programme=centre, by=by)


def _founded(
    paper: ProgrammeDocument, parent: Programme, by: Actor, name: str, words: dict[str, str]
) -> Programme:
    year = clock.real_today().year
    signed = paper.issued_on or clock.real_today()
    specs = [
        planning.ContentSpec(words.get(each.code, each.name), each)
        for each in parent.contents.all()
    ]
    return planning.found_programme(
        paper,
        planning.ProgrammeTerms(
            paper.number, paper.title or name, name, signed, signed.year, max(year, 2030)
        ),
        parent=parent,
        contents=specs,
        kinds=list(BodyKind.objects.filter(code__in=_PARTIES)),
        by=by,
    )


def _assign(programme: Programme, area_id: int, by: Actor) -> None:
    contents = {
        content.parent.code: content for content in programme.contents.all() if content.parent
    }
    bodies = _bodies(area_id)
    for code, leads, others, note in _DUTIES:
        for kinds, part in ((leads, Part.LEAD), (others, Part.COORDINATING)):
            named = [bodies[kind] for kind in kinds if kind in bodies]
            if named:
                planning.assign_content(contents[code], named, part=part, note=note, by=by)


def _map(centre: Programme, by: Actor) -> None:
    """Put what the papers ask under contents, by turns, so that coverage shows."""
    contents = {content.code: content for content in centre.contents.all()}
    asked = Requirement.objects.filter(document__home_body=by.body, content=None).order_by("pk")
    for place, requirement in enumerate(asked):
        code = ("C2", "C7", "C2", "C4", "C5")[place % 5]
        planning.map_content(requirement, contents[code], by=by)


def _sign(programme: Programme, area_id: int, by: Actor) -> None:
    bodies, today = _bodies(area_id), clock.real_today()

    def record(number: str, title: str, ends_in: int | None, *kinds: str, unsigned: str) -> None:
        signed = today - timedelta(days=300)
        parties = [
            planning.PartySpec(bodies[k])
            if k == unsigned
            else planning.PartySpec(bodies[k], "", signed, "Lãnh đạo cơ quan")
            for k in kinds
            if k in bodies
        ]
        ends = today + timedelta(days=ends_in) if ends_in is not None else None
        terms = planning.JointTerms(programme, "Quy chế phối hợp", number, title, signed, ends)
        planning.record_joint_paper(terms, parties, by=by)

    record("07/QCPH-CAT-MTTQ", "Phối hợp vận động Nhân dân tham gia bảo vệ an ninh trật tự", 60,
           "ca", "mttq", unsigned="")  # fmt: skip
    record("11/QCPH-CAT-HPN", "Phối hợp tuyên truyền trong hội viên phụ nữ", 900,
           "ca", "hlhpn", "tinhdoan", unsigned="tinhdoan")  # fmt: skip
    record("02/QCPH-CAT-HCCB", "Phát huy vai trò cựu chiến binh ở khu dân cư", -20,
           "ca", "hccb", unsigned="")  # fmt: skip
    record("15/QCPH-CAT-UBND", "Phối hợp kiểm tra, đánh giá phong trào hằng năm", None,
           "ca", "mttq", "ubnd", unsigned="")  # fmt: skip


def _set_targets(programme: Programme, area_id: int, story: Sequence[int], by: Actor) -> None:
    year = clock.real_today().year
    specs = [
        planning.TargetSpec(
            programme=programme,
            area_id=area,
            period=str(of_year),
            indicator=code,
            bound=bound,
            value=Decimal(value),
            source=_SOURCE,
            upper=Decimal(upper) if upper else None,
            baseline=Decimal(before) if before else None,
            baseline_year=year - 1 if before else None,
            clause="mục II",
        )
        for of_year in (year, year + 1)
        for area in (area_id, *story)
        for code, bound, value, upper, before in (
            _TARGETS_OF_PROVINCE if area == area_id else _TARGETS_OF_COMMUNE
        )
    ]
    planning.set_targets(specs, by=by)


def _bodies(area_id: int) -> dict[str, Body]:
    rows = Body.objects.on(clock.real_today()).filter(area_id=area_id, parent=None)
    return {body.kind_id: body for body in rows}


def _at(days: int) -> datetime:
    day: date = clock.real_today() + timedelta(days=days)
    return datetime.combine(day, time(9, 40), clock.VIETNAM)
