"""What is looked at, by the version that an inspection was decided with; how urgent it is. Pure."""

from datetime import date
from functools import cache

from phongtrao.core.criteria import CriteriaSet, CriteriaVersion, shipped_criteria
from phongtrao.core.errors import N_

URGENCIES = (
    ("ngay", N_("Khắc phục ngay")),
    ("co_thoi_han", N_("Khắc phục có thời hạn")),
    ("lau_dai", N_("Khắc phục lâu dài")),
)
# Who attended a session: of the delegation, or of those inspected.
OF_DELEGATION, OF_INSPECTED = "doan", "duoc_kiem_tra"
SIDES = (
    (OF_DELEGATION, N_("Đoàn kiểm tra")),
    (OF_INSPECTED, N_("Cơ quan được kiểm tra")),
)
# What was found of a point; whoever was not looked at has no line.
UNCHECKED, MET, LACKING = "chua_kiem_tra", "dat", "ton_tai"
RESULTS = (
    (UNCHECKED, N_("Chưa kiểm tra")),
    (MET, N_("Đạt yêu cầu")),
    (LACKING, N_("Còn tồn tại, hạn chế")),
)
RESULT_TONES = {UNCHECKED: "secondary", MET: "success", LACKING: "warning"}


@cache
def criteria_versions() -> CriteriaSet:
    """The versions that the package ships."""
    return shipped_criteria("phongtrao.oversight", "criteria.json")


def criteria_of(version: str, day: date) -> CriteriaVersion:
    """The points of an inspection: those it was decided with, before that those of the day."""
    return criteria_versions().called(version) or criteria_versions().on(day)


def criterion_name(code: str, version: str = "") -> str:
    """What a point is called, by a version or by the newest that has it; else the code."""
    kept = criteria_versions().called(version)
    name = kept.name_of(code) if kept else code
    return name if name != code else criteria_versions().name_of(code)


def urgency_name(code: str) -> str:
    """How urgent a finding is, in words."""
    return dict(URGENCIES).get(code, code)


def result_name(code: str) -> str:
    """What was found of a point, in words."""
    return dict(RESULTS).get(code, code)
