"""A small country to test in.

Quảng Ngãi has three communes and Kon Tum as its predecessor; Gia Lai is the other province, whose
people must never see anything of Quảng Ngãi. The cast: An, officer of the provincial police
(standing body); Bình, its leader; Chi, officer of a commune's police; Dũng, officer of the
provincial Front; Giang, officer in Gia Lai.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org.models import (
    Account,
    AreaLineage,
    AreaVersion,
    Body,
    BodyKind,
    Posting,
    Succession,
)
from phongtrao.org.permissions import Actor, actor_for
from phongtrao.org.roles import Role
from tests.replay import Replayed

MERGER = date(2025, 7, 1)
HORIZON = date(2025, 1, 1)
PASSWORD = "mat-khau-dai-12"
KINDS = {
    "ca": (
        "Công an",
        {"country": "Bộ Công an", "province": "Công an {area}", "commune": "Công an {area}"},
    ),
    "mttq": (
        "Mặt trận Tổ quốc",
        {
            "country": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            "province": "Ủy ban Mặt trận Tổ quốc Việt Nam {area}",
            "commune": "Ủy ban Mặt trận Tổ quốc Việt Nam {area}",
        },
    ),
    "ubnd": (
        "Ủy ban nhân dân",
        {"province": "Ủy ban nhân dân {area}", "commune": "Ủy ban nhân dân {area}"},
    ),
}


@dataclass
class World:
    """What the tests name."""

    areas: dict[str, AreaLineage] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    postings: dict[str, Posting] = field(default_factory=dict)

    def area(self, key: str) -> AreaLineage:
        """An area by its key: vn, quang-ngai, gia-lai, kon-tum, dak-ha, ba-to, ly-son, chu-se."""
        return self.areas[key]

    def body(self, kind: str, area: str) -> Body:
        """A body by kind and area key."""
        return self.bodies[kind, area]

    def posting(self, name: str) -> Posting:
        """The posting of one of the cast."""
        return self.postings[name]

    def actor(self, name: str) -> Actor:
        """One of the cast, acting in his posting today."""
        posting = self.postings[name]
        return actor_for(posting.account, clock.today(), posting_id=posting.pk)

    def add_posting(
        self,
        name: str,
        kind: str,
        area: str,
        role: str,
        *,
        valid_from: date = HORIZON,
        valid_to: date | None = None,
    ) -> Posting:
        """One more official."""
        posting = self._posting(name, kind, area, role)
        posting.valid_from, posting.valid_to = valid_from, valid_to
        posting.save()
        return posting

    def add_cast(self) -> None:
        """The officials that are always there."""
        Posting.objects.bulk_create([self._posting(*line) for line in _CAST])

    def _posting(self, name: str, kind: str, area: str, role: str) -> Posting:
        """A posting that is not saved yet, with a saved account."""
        account = Account(
            username=f"{fold(name).replace(' ', '-')}.{len(self.postings)}",
            password=_hashed(PASSWORD),
            full_name=name,
        )
        account.save(force_insert=True)
        self.postings[name] = Posting(
            account=account,
            body=self.bodies[kind, area],
            role=role,
            capacity="Cán bộ" if role != Role.LEADER else "Lãnh đạo",
            valid_from=HORIZON,
        )
        return self.postings[name]


@cache
def _hashed(password: str) -> str:
    """The world is made thousands of times; its password is hashed once."""
    return make_password(password)


# key: (id, code, name, type, level, parent key, valid from, valid to)
_AREAS = {
    "vn": (1, "00", "Việt Nam", "", "country", None, HORIZON, None),
    "kon-tum": (2, "62", "Kon Tum", "tỉnh", "province", "vn", HORIZON, MERGER),
    "quang-ngai-old": (3, "51", "Quảng Ngãi", "tỉnh", "province", "vn", HORIZON, MERGER),
    "quang-ngai": (4, "51", "Quảng Ngãi", "tỉnh", "province", "vn", MERGER, None),
    "gia-lai": (5, "52", "Gia Lai", "tỉnh", "province", "vn", MERGER, None),
    "dak-ha": (6, "23500", "Đăk Hà", "xã", "commune", "quang-ngai", MERGER, None),
    "ba-to": (7, "21484", "Ba Tơ", "xã", "commune", "quang-ngai", MERGER, None),
    "ly-son": (8, "21548", "Lý Sơn", "đặc khu", "commune", "quang-ngai", MERGER, None),
    "chu-se": (9, "23942", "Chư Sê", "xã", "commune", "gia-lai", MERGER, None),
}
_CAST = [
    ("An", "ca", "quang-ngai", Role.OFFICER),
    ("Bình", "ca", "quang-ngai", Role.LEADER),
    ("Vân", "ca", "quang-ngai", Role.CLERK),
    ("Dũng", "mttq", "quang-ngai", Role.OFFICER),
    ("Dương", "mttq", "quang-ngai", Role.LEADER),
    ("Chi", "ca", "dak-ha", Role.OFFICER),
    ("Cường", "ca", "dak-ha", Role.LEADER),
    ("Ba", "ca", "ba-to", Role.OFFICER),
    ("Lý", "ca", "ly-son", Role.OFFICER),
    ("Giang", "ca", "gia-lai", Role.OFFICER),
    ("Gấm", "ca", "gia-lai", Role.LEADER),
    ("Trung", "ca", "vn", Role.OFFICER),
    ("Kiểm", "ca", "vn", Role.AUDITOR),
    ("Quản", "ca", "vn", Role.ADMINISTRATOR),
]


def build_world() -> World:
    """The country, its bodies and its cast."""
    return _WORLD()


def _made_world() -> World:
    world = World()
    _make_areas(world)
    _make_bodies(world)
    world.add_cast()
    return world


_WORLD = Replayed(_made_world)


def _make_areas(world: World) -> None:
    paths: dict[str, str] = {}
    world.areas = {key: AreaLineage(id=pk) for key, (pk, *_) in _AREAS.items()}
    AreaLineage.objects.bulk_create(world.areas.values())
    versions = []
    for key, (pk, code, name, type_, level, parent, start, end) in _AREAS.items():
        paths[key] = (paths[parent] if parent else "") + f"{pk:06d}/"
        versions.append(
            AreaVersion(
                lineage=world.areas[key],
                code=code,
                name=name,
                type=type_,
                level=level,
                parent=world.areas[parent] if parent else None,
                path=paths[key],
                name_folded=fold(name),
                sort_key=sort_key(name),
                valid_from=start,
                valid_to=end,
            )
        )
    AreaVersion.objects.bulk_create(versions)
    Succession.objects.bulk_create(_merged(world, old) for old in ("kon-tum", "quang-ngai-old"))


def _merged(world: World, old: str) -> Succession:
    return Succession(
        predecessor=world.areas[old],
        successor=world.areas["quang-ngai"],
        share_numerator=1,
        share_denominator=1,
        kind="merge",
        on=MERGER,
        source="default",
        is_estimated=False,
    )


def _make_bodies(world: World) -> None:
    kinds = {
        code: BodyKind(code=code, name=name, names=names) for code, (name, names) in KINDS.items()
    }
    BodyKind.objects.bulk_create(kinds.values())
    for code, kind in kinds.items():
        for key, (_, _, area_name, type_, level, _, start, end) in _AREAS.items():
            if level not in kind.names:
                continue
            full = kind.names[level].format(area=f"{type_} {area_name}".strip())
            world.bodies[code, key] = Body(
                kind=kind,
                area=world.areas[key],
                name=full,
                name_folded=fold(full),
                valid_from=start,
                valid_to=end,
            )
    Body.objects.bulk_create(world.bodies.values())
