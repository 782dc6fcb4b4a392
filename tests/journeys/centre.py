"""The country as the central delegations of 2024 found it: provinces and a district of before.

Quảng Nam went into Đà Nẵng on 1/7/2025, Quảng Ngãi took Kon Tum in, and the district of Tư Nghĩa
ended; its commune of the same name keeps its steering committee's work.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from fractions import Fraction

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org import scope
from phongtrao.org.actions import area_changes
from phongtrao.org.models import AreaLineage, AreaVersion, Body, BodyKind
from phongtrao.org.queries import body_on
from phongtrao.org.reshaping.operations import NewArea, Order, Part, Reorganise
from phongtrao.org.roles import Role
from tests.world import World

SINCE, MERGER = date(2019, 1, 1), date(2025, 7, 1)
_KINDS = {
    "ca": ("Công an", "Bộ Công an", "Công an {area}"),
    "mttq": (
        "Mặt trận Tổ quốc Việt Nam",
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Ủy ban Mặt trận Tổ quốc Việt Nam {area}",
    ),
    "bcd138": ("Ban Chỉ đạo 138", "Ban Chỉ đạo 138 Trung ương", "Ban Chỉ đạo 138 {area}"),
}
# key: (id, code, name, type, level, parent)
_AREAS = {
    "vn": (1, "00", "Việt Nam", "", "country", None),
    "quang-nam": (2, "49", "Quảng Nam", "tỉnh", "province", "vn"),
    "da-nang": (3, "48", "Đà Nẵng", "thành phố", "province", "vn"),
    "quang-ngai": (4, "51", "Quảng Ngãi", "tỉnh", "province", "vn"),
    "kon-tum": (5, "62", "Kon Tum", "tỉnh", "province", "vn"),
    "tu-nghia": (6, "534", "Tư Nghĩa", "huyện", "district", "quang-ngai"),
}
_CAST = (
    ("Trung", "ca", "vn", Role.OFFICER),
    ("Lãnh", "ca", "vn", Role.LEADER),
    ("Mặt", "mttq", "vn", Role.OFFICER),
    ("Quản", "ca", "vn", Role.ADMINISTRATOR),
    ("Nam", "bcd138", "quang-nam", Role.OFFICER),
    ("Ngãi", "bcd138", "quang-ngai", Role.OFFICER),
    ("Nghĩa", "bcd138", "tu-nghia", Role.OFFICER),
    ("Kon", "bcd138", "kon-tum", Role.OFFICER),
)


def build_centre() -> World:
    """The areas, bodies and officials of the time before the merger."""
    scope.forget()
    world, paths = World(), dict[str, str]()
    for key, (pk, code, name, type_, level, parent) in _AREAS.items():
        paths[key] = (paths[parent] if parent else "") + f"{pk:06d}/"
        world.areas[key] = AreaLineage.objects.create(id=pk)
        AreaVersion.objects.create(
            lineage=world.areas[key], code=code, name=name, type=type_, level=level,
            parent=world.areas[parent] if parent else None, path=paths[key],
            name_folded=fold(name), sort_key=sort_key(name), valid_from=SINCE,
        )  # fmt: skip
    for code, (kind_name, country, below) in _KINDS.items():
        names = dict.fromkeys(("province", "district", "commune"), below) | {"country": country}
        kind = BodyKind.objects.create(code=code, name=kind_name, names=names)
        for key, (_pk, _code, name, type_, level, _parent) in _AREAS.items():
            full = names[level].format(area=f"{type_} {name}".strip())
            world.bodies[code, key] = Body.objects.create(
                kind=kind, area=world.areas[key], name=full, name_folded=fold(full),
                valid_from=SINCE,
            )  # fmt: skip
    for line in _CAST:
        world.add_posting(*line, valid_from=SINCE)
    return world


@contextmanager
def on(day: date, hour: int = 9) -> Iterator[None]:
    """The clock at an hour of a day."""
    with clock.set_to(datetime.combine(day, time(hour), clock.VIETNAM)):
        yield


def merge_provinces(world: World) -> None:
    """The acts of 1/7/2025; officials go on in the committees of today."""
    with on(MERGER):
        acts = (
            ("da-nang-moi", "Đà Nẵng", "thành phố", "48", ("quang-nam", "da-nang")),
            ("quang-ngai-moi", "Quảng Ngãi", "tỉnh", "51", ("quang-ngai", "kon-tum")),
        )
        for key, name, type_, code, old in acts:
            new = NewArea(code, name, type_, "province", world.area("vn").pk)
            _reorganised(world, key, new, old)
        parent = world.area("quang-ngai-moi").pk
        _reorganised(
            world, "tu-nghia-moi", NewArea("21259", "Tư Nghĩa", "xã", "commune", parent),
            ("tu-nghia",),
        )  # fmt: skip
    for name, key in (("Đà", "da-nang-moi"), ("Ngãi mới", "quang-ngai-moi"),
                      ("Nghĩa mới", "tu-nghia-moi")):  # fmt: skip
        world.add_posting(name, "bcd138", key, Role.OFFICER, valid_from=MERGER)


def _reorganised(world: World, key: str, new: NewArea, old: tuple[str, ...]) -> None:
    parts = tuple(Part(world.area(each).pk, 0, Fraction(1)) for each in old)
    act = Reorganise((new,), parts)
    order = Order(act, MERGER, "Nghị quyết về sắp xếp đơn vị hành chính")
    area_changes.carry_out(order, by=world.actor("Quản"))
    version = AreaVersion.objects.on(MERGER).get(name=new.name, level=new.level)
    world.areas[key] = version.lineage
    for code in _KINDS:
        body = body_on(code, version.lineage_id, MERGER, create=True)
        assert body is not None
        world.bodies[code, key] = body
