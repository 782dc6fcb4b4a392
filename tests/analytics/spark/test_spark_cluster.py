"""The same expressions on a real Spark cluster give what DuckDB and the specification give."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from phongtrao.analytics.general.backends import DuckDBBackend, SparkBackend, spark_session
from phongtrao.analytics.general.batches import Question
from phongtrao.analytics.general.path import answer
from phongtrao.analytics.general.places import places_of
from phongtrao.reporting.rules.roll_up import roll_up
from tests.analytics.general.worlds import RULES, World, written
from tests.analytics.spark.cluster import QUICK, WORKERS, missing, standalone_cluster

pytestmark = pytest.mark.spark

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
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        },
    )
    yield found
    found.stop()


def test_two_workers_do_the_work(cluster: str, session: Any) -> None:
    context = session.sparkContext
    assert context.master == cluster
    assert session.range(0, 100, 1, 4).count() == 100
    # The driver keeps blocks as well and is counted among them.
    assert context._jsc.sc().getExecutorMemoryStatus().size() == WORKERS + 1


def test_every_answer_is_that_of_duckdb_and_of_the_specification(
    session: Any, tmp_path: Path
) -> None:
    world = World(0)
    files = written(world, tmp_path)
    geographies = [world.geography() for _n in range(2)]
    places = [places_of(each) for each in geographies]
    questions = [(code, period, n) for n in range(2) for period in world.asked() for code in RULES]
    asked = [Question(code, period, places[n]) for code, period, n in questions]
    duckdb, spark = DuckDBBackend(files), SparkBackend(files, session)
    by_duckdb = answer(asked, world.asking(), duckdb)
    by_spark = answer(asked, world.asking(), spark)
    table = world.figures()
    for (code, period, n), one, other in zip(questions, by_duckdb, by_spark, strict=True):
        expected = roll_up(code, RULES, table, period, geographies[n])
        assert one == expected, (code, period.label)
        assert other == expected, (code, period.label)
    duckdb.close()
