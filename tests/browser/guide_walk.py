"""Walks the user guides: each step is held against the page on which the user stands with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Error, Page, ViewportSize

from phongtrao.portal.readers import Guide, GuideTask, Step, read_guide
from tests.browser.conftest import RESULTS
from tests.world import World

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guide"
PICTURES = RESULTS / "guide"
SIZE: ViewportSize = {"width": 1280, "height": 760}
GLANCES, BETWEEN_MS = 60, 150  # a slow machine needs seconds; a wait ends as soon as it may
_VERBS = "a[href], button, summary"
_LABELS = (
    "label, legend, th, h1, h2, h3, dt, b, td, abbr,"
    " .four-name, .side-title, .mended, .practice-mark"
)
# What is read on the page: visible words without the parts that only programs or counts use.
_READ = """([verbs, labels]) => {
  const words = (one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll('.visually-hidden, .must, .tab-count').forEach((part) => part.remove());
    return copy.textContent.replace(/\\s+/g, ' ').trim().replace(/:$/, '');
  };
  const all = (choice) => [...document.querySelectorAll(choice)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true })).map(words);
  return [all(verbs), all(labels)];
}"""


def guides() -> dict[str, Guide]:
    """Every guide by the name of its file."""
    return {
        path.stem: read_guide(path.read_text(encoding="utf-8"))
        for path in sorted(GUIDES.glob("*.md"))
    }


def lacking(said: list[str], shown: list[str]) -> list[str]:
    """The words of a guide that no text of the page is; … stands for anything."""
    return [
        words
        for words in said
        if not any(re.fullmatch(re.escape(words).replace("…", ".+"), text) for text in shown)
    ]


@dataclass
class TaskWalk:
    """How far one task has been walked."""

    name: str
    task: GuideTask
    faults: list[str]
    taken: list[str]
    done: int = 0

    def step(self, page: Page) -> None:
        """Hold the next step against the page as it stands, and take the step's pictures."""
        if self.done == len(self.task.steps):
            self.faults.append(f"{self.name}: has no step {self.done + 1}")
            return
        step = self.task.steps[self.done]
        self.done += 1
        missing = self._missing(page, step)
        self.faults += [f"{self.name}, step {self.done}, {page.url}: {words}" for words in missing]
        for picture in step.pictures:
            page.screenshot(path=PICTURES / f"{picture.key}.png")
            self.taken.append(picture.key)

    def _missing(self, page: Page, step: Step) -> list[str]:
        """What of the step is not on the page, when it has had time to come."""
        missing: list[str] = []
        for _glance in range(GLANCES):
            try:
                verbs, labels = page.evaluate(_READ, [_VERBS, _LABELS])
            except Error:  # the page is just being left for the next
                verbs, labels = [], []
            missing = lacking(step.marked("verb"), verbs) + lacking(step.marked("label"), labels)
            if not missing:
                break
            page.wait_for_timeout(BETWEEN_MS)
        return missing


@dataclass
class GuideWalk:
    """All guides, how far each task has been walked, and the one page on which it is done.

    One page for everybody: what a browser keeps of a style sheet is then fetched only once.
    """

    world: World
    page: Page
    session_of: Callable[[str], str]
    site: str
    tasks: dict[tuple[str, str], TaskWalk] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    sessions: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, guide in guides().items():
            for task in guide.tasks:
                walk = TaskWalk(f"{name}, {task.title}", task, self.faults, self.taken)
                self.tasks[name, task.title] = walk

    def task(self, name: str, title: str) -> TaskWalk:
        """One task of one guide."""
        return self.tasks[name, title]

    def desk(self, name: str, address: str) -> Page:
        """The page, on which one of the cast is now at an address."""
        if name not in self.sessions:
            self.sessions[name] = self.session_of(name)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": self.sessions[name]}
        self.page.context.add_cookies([cookie | {"url": self.site}])  # type: ignore[list-item]
        answer = self.page.goto(address, wait_until="domcontentloaded")
        assert answer is not None
        assert answer.status == 200, address
        return self.page

    def unwalked(self) -> list[str]:
        """The steps on which no page was."""
        return [
            f"{walk.name}: {walk.done} of {len(walk.task.steps)} steps"
            for walk in self.tasks.values()
            if walk.done < len(walk.task.steps)
        ]
