"""Which entries tell of one model: a few pairs by hand, and a labelled set written apart."""

import json
import sys
from pathlib import Path

import pytest

from phongtrao.fieldwork.exemplars.rules import Described, likeness

SET = Path(__file__).parent / "data" / "model_pairs.jsonl"
# Both held out at first; read since by whoever mended the rules. See data/README.md.
HELDOUT = SET.with_name("model_pairs_heldout.jsonl")
THIRD = SET.with_name("model_pairs_third.jsonl")
# Read by nobody who mends the rules.
FOURTH = SET.with_name("model_pairs_fourth.jsonl")
LEAST_F1 = {SET: 0.95, HELDOUT: 0.92, THIRD: 0.9, FOURTH: 0.9}
HERE = {"area": "xã Đăk Hà", "province": "tỉnh Quảng Ngãi", "field": "toi_pham", "kind": "camera"}
FIRE = HERE | {"field": "pccc", "kind": "lien_gia"}


def _pair(first: dict[str, str], second: dict[str, str], base: dict[str, str]) -> bool:
    return likeness(Described(**base | first), Described(**base | second)).same


@pytest.mark.parametrize(
    ("first", "second", "base"),
    [
        ({"name": "Camera an ninh"}, {"name": "Mô hình “Camera an ninh” xã Đăk Hà"}, HERE),
        ({"name": "Camera an ninh"}, {"name": "Camera giám sát ANTT"}, HERE),
        ({"name": "Camera an ninh"}, {"name": "Camera an nin"}, HERE),
        (
            {"name": "Tổ liên gia an toàn PCCC"},
            {"name": "tổ liên gia an toàn phòng cháy, chữa cháy"},
            FIRE,
        ),
        (
            {"name": "Tổ liên gia an toàn PCCC thôn 2"},
            {"name": "Tổ liên gia AN TOÀN PCCC và CNCH thôn 02"},
            FIRE,
        ),
        ({"name": "Tiếng kẻng an ninh"}, {"name": "Kẻng an ninh"}, HERE),
        (
            {"name": "Camera an ninh", "area": "thị trấn Đăk Hà", "province": "tỉnh Kon Tum"},
            {"name": "Camera an ninh"},
            HERE,
        ),
    ],
)
def test_one_model_written_twice_is_seen(
    first: dict[str, str], second: dict[str, str], base: dict[str, str]
) -> None:
    assert _pair(first, second, base)


@pytest.mark.parametrize(
    ("first", "second", "base"),
    [
        ({"name": "Camera an ninh"}, {"name": "Camera an ninh", "area": "xã Ba Tơ"}, HERE),
        ({"name": "Camera an ninh thôn 2"}, {"name": "Camera an ninh thôn 3"}, HERE),
        ({"name": "Tổ tự quản số 1"}, {"name": "Tổ tự quản số 2"}, HERE),
        ({"name": "Camera an ninh"}, {"name": "Kẻng an ninh", "kind": "keng_loa"}, HERE),
        ({"name": "Tổ liên gia an toàn PCCC"}, {"name": "Điểm chữa cháy công cộng"}, FIRE),
        ({"name": "Bến đò an toàn ANTT"}, {"name": "Bệnh viện an toàn ANTT"}, HERE),
        ({"name": "Cổng trường an toàn"}, {"name": "Khu nhà trọ an toàn"}, HERE),
        ({"name": "Camera an ninh"}, {"name": "Camera an ninh", "province": "tỉnh Gia Lai"}, HERE),
        (
            {"name": "Trường học an toàn", "lead": "Trường Tiểu học số 1"},
            {"name": "Trường học an toàn", "lead": "Trường Mầm non Hoa Mai"},
            HERE,
        ),
        (
            {"name": "Đèn an ninh xóm Bãi", "lead": "Hội Cựu chiến binh"},
            {"name": "Kẻng an ninh xóm Bãi", "lead": "Hội Cựu chiến binh"},
            HERE,
        ),
        (  # two wards of one day that later went into one
            {"name": "Kẻng an ninh", "area": "phường Trần Phú", "province": "Bình Định"},
            {"name": "Kẻng an ninh", "area": "phường Hải Cảng", "province": "Bình Định"},
            HERE,
        ),
    ],
)
def test_two_models_are_kept_apart(
    first: dict[str, str], second: dict[str, str], base: dict[str, str]
) -> None:
    assert not _pair(first, second, base)


def _f1(path: Path) -> tuple[float, str]:
    hits = misses = false = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found = likeness(Described(**row["a"]), Described(**row["b"])).same
        hits += found and row["same"]
        misses += row["same"] and not found
        false += found and not row["same"]
    told = f"{path.name}: {hits} found, {misses} missed, {false} falsely joined"
    return 2 * hits / (2 * hits + misses + false), told


@pytest.mark.parametrize("path", LEAST_F1, ids=["first", "second", "third", "fourth"])
def test_duplicates_are_found_in_the_labelled_set(path: Path) -> None:
    f1, told = _f1(path)
    sys.stdout.write(f"\n{told}: F1 {f1:.3f}\n")
    assert f1 >= LEAST_F1[path], told
