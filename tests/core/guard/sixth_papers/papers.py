"""The sixth set of state papers: every layout, filled twice and written in its forms."""

from collections.abc import Callable, Iterator

from tests.core.guard.fourth_papers.forms import FORMS
from tests.core.guard.fourth_papers.layout import Layout, Verdict
from tests.core.guard.sixth_papers.clerk import Clerk
from tests.core.guard.sixth_papers.reader import LAYOUTS
from tests.core.guard.third_heldout.model import Paper

_TURNS = 2


def filled(layout: Layout, turn: int) -> str:
    """Return the text of one paper of a layout, always the same for the same turn."""
    return Clerk(f"sixth {layout.key} {turn}").paper(layout.text)


def also_right() -> dict[str, Verdict]:
    """Return, for the papers that the design judges in two ways, the second right answer."""
    return {
        f"{layout.key}-{turn}": layout.also for layout, turn in _turns() if layout.also is not None
    }


def state_papers() -> Iterator[Paper]:
    """Yield every paper; file names are neutral, so that only the contents speak."""
    for place, (layout, turn) in enumerate(_turns(), start=1):
        ending, write = FORMS[layout.forms[turn % len(layout.forms)]]
        yield Paper(
            paper_id=f"{layout.key}-{turn}",
            genre=layout.genre,
            expected=layout.expected,
            why=layout.why,
            file_name=f"van-ban-{place:03d}.{ending}",
            make=_maker(layout, turn, write),
        )


def _turns() -> Iterator[tuple[Layout, int]]:
    for layout in LAYOUTS:
        for turn in range(_TURNS):
            yield layout, turn


def _maker(layout: Layout, turn: int, write: Callable[[str], bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        return write(filled(layout, turn))

    return make
