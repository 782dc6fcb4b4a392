"""Whatever names a posting is either handed over with it or stays with its author for a reason."""

from django.apps import apps

from phongtrao.org.models import Posting
from phongtrao.org.queries import held_work

STAYS = {
    "core.": "of the platform itself",
    "org.": "dated rows, which end with their posting or tell what was done",
    "planning.ProgrammeDocument.registered_by": "the register tells who entered a paper",
    "planning.ProgrammeLink.made_by": "a link that was written",
    "planning.ContentAssignment.made_by": "who wrote it; the body does the work",
    "planning.JointPaper.recorded_by": "the register tells who entered a paper",
    "planning.Target.set_by": "who set it; the area reaches it",
    "planning.RequirementAddressee.decided_by": "a decision that was taken",
    "planning.Task.completed_by": "a task that is done",
    "planning.TaskSeries.stopped_by": "a decision that was taken",
    "planning.TaskStar.posting": "a mark of a posting for itself, which ends with it",
    "planning.CalendarFeed.posting": "an address that reads nothing once its posting has ended",
    "planning.ProgressEntry.posting": "a line of the thread, never edited",
    "planning.ExtensionRequest.decided_by": "an answer that was given",
    "planning.ProposalAddressee.answered_by": "an answer that was given",
    "planning.CommentRequest.answered_by": "a word that was sent",
    "planning.ClauseComment.responded_by": "a response that was written",
    "planning.InternalAssignment.leader": "whose word it was; the officer does the work",
    "planning.InternalAssignment.recorded_by": "who entered a word that was written on paper",
    "planning.InternalNote.posting": "a line of the thread, never edited",
    "exemplars.": "a register tells who entered a line; the body keeps it",
    "events.": "a register tells who entered a line; the body keeps it",
    "coreforce.": "a register tells who entered a line; the body keeps it",
    "forums.": "a register tells who entered a line; the body keeps it",
    "weeks.Week.approved_by": "an approval that was given",
    "weeks.": "whoever drafts for the body goes on with its week",
    "meetings.": "a register tells who entered a line; the body keeps it",
    "grassroots.": "a register tells who entered a line; the body keeps it",
    "funds.": "a register tells who entered a line; the body keeps it",
    "training.": "a register tells who entered a line; the body keeps it",
    "oversight.": "a register tells who entered a line; the body keeps it",
    "outreach.": "a register tells who entered a line; the body keeps it",
    "reporting.WorkingCopy.saved_by": "read through its report",
    "reporting.ReportVersion.submitted_by": "the record of what was sent",
    "reporting.Approval.by": "a decision that was taken",
    "reporting.CellComment.by": "a word that was said",
    "reporting.Adjustment.proposed_by": "a proposal that was made; a second person decides",
    "reporting.Adjustment.decided_by": "a decision that was taken",
    "reporting.Adjustment.withdrawn_by": "a decision that was taken",
    "reporting.DeadlineExtension.asked_by": "a request of the body, which anybody there withdraws",
    "reporting.DeadlineExtension.decided_by": "an answer that was given",
    "reporting.TemplateDraft.saved_by": "who saved it last; the whole body writes on",
    "reporting.TemplateVersion.issued_by": "a form that is issued",
    "reporting.ReturnPhrase.by": "who kept it; the whole body uses it",
    "publishing.PaperDelivery.sent_by": "what was sent",
    "publishing.PaperDelivery.received_by": "a receipt that was given",
    "publishing.PaperDelivery.disposed_by": "a confirmation that was given",
    "publishing.MeetingBook.asked_by": "who asked for a copy; anybody may ask again",
    "publishing.PaperStep.by": "a step that was taken",
    "publishing.SigningRules.changed_by": "who laid it down; it holds for the body",
    "publishing.WordTemplate.made_by": "who sent it; it holds for the body",
    "publishing.TemplateChoice.chosen_by": "who chose it; it holds for the body",
    "publishing.Paper.issued_by": "a paper that is issued",
    "publishing.PaperFigures.taken_by": "figures that were taken",
}


def _named() -> set[str]:
    """Every field that points at a posting."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is Posting
    }


def test_every_field_that_names_a_posting_is_held_work_or_stays_for_a_reason() -> None:
    handed_in = {f"{kind.model._meta.label}.{kind.field}" for kind in held_work.kinds()}
    stays = {
        name for name in _named() if name in STAYS or f"{name.split('.', maxsplit=1)[0]}." in STAYS
    }
    assert _named() - handed_in == stays
    assert handed_in - _named() == {"reporting.Report.working_copy__saved_by"}


def test_kinds_have_keys_of_their_own_because_stored_handovers_name_them() -> None:
    keys = [kind.key for kind in held_work.kinds()]
    assert len(keys) == len(set(keys))
