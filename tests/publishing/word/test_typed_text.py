"""What an official types becomes sections, articles, clauses and points."""

import pytest

from phongtrao.publishing.word.papers import Article, Clause, PaperSection, SectionLevel, Statement
from phongtrao.publishing.word.typed_text import sections_of


def _outline(text: str) -> list[tuple[str, str, str]]:
    return [(part.level.value, part.number, part.title) for part in sections_of(text)]


def test_headings_are_counted_anew_at_every_level() -> None:
    text = "I. Mục đích\n1. Yêu cầu\n1. Phạm vi\nV. Nội dung\n3. Tuyên truyền"
    assert _outline(text) == [
        ("section", "I", "Mục đích"),
        ("clause", "1", "Yêu cầu"),
        ("clause", "2", "Phạm vi"),
        ("section", "II", "Nội dung"),
        ("clause", "1", "Tuyên truyền"),
    ]


def test_a_line_that_ends_like_a_sentence_is_no_heading() -> None:
    (section,) = sections_of("1. Giao Công an xã chủ trì.\n4. Giao các thôn phối hợp;")
    assert section.content == (
        Statement("1. Giao Công an xã chủ trì."),
        Statement("2. Giao các thôn phối hợp;"),
    )


def test_points_go_on_in_the_vietnamese_alphabet_however_they_were_typed() -> None:
    typed = "\n".join(f"{letter}) Việc thứ {place};" for place, letter in enumerate("abcdefg"))
    (section,) = sections_of(f"Điều 1. Giao việc:\n1. Gồm:\n{typed}")
    (article,) = section.content
    assert isinstance(article, Article)
    assert len(article.clauses[0].points) == 7
    (plain,) = sections_of(typed)
    assert [item.text[:2] for item in plain.content] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_articles_have_titles_clauses_and_paragraphs() -> None:
    text = (
        "Chương I\nQuy định chung\nĐiều 5. Phạm vi\n1. Khoản một.\nCòn nữa.\nĐiều 9. Có hiệu lực."
    )
    assert sections_of(text) == (
        PaperSection(
            SectionLevel.CHAPTER,
            "I",
            "Quy định chung",
            (
                Article("", (Clause("Khoản một.\nCòn nữa."),), "Phạm vi"),
                Article("Có hiệu lực."),
            ),
        ),
    )


@pytest.mark.parametrize("text", ["", "\n\n", "\u202e\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sections_of(text) == ()
