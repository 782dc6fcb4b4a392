"""Near-equal statements stand as one with their count; opposite ones never do."""

import pytest
from bench.statements import measure
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.publishing.rules.drafting import counted_together, said_together
from phongtrao.publishing.rules.grouping import group_statements, spokesman
from phongtrao.reporting.rules.said_numbers import numbers_in

SYLLABLES = ("kinh", "phí", "chưa", "đủ", "thiếu", "12", "ba", "xã", "tăng", "giảm", "mô", "hình")


def _together(topic: str, *texts: str) -> bool:
    return len(group_statements([(topic, text) for text in texts])) == 1


def test_the_small_set_is_grouped_as_its_labels_say() -> None:
    precision, recall, f1 = (figure.median for figure in measure()[0][:3])
    assert min(precision, recall, f1) >= 0.9


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("difficulty", "Kinh phí còn hạn hẹp", "Kinh phí đã được cấp đầy đủ"),
        ("difficulty", "Số vụ lừa đảo qua mạng tăng", "Số vụ lừa đảo qua mạng giảm"),
        ("result", "Phối hợp giữa hai ngành chặt chẽ", "Phối hợp giữa hai ngành chưa chặt chẽ"),
        ("result", "Ra mắt 2 mô hình camera", "Ra mắt ba mô hình camera"),
        ("result", "Ký quy chế số 01/QC-CA-MT", "Ký quy chế số 02/QC-CA-MT"),
        ("result", "Ra mắt mô hình tại xã Ba Tơ", "Ra mắt mô hình tại xã Đăk Hà"),
        ("proposal", "Đề nghị tổ chức giao ban", "Đề nghị dừng tổ chức giao ban"),
        ("proposal", "Đề nghị bổ sung kinh phí", "Đề nghị không cắt giảm kinh phí"),
    ],
)
def test_opposite_statements_and_other_numbers_papers_and_places_never_merge(
    topic: str, one: str, other: str
) -> None:
    assert not _together(topic, one, other)


def test_numbers_in_words_and_in_figures_are_the_same() -> None:
    assert _together("result", "Ra mắt 12 mô hình camera", "Ra mắt mười hai mô hình camera")


def test_other_spellings_part_nothing() -> None:
    assert _together("difficulty", "KP của phong trào hạn hẹp", "Kinh phí phong trào HẠN HẸP.")


def test_what_names_a_place_comes_together_only_behind_words_that_name_none() -> None:
    named = ("Kinh phí của xã Ba Tơ hạn hẹp", "Kinh phí của xã Đăk Hà hạn hẹp")
    assert not _together("difficulty", *named)
    plain = "Kinh phí hạn hẹp"
    assert _together("difficulty", plain, *named)
    assert spokesman([*named, plain], "difficulty") == 2


def test_statements_of_different_topics_stay_apart() -> None:
    assert (
        len(group_statements([("cause", "Thiếu kinh phí"), ("difficulty", "Thiếu kinh phí")])) == 2
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("result", "difficulty", "proposal")),
            st.lists(st.sampled_from(SYLLABLES)).map(" ".join),
        ),
        max_size=25,
    )
)  # fmt: skip
def test_grouping_loses_nothing_invents_nothing_and_does_not_part_equal_words(
    told: list[tuple[str, str]],
) -> None:
    groups = group_statements(told)
    assert sorted(place for group in groups for place in group) == list(range(len(told)))
    of = {place: n for n, group in enumerate(groups) for place in group}
    for group in groups:
        assert len({told[place][0] for place in group}) == 1
    seen: dict[tuple[str, str], int] = {}
    for place, words in enumerate(told):
        assert of[place] == of[seen.setdefault(words, place)]
    assert groups == group_statements(told)


def test_who_speaks_for_a_group_counts_nothing_the_others_do_not_count() -> None:
    texts = ["Kinh phí thiếu 30 triệu", "Kinh phí còn thiếu", "Thiếu kinh phí"]
    assert spokesman(texts, "difficulty") != 0


def test_a_merged_statement_says_how_many_of_how_many() -> None:
    said = said_together("difficulty", "Kinh phí hẹp.", areas=12, of=96, level="commune")
    assert said == "12/96 cấp xã nêu: Kinh phí hẹp."
    assert counted_together(said) == (12, 96, "Kinh phí hẹp.")
    assert counted_together("Kinh phí hẹp: xem 12/96.") is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mười hai xã ký kết", [12]),
        ("Ba Tơ có ba mô hình, 1.250 lượt người", [3, 1250]),
        ("Năm 2026 mở hai trăm linh năm buổi", [205]),
        ("ngày 19/8/2026, theo số 07/CTr", []),
        ("trong năm xã đã làm; một số thôn", []),
        ("chín mươi tư vụ, tổng 12,5 triệu", [94, 12.5]),
        ("hai nghìn không trăm mười hộ", [2010]),
    ],
)
def test_numbers_of_a_sentence_are_read_in_figures_and_in_words(
    text: str, values: list[float]
) -> None:
    assert [number.value for number in numbers_in(text)] == values
