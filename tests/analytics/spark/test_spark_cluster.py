"""The same expressions on a real Spark cluster give what DuckDB and the specification give."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from phongtrao.analytics.general.backends import DuckDBBackend, SparkBackend, spark_session
from phongtrao.analytics.general.batches import Question
from phongtrao.analytics.general.path import answer
from phongtrao.analytics.general.places import places_of
from phongtrao.reporting.rules.figures import Geography
from phongtrao.reporting.rules.roll_up import roll_up
from tests.analytics.general.worlds import RULES, World, written
from tests.analytics.spark.cluster import QUICK, WORKERS, missing, standalone_cluster

pytestmark = [
    pytest.mark.spark,
    # Spark's bridge to Java leaves sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

_LACKING = missing()
if _LACKING and os.environ.get("CI") == "true":
    pytest.fail(f"Thiếu {_LACKING}: trong CI nhóm Spark phải chạy.", pytrace=False)
elif _LACKING:
    pytest.skip(f"Bỏ qua nhóm Spark: thiếu {_LACKING}.", allow_module_level=True)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with standalone_cluster(tmp_path_factory.mktemp("spark")) as address:
        yield address


@pytest.fixture(scope="module")
def session(cluster: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    found = spark_session(
        cluster,
        **{
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.memory": "1g",
            "spark.driver.extraJavaOptions": QUICK,
            "spark.executor.memory": "512m",
            "spark.executor.extraJavaOptions": QUICK,
            # Both workers must be there before the first question is asked.
            "spark.cores.max": str(WORKERS),
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime": "120s",
            "spark.ui.showConsoleProgress": "false",
            # Hundreds of rows: planning and compiling would take all of the time.
            "spark.sql.shuffle.partitions": "1",
            "spark.sql.adaptive.enabled": "false",
            "spark.sql.codegen.wholeStage": "false",
            "spark.sql.codegen.factoryMode": "NO_CODEGEN",
            "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        },
    )
    # Its last words come when the streams of the test run are closed already.
    for name in ("py4j", "py4j.clientserver", "py4j.java_gateway"):
        logging.getLogger(name).setLevel(logging.ERROR)
    yield found
    found.stop()


def test_two_workers_do_the_work(cluster: str, session: Any) -> None:
    context = session.sparkContext
    assert context.master == cluster
    assert session.range(0, 100, 1, 4).count() == 100
    # The driver keeps blocks as well and is counted among them.
    assert context._jsc.sc().getExecutorMemoryStatus().size() == WORKERS + 1


@pytest.mark.parametrize(
    ("codes", "has_closed_areas"),
    [(("F", "S", "D", "T"), False), (("R", "M"), False), (("F", "S"), True), (("R",), True)],
    ids=["sums", "quotients", "sums of closed areas", "quotients of closed areas"],
)
def test_every_answer_is_that_of_duckdb_and_of_the_specification(
    session: Any, tmp_path: Path, codes: tuple[str, ...], has_closed_areas: bool
) -> None:
    world = World(5)
    files = written(world, tmp_path)
    where = next(g for g in iter(world.geography, None) if has_closed_areas == _inherits(g))
    asked = [(code, period) for code in codes for period in world.asked()[-4:]]
    places = places_of(where)
    questions = [Question(code, period, places) for code, period in asked]
    duckdb, spark = DuckDBBackend(files), SparkBackend(files, session)
    by_duckdb = answer(questions, world.asking(), duckdb)
    by_spark = answer(questions, world.asking(), spark)
    table = world.figures()
    for (code, period), one, other in zip(asked, by_duckdb, by_spark, strict=True):
        expected = roll_up(code, RULES, table, period, where)
        assert one == expected, (code, period.label)
        assert other == expected, (code, period.label)
    assert any(figure.n for found in by_spark for figure in found.values())
    duckdb.close()


def _inherits(where: Geography) -> bool:
    return bool(places_of(where).heirs)
