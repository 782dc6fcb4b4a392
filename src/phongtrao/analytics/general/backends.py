"""Where the expressions run: DuckDB in this process, or Apache Spark for those who outgrow it.

Both read the same Parquet files and run the same expression objects, each compiled once a process
and shape.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from phongtrao.analytics.general.files import RecordFiles
from phongtrao.analytics.general.shapes import Shape
from phongtrao.analytics.general.tables import CELLS, REPORTS, Columns

# What one process may take, beside a server on two cores.
DUCKDB_THREADS, DUCKDB_MEMORY = 2, "1GB"


class Backend(Protocol):
    """Runs the expression of a shape over the record and the tables of a batch."""

    def run(self, shape: Shape, tables: Mapping[str, Any]) -> Any:
        """The rows of the answer as an Arrow table."""

    def close(self) -> None:
        """Let go of files and connections."""


class DuckDBBackend:
    """The record in DuckDB: read-only views over the Parquet files, nothing is copied."""

    def __init__(self, files: RecordFiles, *, threads: int = DUCKDB_THREADS) -> None:
        import duckdb  # late: pages never need it

        self._connection = duckdb.connect(
            config={
                "threads": threads,
                "memory_limit": DUCKDB_MEMORY,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "allow_community_extensions": False,
                "python_enable_replacements": False,
            }
        )
        self._connection.execute("set parquet_metadata_cache = true")
        self._connection.execute("set preserve_insertion_order = false")
        for name, columns, paths in _views(files):
            self._connection.execute(f"create view {name} as {_view_sql(columns, paths)}")
        folders = sorted({str(file.parent) for file in (*files.cells, *files.reports)})
        self._connection.execute("set allowed_directories = $folders", {"folders": folders})
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def run(self, shape: Shape, tables: Mapping[str, Any]) -> Any:
        """See `Backend`; safe to call from several threads."""
        with self._connection.cursor() as cursor:
            for name, table in tables.items():
                cursor.register(name, table)
            return cursor.sql(_as_one(compiled(shape, "duckdb"))).to_arrow_table()

    def close(self) -> None:
        """See `Backend`."""
        self._connection.close()


class SparkBackend:
    """The record on a Spark cluster; its workers must see the Parquet files under the same path."""

    def __init__(self, files: RecordFiles, session: Any) -> None:
        self._session = session
        self._files = files

    def run(self, shape: Shape, tables: Mapping[str, Any]) -> Any:
        """See `Backend`."""
        *kept, (_name, answer) = compiled(shape, "pyspark")
        with self._views(tables, [name for name, _sql in kept]) as session:
            for name, sql in kept:
                # Made once, and forgotten how: plans that contain each other grow without end.
                session.sql(sql).localCheckpoint(eager=True).createOrReplaceTempView(name)
            return session.sql(answer).toArrow()

    def close(self) -> None:
        """See `Backend`; the session belongs to whoever made it."""

    @contextmanager
    def _views(self, tables: Mapping[str, Any], kept: Sequence[str]) -> Iterator[Any]:
        """A session of its own, so that tables of two questions never meet."""
        session = self._session.newSession()
        for name, _columns, paths in _views(self._files):
            session.read.parquet(*map(str, paths)).createOrReplaceTempView(name)
        for name, table in tables.items():
            # Small by nature: every worker gets all of it.
            rows = session.createDataFrame(table).coalesce(1).hint("broadcast")
            rows.createOrReplaceTempView(name)
        try:
            yield session
        finally:
            for name in ("stored", "reports", *tables, *kept):
                session.catalog.dropTempView(name)


def spark_session(master: str, **settings: str) -> Any:
    """A session on a cluster (``spark://host:7077``); a sum that overflows is an error."""
    from pyspark.sql import SparkSession  # late: an extra

    builder = SparkSession.builder.appName("phongtrao").master(master)
    fixed = {
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
    }
    for name, value in {**fixed, **settings}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


@lru_cache(maxsize=256)
def compiled(shape: Shape, dialect: str) -> tuple[tuple[str, str], ...]:
    """The SQL of the expressions of a shape; ibis takes its time for it, so once a process."""
    import ibis  # late: pages never need it

    from phongtrao.analytics.general.expressions import expressions  # late: imports ibis

    # Joining neighbouring steps would take most of the time, and engines do it themselves.
    ibis.options.sql.fuse_selects = False
    return tuple(
        (name, str(ibis.to_sql(rows, dialect=dialect, pretty=False)))
        for name, rows in expressions(shape)
    )


def _as_one(steps: Sequence[tuple[str, str]]) -> str:
    """The kept steps and the answer as one statement."""
    *kept, (_name, answer) = steps
    if not kept:
        return answer
    named = ", ".join(f"{name} as materialized ({sql})" for name, sql in kept)
    return f"with {named} select * from ({answer})"


def _views(files: RecordFiles) -> Iterator[tuple[str, Columns, Sequence[Path]]]:
    yield "stored", CELLS, files.cells
    yield "reports", REPORTS, files.reports


def _view_sql(columns: Columns, files: Sequence[Path]) -> str:
    """The files as one relation; without any file an empty one of the same columns."""
    if files:
        names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
        return f"select * from read_parquet([{names}])"
    kinds = {"int8": "tinyint", "int16": "smallint", "int32": "integer", "int64": "bigint"}
    empty = ", ".join(f"null::{kinds[kind]} as {name}" for name, kind in columns.items())
    return f"select {empty} limit 0"
