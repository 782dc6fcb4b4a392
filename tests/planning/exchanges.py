"""Short ways to a proposal, a round of comments and a scheme, for the tests of planning."""

from typing import Any

from phongtrao.core import files
from phongtrao.core.uploads import Upload
from phongtrao.planning import actions
from phongtrao.planning.models import CommentRequest, CommentRound, Proposal, Scheme

DRAFT = (
    "QUY CHẾ PHỐI HỢP\n"
    "Điều 1. Phạm vi\nQuy chế này quy định việc phối hợp.\n"
    "Điều 2. Trách nhiệm\n1. Công an chủ trì rà soát mô hình.\n2. Mặt trận vận động nhân dân.\n"
)
ASKED = "Đề nghị Công an tỉnh hướng dẫn thống nhất mẫu sổ theo dõi mô hình."


def upload(text: str = DRAFT) -> Upload:
    """A draft as the wall hands it over."""
    return Upload(
        "du-thao.txt", "txt", text.encode(), "", {"text": text}, "0" * 64, None, "", False
    )


def prepared(plan: Any, **fields: Any) -> CommentRound:
    """A round of the provincial police that nobody has been asked in yet."""
    values = {
        "programme": plan.programme,
        "title": "Quy chế phối hợp rà soát mô hình",
        "due_on": plan.day(5),
        "upload": upload(),
    }
    return actions.prepare_round(actions.CommentRoundSpec(**(values | fields)), by=plan.actor("An"))


def sent(
    plan: Any, to: Any = (("ca", "dak-ha"), ("ca", "ba-to"), ("mttq", "quang-ngai")), **fields: Any
) -> CommentRound:
    """The round, sent to some bodies."""
    bodies = [plan.world.body(*each) for each in to]
    return actions.send_round(prepared(plan, **fields), bodies, by=plan.actor("An"))


def asked(
    round_: CommentRound, plan: Any, kind: str = "ca", area: str = "dak-ha"
) -> CommentRequest:
    """What one body is asked."""
    return round_.requests.get(body=plan.world.body(kind, area))


def comment_on(round_: CommentRound, text: str, position: int = 1) -> actions.CommentAnswer:
    """A comment on one clause, nothing on the others."""
    clause = round_.clauses.get(position=position)
    return actions.CommentAnswer(words={clause.pk: ("comment", text)})


def commented(plan: Any, text: str = "Đề nghị ghi rõ thời hạn.") -> CommentRound:
    """A round in which the commune has commented on the first clause, signed."""
    round_ = sent(plan)
    actions.sign_comment(
        asked(round_, plan), answer=comment_on(round_, text), by=plan.actor("Cường")
    )
    return round_


def signed_paper(plan: Any, by: str = "Chi") -> actions.SignedComment:
    """A signed paper of a commune."""
    stored = files.store(b"%PDF-1.4", name="gop-y.pdf", kind="pdf", by=plan.actor(by))
    return actions.SignedComment("12/CAX", plan.day(0), "Trưởng Công an xã", stored)


def proposal(plan: Any, by: str = "Chi", **fields: Any) -> Proposal:
    """A proposal of the commune to the province."""
    values = {
        "text": ASKED,
        "asker": plan.world.posting(by).body,
        "addressees": [plan.world.body("ca", "quang-ngai")],
        "programme": plan.programme,
        "proposed_on": plan.day(0),
    }
    return actions.make_proposal(actions.ProposalSpec(**(values | fields)), by=plan.actor(by))


def scheme(plan: Any, **fields: Any) -> Scheme:
    """A plan of the provincial police with four stages; the second lies with the Front."""
    police, front = plan.world.body("ca", "quang-ngai"), plan.world.body("mttq", "quang-ngai")
    values = {
        "programme": plan.programme,
        "title": "Kế hoạch tổ chức Ngày hội năm 2027",
        "kind": "plan",
        "plans": [
            actions.StagePlan(1, police, plan.day(-3)),
            actions.StagePlan(2, front, plan.day(10)),
        ],
    }
    return actions.start_scheme(actions.SchemeSpec(**(values | fields)), by=plan.actor("An"))
