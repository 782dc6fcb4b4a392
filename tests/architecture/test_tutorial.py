"""The tutorial speaks as the screens do: every label that it quotes in italics exists."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "phongtrao"
TUTORIALS = ROOT / "docs" / "tutorials"
ITALICS = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])")
# Labels that carry a number on screen, as the catalogue writes them.
NUMBERED = re.compile(r"\d+")
LARGEST = 200_000


def _labels() -> set[str]:
    """Every quoted text of the product: templates, forms, menu."""
    found: set[str] = set()
    for path in [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py")]:
        if "migrations" not in path.parts:
            texts = re.findall(r'"((?:[^"\\\n]|\\.)+)"', path.read_text(encoding="utf-8"))
            found |= {text.replace("\\", "") for text in texts}
    return found


def _quoted(page: Path) -> list[str]:
    return ITALICS.findall(page.read_text(encoding="utf-8"))


def test_every_label_that_a_tutorial_quotes_is_on_some_screen() -> None:
    labels = _labels()
    pages = list(TUTORIALS.glob("*.md"))
    assert pages
    unknown = [
        f"{page.name}: {label}"
        for page in pages
        for label in _quoted(page)
        if label not in labels and NUMBERED.sub("%(n)s", label) not in labels
    ]
    assert not unknown


def test_the_tutorial_quotes_enough_to_be_held() -> None:
    # A change of the markup must not silently leave nothing to compare.
    assert all(len(_quoted(page)) > 20 for page in TUTORIALS.glob("*.md"))


def test_the_accounts_and_papers_of_the_tutorial_exist() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in TUTORIALS.glob("*.md"))
    cast = (SOURCE / "cli" / "demo" / "cast.py").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:canbo|lanhdao|vanthu)\.\w+)`", text))
    assert named
    assert not {name for name in named if f'"{name}"' not in cast}
    papers = set(re.findall(r"`(examples/[\w./-]+)`", text))
    assert papers
    assert not {paper for paper in papers if not (ROOT / paper).exists()}


def test_the_pictures_of_the_documents_are_small_and_used() -> None:
    shown = "".join(
        page.read_text(encoding="utf-8") for page in [*ROOT.glob("*.md"), *TUTORIALS.glob("*.md")]
    )
    for picture in (ROOT / "docs" / "images").iterdir():
        assert picture.stat().st_size <= LARGEST, picture.name
        assert picture.name in shown, picture.name
