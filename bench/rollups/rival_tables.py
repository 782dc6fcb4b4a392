"""The tables of a DHIS2-style PostgreSQL: wide analytics rows, a partition a year, many btrees.

Only their SQL is modelled: no Java, no HTTP, no resource tables to generate. It is a best case of
that design, and never to be called by the name of the product it is like.
"""

import hashlib
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import psycopg
import pyarrow.csv
import pyarrow.parquet as pq

from bench.rollups.dataset import Shape, fact_file, steps_of, units_of

_LETTERS, _SIGNS = string.ascii_letters, string.ascii_letters + string.digits
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Every shape of period has a column; those that a monthly value does not know stay empty.
PERIODS = (
    "daily", "weekly", "biweekly", "monthly", "bimonthly", "quarterly", "quarterlynov",
    "sixmonthly", "sixmonthlyapril", "sixmonthlynov", "yearly", "financialapril", "financialjuly",
    "financialoct", "financialnov",
)  # fmt: skip
COLUMNS = (
    ("id", "text"), ("oug1", "char(11)"), ("deg1", "char(11)"), ("uidlevel1", "char(11)"),
    ("uidlevel2", "char(11)"), ("uidlevel3", "char(11)"), *((name, "text") for name in PERIODS),
    ("dx", "char(11) not null"), ("co", "char(11) not null"), ("ao", "char(11) not null"),
    ("pestartdate", "timestamp"), ("peenddate", "timestamp"), ("year", "int not null"),
    ("pe", "text not null"), ("ou", "char(11) not null"), ("oulevel", "int"),
    ("approvallevel", "int"), ("daysxvalue", "float8"), ("daysno", "int not null"),
    ("value", "float8"), ("textvalue", "text"),
)  # fmt: skip
# One btree a dimension, two pairs of its own; the last four are the published tuning.
INDEXES = (
    "oug1", "deg1", "uidlevel1", "uidlevel2", "uidlevel3", "monthly", "quarterly", "sixmonthly",
    "yearly", "financialapril", "dx", "pestartdate", "year", "pe", "ou", "dx, co", "dx, ao",
    "dx, uidlevel2", "dx, uidlevel3", "dx, monthly", "dx, yearly",
)  # fmt: skip


def uid(kind: str, number: int) -> str:
    """An identifier of eleven signs, the first one a letter; always the same for one thing."""
    digest = int.from_bytes(hashlib.sha256(f"{kind}{number}".encode()).digest()[:12], "big")
    digest, first = divmod(digest, len(_LETTERS))
    signs = [_LETTERS[first]]
    for _ in range(10):
        digest, sign = divmod(digest, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)


def make_dimensions(db: psycopg.Connection, shape: Shape) -> None:
    """Units with their province, indicators, months, and what became of closed units."""
    db.execute(
        "CREATE TABLE unit (unit int PRIMARY KEY, uid char(11), province char(11), since int,"
        " until int)"
    )
    db.execute("CREATE TABLE indicator (indicator smallint PRIMARY KEY, uid char(11))")
    db.execute("CREATE TABLE became (old_uid char(11), new_uid char(11), weight float8)")
    _copy(db, "unit", _units(shape))
    _copy(db, "indicator", ((n, uid("indicator", n)) for n in range(shape.indicators)))
    _copy(db, "became", _became(shape))
    db.execute("CREATE INDEX ON became (old_uid)")
    columns = ", ".join(f"{name} text" for name in PERIODS)
    db.execute(
        "CREATE TABLE period (month int PRIMARY KEY, first_day timestamp, last_day timestamp,"
        f" {columns})"
    )
    _copy(db, "period", (_period(shape, month) for month in range(shape.months)))
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS)
    db.execute(f"CREATE UNLOGGED TABLE analytics ({columns}) PARTITION BY LIST (year)")
    db.execute("ANALYZE")


def load_year(db: psycopg.Connection, folder: Path, year: int) -> None:
    """The plain figures of a year, as they lie in the file: indicator, month, unit."""
    db.execute(
        f"CREATE UNLOGGED TABLE figures_{year}"
        " (indicator smallint, month int, unit int, value float8)"
    )
    with db.cursor().copy(f"COPY figures_{year} FROM STDIN (FORMAT csv)") as copy:
        for batch in pq.ParquetFile(fact_file(folder, year)).iter_batches(262_144):
            held = BytesIO()
            pyarrow.csv.write_csv(batch, held, pyarrow.csv.WriteOptions(include_header=False))
            copy.write(held.getbuffer())


def fill_year(db: psycopg.Connection, year: int) -> None:
    """The partition of a year, filled from the plain figures, which are then dropped."""
    db.execute(
        f"CREATE UNLOGGED TABLE analytics_{year} (LIKE analytics, CHECK (year = {year}))"
        " WITH (autovacuum_enabled = false)"
    )
    root, co, ao = uid("root", 0), uid("co", 0), uid("ao", 0)
    periods = ", ".join(f"p.{name}" for name in PERIODS)
    days = "extract(day FROM p.last_day)::int"
    db.execute(f"ANALYZE figures_{year}")
    db.execute(f"""
        INSERT INTO analytics_{year}
        SELECT i.uid || '-' || p.monthly || '-' || u.uid || '-{co}-{ao}', u.province, i.uid,
               '{root}', u.province, u.uid, {periods}, i.uid, '{co}', '{ao}', p.first_day,
               p.last_day, {year}, p.monthly, u.uid, 3, 0, f.value * {days}, {days}, f.value, NULL
        FROM figures_{year} f JOIN indicator i USING (indicator) JOIN unit u USING (unit)
             JOIN period p USING (month)""")
    db.execute(f"DROP TABLE figures_{year}")


def index_year(db: psycopg.Connection, year: int) -> None:
    """The btrees of a partition, and its statistics."""
    for columns in INDEXES:
        db.execute(f"CREATE INDEX ON analytics_{year} ({columns})")
    db.execute(f"VACUUM ANALYZE analytics_{year}")


def attach_year(db: psycopg.Connection, year: int) -> None:
    """Only now do questions to the whole see the year."""
    db.execute(f"ALTER TABLE analytics ATTACH PARTITION analytics_{year} FOR VALUES IN ({year})")


def _copy(db: psycopg.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    with db.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _units(shape: Shape) -> Iterator[tuple[object, ...]]:
    units, merged = units_of(shape), shape.year_month(shape.merged_at)
    before = shape.year_month(shape.merged_at - 1)
    every = zip(units.number.tolist(), units.province.tolist(), units.is_closed, units.is_new,
                strict=True)  # fmt: skip
    for number, province, is_closed, is_new in every:
        since = merged if is_new else shape.year_month(0)
        until = before if is_closed else 999912
        yield number, uid("unit", number), uid("province", province), since, until


def _became(shape: Shape) -> Iterator[tuple[object, ...]]:
    """Units of today stay what they are; closed ones are followed by their parts."""
    for number in range(shape.units):
        yield uid("unit", number), uid("unit", number), 1.0
    for step in steps_of(shape):
        weight = step.numerator / step.denominator
        yield uid("unit", step.closed), uid("unit", step.unit), weight


def _period(shape: Shape, month: int) -> tuple[object, ...]:
    year, number = divmod(shape.year_month(month), 100)
    november = (number + 1) // 3 % 4 + 1  # the quarter of a year that begins in November
    named = {
        "monthly": f"{year}{number:02d}",
        "bimonthly": f"{year}{(number + 1) // 2:02d}B",
        "quarterly": f"{year}Q{(number + 2) // 3}",
        "quarterlynov": f"{year}NovQ{november}",
        "sixmonthly": f"{year}S{1 if number <= 6 else 2}",
        "sixmonthlyapril": f"{year}AprilS{1 if 4 <= number <= 9 else 2}",
        "sixmonthlynov": f"{year}NovS{1 if number in {11, 12, 1, 2, 3, 4} else 2}",
        "yearly": f"{year}",
        **{
            f"financial{name.lower()[:5]}": f"{year - (number < first)}{name}"
            for first, name in ((4, "April"), (7, "July"), (10, "Oct"), (11, "Nov"))
        },
    }
    last = 31 - ((number - 1) % 7 % 2) if number != 2 else 29 if year % 4 == 0 else 28
    ends = (f"{year}-{number:02d}-01", f"{year}-{number:02d}-{last}")
    return shape.year_month(month), *ends, *(named.get(name) for name in PERIODS)
