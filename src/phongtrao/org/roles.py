"""Roles and what each may do: one table. The level and the kind of body come from the posting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a posting is for; the same roles exist at every level."""

    OFFICER = "officer", _("Cán bộ cơ quan thường trực")
    LEADER = "leader", _("Lãnh đạo cơ quan")
    CLERK = "clerk", _("Cán bộ văn thư")
    AUDITOR = "auditor", _("Cán bộ kiểm tra nhật ký")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


_READ = frozenset(
    {
        "inbox.read",
        "area.read",
        "document.read",
        "requirement.read",
        "task.read",
        "report.read",
        "template.read",
        "rollup.read",
        "paper.read",
        "paper.receive",
        "notice.read",
        "proposal.read",
        "comment.read",
        "scheme.read",
        "movement.read",
        "internal.read",
        "internal.work",
        "token.keep",
        "week.read",
    }
)

CAPABILITIES: dict[str, frozenset[str]] = {
    Role.OFFICER: _READ
    | {
        "intake.read",
        "intake.upload",
        "intake.accept",
        "requirement.concretise",
        "task.assign",
        "task.report",
        "task.ask_extension",
        "task.decide",
        "round.open",
        "template.design",
        "report.fill",
        "report.submit",
        "report.return",
        "report.approve",
        "proposal.make",
        "proposal.answer",
        "comment.ask",
        "comment.prepare",
        "comment.record",
        "scheme.manage",
        "scheme.report",
        "paper.draft",
        "paper.issue",
        "paper.answer",
        "composition.record",
        "programme.keep",
        "movement.keep",
        "internal.record",
        "week.draft",
    },
    Role.LEADER: _READ
    | {
        "intake.read",
        "requirement.concretise",
        "task.assign",
        "task.decide",
        "report.submit",
        "report.return",
        "report.approve",
        "proposal.make",
        "proposal.answer",
        "comment.ask",
        "comment.prepare",
        "comment.sign",
        "internal.give",
        "scheme.manage",
        "scheme.report",
        "paper.draft",
        "paper.issue",
        "paper.answer",
        "paper.sign",
        "week.draft",
        "week.approve",
    },
    Role.CLERK: _READ
    | {
        "intake.read",
        "intake.upload",
        "report.record_signed",
        "paper.issue",
        "paper.record_signed",
        "comment.record",
        "internal.record",
        "week.draft",
    },
    Role.AUDITOR: frozenset({"inbox.read", "notice.read", "area.read", "audit.read"}),
    Role.ADMINISTRATOR: frozenset(
        {
            "inbox.read",
            "notice.read",
            "area.read",
            "account.manage",
            "area.reshape",
            "calendar.manage",
            "composition.record",
            "template.read",
            "template.design",
            "token.keep",
            "values.import",
        }
    ),
}

# What a personal access token may allow (REST), in the order of its form. Never what approves or
# decides: that needs the second factor of a person at a screen.
BY_TOKEN = (
    "area.read", "report.read", "rollup.read", "report.fill", "report.submit", "values.import",
)  # fmt: skip

# Screen approval needs a second factor (DESIGN.md §10); see org.sign_in.
APPROVING = frozenset(
    {"report.approve", "task.decide", "comment.sign", "paper.sign", "week.approve"}
)
LEVELS = ["country", "province", "district", "commune", "residential_area"]


def capabilities_of(role: str) -> frozenset[str]:
    """What a role may do; nothing for an unknown one."""
    return CAPABILITIES.get(role, frozenset())
