"""Loads programme packs from the package into the database; safe to repeat."""

import json
from importlib import resources
from typing import Any

from django.db import transaction

from phongtrao.core import search
from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import BodyKind
from phongtrao.planning.models import (
    Programme,
    ProgrammeAlias,
    ProgrammeContent,
    ProgrammeParty,
)
from phongtrao.planning.rules import name_key

PACK_07 = "programme_07"


@transaction.atomic
def load_pack(name: str = PACK_07) -> Programme:
    """Write a pack of `planning/data` as it stands in the package; the same pack twice is one.

    What users added (an alias, a mapping) stays. Raises Refused while the kinds of bodies that the
    pack names are not loaded.
    """
    pack = _read(name)
    _require_kinds(pack["parties"])
    fields = ("name", "short_name", "signed_on", "first_year", "last_year", "source", "is_verified")
    facts = {field: pack[field] for field in fields}
    facts["search_folded"] = fold("\n".join(str(pack[x]) for x in ("code", "name", "short_name")))
    # Founded programmes may bear the same number; a pack has no home body.
    programme, _made = Programme.objects.update_or_create(
        code=pack["code"], home_body=None, defaults=facts
    )
    for alias in pack["aliases"]:
        ProgrammeAlias.objects.update_or_create(
            key=name_key(alias), defaults={"programme": programme, "text": alias}
        )
    for position, kind in enumerate(pack["parties"], start=1):
        ProgrammeParty.objects.update_or_create(
            programme=programme, kind_id=kind, defaults={"position": position}
        )
    for position, content in enumerate(pack["contents"], start=1):
        ProgrammeContent.objects.update_or_create(
            programme=programme,
            position=position,
            defaults={
                "code": content["code"],
                "name": content["name"],
                "is_separate_regime": content.get("is_separate_regime", False),
            },
        )
    search.refresh(Programme, [programme.pk])
    return programme


def _read(name: str) -> dict[str, Any]:
    text = resources.files("phongtrao.planning").joinpath(f"data/{name}.json").read_text("utf-8")
    pack: dict[str, Any] = json.loads(text)
    return pack


def _require_kinds(codes: list[str]) -> None:
    known = set(BodyKind.objects.filter(code__in=codes).values_list("code", flat=True))
    missing = [code for code in codes if code not in known]
    if missing:
        raise Refused(
            N_(
                "Chưa có loại cơ quan %(codes)s nên chưa nạp chương trình. "
                "Hãy nạp danh mục địa bàn, cơ quan trước."
            ),
            code="kinds_missing",
            codes=", ".join(missing),
        )
