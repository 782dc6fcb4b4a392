"""What a program reads is what its official reads on the pages, and no more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phongtrao.api.views import description
from tests.api.conftest import Program
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db
Make = Callable[..., Program]


@pytest.fixture
def told(world: World) -> Any:
    """A round with one submitted report of Đăk Hà."""
    round_ = cases.open_round(world)
    return cases.submitted(world, round_, told=(("result", "Ra mắt mô hình"),))


def test_a_token_says_whose_it_is_and_what_it_may(world: World, program: Make) -> None:
    answer = program("Chi", "report.read", "report.fill").get("/me")
    assert answer.status_code == 200
    said = answer.json()
    assert said["capabilities"] == ["report.read", "report.fill"]
    assert said["area"]["code"] == "23500"
    assert (said["account"], said["body_kind"]) == ("Chi", "ca")


def test_areas_of_a_day_come_in_pieces_parents_first(world: World, program: Make) -> None:
    caller = program("Giang")
    first = caller.get("/areas", {"limit": 2}).json()
    rest = caller.get("/areas", {"limit": 50, "cursor": first["next"]}).json()
    codes = [area["code"] for area in first["items"] + rest["items"]]
    assert codes[:2] == ["00", "51"]
    assert len(codes) == 7
    assert rest["next"] is None
    old = caller.get("/areas", {"on": "2025-06-30", "level": "province"}).json()["items"]
    assert {area["code"] for area in old} == {"51", "62"}
    assert len(caller.get("/areas", {"within": "51"}).json()["items"]) == 4
    assert caller.get("/areas", {"within": "999"}).json() == {"items": [], "next": None}


def test_the_catalogue_and_the_forms_are_read(told: Any, program: Make) -> None:
    caller = program("An")
    codes, cursor = [], None
    while True:
        asked = {"limit": 90} | ({"cursor": cursor} if cursor else {})
        piece = caller.get("/indicators", asked).json()
        codes += [row["code"] for row in piece["items"]]
        if (cursor := piece["next"]) is None:
            break
    assert codes == sorted(set(codes))
    assert len(codes) > 150
    forms = caller.get("/templates").json()["items"]
    assert "bao-cao-6-thang" in [form["code"] for form in forms]
    detail = caller.get("/templates/bao-cao-6-thang").json()
    assert [cell["key"] for cell in detail["cells"]][:2] == ["CD01", "CD10"]
    assert caller.get("/templates/khong-co").status_code == 404


def test_a_report_is_read_with_states_and_versions(told: Any, program: Make) -> None:
    caller = program("An")
    [listed] = caller.get("/reports", {"state": "submitted"}).json()["items"]
    detail = caller.get(f"/reports/{listed['id']}").json()
    assert detail["cells"][0] == {"key": "CD01", "state": "value", "value": 5}
    assert detail["statements"] == [{"topic": "result", "text": "Ra mắt mô hình"}]
    assert detail["working_version"] is None
    [version] = detail["history"]
    again = caller.get(f"/reports/{listed['id']}/versions/1").json()
    assert again["hash"] == version["hash"]
    assert again["cells"] == detail["cells"]
    round_ = caller.get("/rounds").json()["items"][0]
    assert (round_["of"], round_["sent"]) == (3, 1)
    counted = caller.get(f"/rounds/{round_['id']}/completeness").json()
    assert counted["sent"] == counted["on_time"] == 1


def test_figures_are_those_of_the_roll_up_as_json_and_csv(told: Any, program: Make) -> None:
    caller = program("An")
    asked = {"indicator": ["CD01", "TT01"], "period": "2026-H1", "level": "province"}
    rows = caller.get("/figures", asked).json()
    assert [(r["area_code"], r["indicator"], r["value"], r["n"], r["of"]) for r in rows] == [
        ("51", "CD01", 5, 1, 3),
        ("51", "TT01", 20, 1, 3),
    ]
    lines = caller.get("/figures", asked | {"format": "csv"}).content.decode().splitlines()
    assert lines[0] == "area_code,area_name,period,indicator,value,n,of,estimated"
    assert lines[1] == "51,tỉnh Quảng Ngãi,2026-H1,CD01,5,1,3,False"


def test_outside_the_scope_there_is_nothing(told: Any, program: Make) -> None:
    stranger = program("Giang")
    assert stranger.get(f"/reports/{told.pk}").status_code == 404
    assert stranger.get(f"/reports/{told.pk}/versions/1").status_code == 404
    assert stranger.get(f"/rounds/{told.round_id}").status_code == 404
    assert stranger.get("/reports").json()["items"] == []
    asked = {"indicator": "CD01", "period": "2026-H1", "level": "province"}
    assert [row["area_code"] for row in stranger.get("/figures", asked).json()] == ["52"]


def test_no_call_asks_the_database_more_than_twenty_times(told: Any, program: Make) -> None:
    caller = program("An")
    addresses = ["/me", "/areas", "/indicators", "/templates", "/templates/bao-cao-6-thang",
                 "/rounds", f"/rounds/{told.round_id}", f"/rounds/{told.round_id}/completeness",
                 "/reports", f"/reports/{told.pk}", f"/reports/{told.pk}/versions/1",
                 "/figures?indicator=CD01&indicator=TT02&period=2026-H1&level=commune"]  # fmt: skip
    for address in addresses:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert caller.get(address).status_code == 200, address
        assert len(asked) <= 20, f"{address}: {len(asked)}"
    paths = {
        path.removeprefix("/api/v1")
        for path, told in description()["paths"].items()
        if "get" in told
    }
    assert len(paths) == len(addresses)
