"""A paper at each place of its way to signature, to test from."""

from phongtrao.core import clock, files
from phongtrao.core.models import StoredFile
from phongtrao.org.permissions import actor_for
from phongtrao.publishing import actions
from phongtrao.publishing.actions import SignedStep
from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import StepKind
from phongtrao.reporting.models import Round
from tests.reporting import cases
from tests.world import World


def ready(world: World, round_: Round | None = None, **head: str) -> Paper:
    """A draft with a whole head, from an approved report."""
    if round_ is None:
        round_ = cases.open_round(world)
        cases.approved(world, round_)
    paper = actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    values = {"signer_office": "Giám đốc", "symbol": "BC-CAT"} | head
    return actions.edit_paper(paper, values, expected_version=1, by=world.actor("An"))


def handed_in(world: World, paper: Paper | None = None) -> Paper:
    """Handed in by An."""
    found = paper or ready(world)
    return actions.submit_for_signature(
        found, expected_version=found.row_version, by=world.actor("An")
    )


def initialled(world: World, paper: Paper, *kinds: StepKind) -> Paper:
    """With initials for the content by Bình, for the form by Vân."""
    for kind in kinds or (StepKind.CONTENT, StepKind.LAYOUT):
        by = world.actor("Bình" if kind == StepKind.CONTENT else "Vân")
        paper = actions.initial(paper, kind, expected_version=paper.row_version, by=by)
    return paper


def copy(world: World, name: str = "ban-ky.pdf") -> StoredFile:
    """The copy of something signed."""
    return files.store(b"%PDF-1.4", name=name, kind="pdf", by=world.actor("Vân"))


def on_paper(world: World, name: str = "Bình", **details: object) -> SignedStep:
    """What Vân has in hand: a step that somebody signed today."""
    known = {"signed_on": clock.today(), "file": copy(world)} | details
    return SignedStep(name, **known)  # type: ignore[arg-type]  # as the caller says


def signed_on_paper(world: World, paper: Paper) -> Paper:
    """Signed by Bình on paper, recorded by Vân."""
    return actions.sign_paper(
        paper,
        expected_version=paper.row_version,
        by=world.actor("Vân"),
        signed=on_paper(world),
    )


def question(paper: Paper) -> PaperStep:
    """A question to a unit beside the platform, asked by whoever drew the paper up."""
    by = actor_for(paper.created_by.account, clock.today(), posting_id=paper.created_by_id)
    return actions.ask_word(paper, "Xin ý kiến", unit=f"Phòng {paper.steps.count()}", by=by)


def issued(world: World, paper: Paper | None = None, number: str = "125") -> Paper:
    """Signed by Bình on paper, number and date written down by Vân."""
    found = signed_on_paper(world, handed_in(world, paper))
    return actions.record_issue(
        found,
        number=number,
        issued_on=clock.today(),
        expected_version=found.row_version,
        by=world.actor("Vân"),
    )
