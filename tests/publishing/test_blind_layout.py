"""The blind papers stay usable: each kind in three papers, each file the same at each run."""

from collections import Counter
from io import BytesIO

from docx import Document

from tests.publishing import blind_layout


def test_each_fault_is_planted_in_three_papers() -> None:
    planted = Counter(plant.kind for plant in blind_layout.PLANTS)
    assert len(planted) == 158
    assert min(planted.values()) >= 3
    assert blind_layout.ENTAILED.keys() <= planted.keys()


def test_a_blind_paper_opens_and_is_the_same_at_each_run() -> None:
    plant = blind_layout.PLANTS[0]
    once = blind_layout.spoiled(plant.base, plant.change)
    assert once == blind_layout.spoiled(plant.base, plant.change)
    assert Document(BytesIO(once)).tables
