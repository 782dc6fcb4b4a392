"""The demo's officials: invented names, one account a role, one password, loopback only."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import Account, AreaVersion, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role
from phongtrao.org.sign_in import DEMO_PASSWORD

SINCE = date(2025, 7, 1)
PROVINCE = "quang-ngai"
NEIGHBOUR = "gia-lai"


@dataclass(frozen=True, slots=True)
class Part:
    """One official of the demo."""

    username: str
    full_name: str
    kind: str
    place: str
    role: Role
    capacity: str


# place: a province's slug, "vn", or "xa1"…"xa3" for the communes that tell the story.
CAST = (
    Part("canbo.tinh", "Lê Thị Mẫu", "ca", PROVINCE, Role.OFFICER, "Cán bộ cơ quan thường trực"),
    Part("lanhdao.tinh", "Trần Văn Thử", "ca", PROVINCE, Role.LEADER, "Phó Giám đốc"),
    Part("vanthu.tinh", "Phạm Thị Ví Dụ", "ca", PROVINCE, Role.CLERK, "Cán bộ văn thư"),
    Part("canbo.mttq", "Võ Văn Giả Định", "mttq", PROVINCE, Role.OFFICER, "Chuyên viên"),
    Part("lanhdao.mttq", "Đỗ Thị Minh Họa", "mttq", PROVINCE, Role.LEADER, "Phó Chủ tịch"),
    Part("vanthu.mttq", "Bùi Văn Tập Làm", "mttq", PROVINCE, Role.CLERK, "Cán bộ văn thư"),
    Part("canbo.xa1", "Nguyễn Văn Thử Nghiệm", "ca", "xa1", Role.OFFICER, "Cán bộ tổng hợp"),
    Part("lanhdao.xa1", "Đinh Thị Thí Dụ", "ca", "xa1", Role.LEADER, "Trưởng Công an"),
    Part("canbo.xa2", "A Mẫu", "ca", "xa2", Role.OFFICER, "Cán bộ tổng hợp"),
    Part("canbo.xa3", "Y Ví Dụ", "ca", "xa3", Role.OFFICER, "Cán bộ tổng hợp"),
    Part("canbo.tinhkhac", "Hồ Văn Nơi Khác", "ca", NEIGHBOUR, Role.OFFICER, "Cán bộ tổng hợp"),
    Part("canbo.tw", "Vũ Thị Trung Ương", "ca", "vn", Role.OFFICER, "Cán bộ tổng hợp"),
    Part("nhatky", "Phan Văn Kiểm Tra", "ca", "vn", Role.AUDITOR, "Cán bộ kiểm tra nhật ký"),
    Part("quantri", "Lý Thị Quản Trị", "ca", "vn", Role.ADMINISTRATOR, "Quản trị hệ thống"),
)  # fmt: skip


@dataclass
class Cast:
    """Who plays, by user name; and one officer for each commune of the province."""

    postings: dict[str, Posting]
    commune_officers: dict[int, Posting]

    def actor(self, username: str) -> Actor:
        """One of the cast, acting on the clock's day."""
        return acting(self.postings[username])


def acting(posting: Posting) -> Actor:
    """The holder of a posting, acting on the clock's day."""
    return Actor(posting.account, posting, clock.today())


def make_cast(story_areas: list[int], province_id: int) -> Cast:
    """Open the accounts and appoint them; the other communes get an officer without sign-in."""
    places = _places(story_areas)
    postings = {part.username: _appoint(part, places[part.place]) for part in CAST}
    told = {p.body.area_id: p for p in postings.values() if p.role == Role.OFFICER}
    return Cast(postings, {**_commune_officers(province_id, set(told)), **told})


def account_lines() -> list[str]:
    """What `serve` prints: one line an account."""
    lines = [f"{part.username:<15} {part.capacity} ({_place_word(part.place)})" for part in CAST]
    return [f"Tài khoản dùng thử (mật khẩu chung: {DEMO_PASSWORD}):", *lines]


def _place_word(place: str) -> str:
    if place == "vn":
        return "trung ương"
    words = {PROVINCE: "tỉnh Quảng Ngãi", NEIGHBOUR: "tỉnh Gia Lai: không xem được Quảng Ngãi"}
    return words.get(place, f"cấp xã số {place[-1]}")


def _places(story_areas: list[int]) -> dict[str, int]:
    today = clock.today()
    provinces = AreaVersion.objects.on(today).filter(slug__in=[PROVINCE, NEIGHBOUR])
    country = AreaVersion.objects.on(today).get(level="country")
    return {
        "vn": country.lineage_id,
        **{version.slug: version.lineage_id for version in provinces},
        **{f"xa{number}": area for number, area in enumerate(story_areas[:3], start=1)},
    }


@cache
def _hashed() -> str:
    return make_password(DEMO_PASSWORD)


def _appoint(part: Part, area_id: int) -> Posting:
    # All of them have one password, printed on the screen: it is hashed once.
    account = Account.objects.create(
        username=part.username, password=_hashed(), full_name=part.full_name, is_demo=True
    )
    body = Body.objects.on(clock.today()).get(
        kind_id=part.kind, area_id=area_id, parent__isnull=True
    )
    return Posting.objects.create(
        account=account,
        body=body,
        role=part.role,
        capacity=part.capacity,
        basis="Số liệu giả định",
        valid_from=SINCE,
    )


def _commune_officers(province_id: int, told: set[int]) -> dict[int, Posting]:
    bodies = (
        Body.objects.on(clock.today())
        .filter(kind_id="ca", area__versions__parent_id=province_id, parent__isnull=True)
        .filter(area__versions__valid_to__isnull=True)
        .exclude(area_id__in=told)
        .distinct()
        .order_by("area_id")
    )
    officers = {}
    for number, body in enumerate(bodies, start=1):
        name = f"Cán bộ giả định {number:02d}"
        account = Account.objects.create_user(
            fold(name).replace(" ", "."), full_name=name, is_demo=True
        )
        officers[body.area_id] = Posting.objects.create(
            account=account,
            body=body,
            role=Role.OFFICER,
            capacity="Cán bộ tổng hợp",
            basis="Số liệu giả định",
            valid_from=SINCE,
        )
    return officers
