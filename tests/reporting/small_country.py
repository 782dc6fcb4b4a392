"""The oracle's country in the database, and files of figures about it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from phongtrao.core.audit import Service
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org import scope
from phongtrao.org.models import AreaLineage, AreaVersion, BodyKind, Succession
from phongtrao.reporting.actions.value_imports import ImportedValues, import_values
from phongtrao.reporting.imports import load_indicators
from phongtrao.reporting.imports.catalogue import _CATALOGUE
from phongtrao.reporting.imports.value_checks import check_values
from phongtrao.reporting.imports.value_files import read_values
from tests.reporting import oracle

BY = Service("cli:thu")
HEAD = "area_code,on,period,indicator,value"
KINDS = {
    "ca": {"province": "Công an {area}", "district": "Công an {area}",
           "commune": "Công an {area}", "country": "Bộ Công an"},
    "mttq": {"province": "Mặt trận {area}", "commune": "Mặt trận {area}"},
}  # fmt: skip


def build() -> None:
    """Areas, successions, kinds of bodies (no body stands yet) and the catalogue."""
    AreaLineage.objects.bulk_create(AreaLineage(id=each) for each in oracle.AREAS)
    AreaVersion.objects.bulk_create(
        AreaVersion(
            lineage_id=area, code=code, name=name, type={"commune": "xã"}.get(level, ""),
            level=level, parent_id=parent, path=_path(area, first), name_folded=fold(name),
            sort_key=sort_key(name), valid_from=first,
            valid_to=None if end == oracle.END else end,
        )
        for area, life in oracle.AREAS.items()
        for code, name, level, parent, first, end in life
    )  # fmt: skip
    Succession.objects.bulk_create(
        Succession(
            predecessor_id=old, successor_id=new, share_numerator=share.numerator,
            share_denominator=share.denominator, kind="part" if share != 1 else "whole", on=day,
            source="default", is_estimated=guess,
        )
        for old, new, share, guess, day in oracle.LINKS
    )  # fmt: skip
    # Where districts lay is derived from their communes: nobody reports for them.
    Succession.objects.bulk_create(
        Succession(
            predecessor_id=district, successor_id=commune, share_numerator=1, share_denominator=3,
            kind="derived", on=oracle.MERGER, source="derived", is_estimated=True,
        )
        for district, communes in ((21, (201,)), (31, (106, 202, 203)))
        for commune in communes
    )  # fmt: skip
    BodyKind.objects.bulk_create(
        BodyKind(code=code, name=code, names=names) for code, names in KINDS.items()
    )
    load_indicators(_CATALOGUE)
    scope.forget()


def write(path: Path, lines: Iterable[str], head: str = HEAD) -> Path:
    """A CSV file."""
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return path


def take(path: Path) -> ImportedValues:
    """Read, check and record a file."""
    return import_values(check_values(read_values(path)), by=BY)


def _path(area: int, day: date) -> str:
    return "".join(f"{each:06d}/" for each in reversed(oracle.above(area, day)))
