"""The demo's training: two years of classes and drills of the province; one class is still open.

Officers of three communes hold certificates; everybody else of the province is due.
"""

from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.training import actions
from phongtrao.fieldwork.training.models import TrainingClass
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme

_CLASSES = (
    ("Lớp nghiệp vụ xây dựng phong trào cho cán bộ cấp xã", "phong_trao", "can_bo", 620, 110),
    ("Lớp tập huấn lực lượng bảo vệ ANTT ở cơ sở", "phap_luat", "nong_cot", 430, 240),
    ("Lớp kỹ năng hòa giải ở cơ sở", "hoa_giai", "hoa_giai", 260, 95),
    ("Lớp sử dụng phần mềm báo cáo", "chuyen_doi_so", "can_bo", 90, 180),
    ("Lớp chữa cháy và cứu nạn cho đội xung kích", "pccc", "nong_cot", 6, 60),
)
_DRILLS = (
    ("Diễn tập chữa cháy khu chợ", "pccc", 500),
    ("Diễn tập ứng phó bão lũ", "thien_tai", 45),
)


def tell(players: Cast) -> None:
    """From the oldest to the newest; the last class has not been closed."""
    programme = Programme.objects.order_by("pk").first()
    posting = players.postings["canbo.tinh"]
    if programme is None:
        return
    by, area = acting(posting), posting.body.area_id
    for title, topic, group, back, attended in _CLASSES:
        first = max(clock.today() - timedelta(days=back), posting.valid_from)
        terms = actions.ClassTerms(
            programme, area, title, topic, group, first, first + timedelta(days=1),
            f"Kế hoạch {back}/KH-CAT (giả định)",
        )  # fmt: skip
        with clock.set_to(_at(first + timedelta(days=1))):
            made = actions.plan_class(terms, by=by)
            for more in (0, 1):
                day = first + timedelta(days=more)
                actions.note_session(made, held_on=day, attendances=attended - 4 * more, by=by)
            if back > 30:
                actions.close_class(made, closed_on=made.last_day, by=by)
            if group == "can_bo":
                _certify(made, players, by)
    for title, kind, back in _DRILLS:
        held = max(clock.today() - timedelta(days=back), posting.valid_from)
        actions.record_drill(actions.DrillTerms(programme, area, title, kind, held), by=by)


def _certify(made: TrainingClass, players: Cast, by: Actor) -> None:
    """Certificates for those who held their posts then, of the communes with an account."""
    holders = [row for name, row in sorted(players.postings.items()) if "canbo.xa" in name]
    for number, holder in enumerate(holders, start=1):
        if holder.valid_from <= made.last_day:
            terms = actions.CertificateTerms(made, holder, made.last_day, f"{number:02}/CN-CAT")
            actions.record_certificate(terms, by=by)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), clock.VIETNAM)
