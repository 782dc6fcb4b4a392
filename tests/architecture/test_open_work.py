"""Whatever a body or an area owns either changes hands with it or stays for a reason given here."""

from django.apps import apps

from phongtrao.org.actions import open_work
from phongtrao.org.models import AreaLineage, Body

STAYS = {
    "outreach.Bulletin.area": "what was told was told of that area",
    "outreach.Bulletin.body": "who told it does not change",
    "outreach.BulletinReceipt.body": "whom it was told does not change",
    "coreforce.AllowanceRule.area": "a resolution holds where it was passed for",
    "coreforce.NucleusActivity.area": "what was done was done there",
    "coreforce.NucleusActivity.body": "who entered it does not change",
    "coreforce.HeadCount.area": "what was counted was counted there",
    "coreforce.HeadCount.body": "who counted does not change",
    "training.Certificate.area": "a certificate was given there",
    "training.Certificate.body": "who gave a certificate does not change",
    "training.Drill.area": "a drill was held there",
    "training.Drill.body": "who held a drill does not change",
    "training.TrainingClass.area": "a class was planned for that area",
    "forums.Forum.area": "a forum was held in that area",
    "forums.ForumPartner.body": "who took part does not change",
    "forums.Remark.area": "what was said was said in that area",
    "forums.RemarkStep.body": "whom it was given to does not change",
    "meetings.BridgePoint.body": "who took part does not change",
    "meetings.Meeting.area": "what was held was held for that area",
    "meetings.Statement.body": "who said it does not change",
    "meetings.MeetingPartner.body": "who took part does not change",
    "weeks.Week.body": "a week is read on as it was; the successor begins its own",
    "grassroots.Disclosure.area": "what was made public was public there",
    "grassroots.Supervision.area": "what was supervised was supervised there",
    "funds.FundLine.area": "what was spent was spent there",
    "funds.FundLine.body": "who spent it does not change",
    "funds.FundPublication.area": "the table was made public there",
    "funds.FundPublication.body": "who made it public does not change",
    "outreach.Channel.area": "a channel was opened for that area",
    "outreach.Output.area": "what was put out was put out there",
    "outreach.Output.body": "who put it out does not change",
    "exemplars.GoodPractice.area": "what was told was told of that area",
    "exemplars.GoodPractice.body": "who told it does not change",
    "exemplars.ModelActivity.area": "what was done was done in that area",
    "exemplars.ModelActivity.body": "who entered evidence does not change; the model does",
    "exemplars.ModelPair.body": "who decided does not change",
    "exemplars.ModelReview.area": "what was reviewed was reviewed in that area",
    "exemplars.ModelReview.body": "who reviewed does not change; the model does",
    "events.FestivalGuest.body": "which office was asked to come does not change",
    "events.FestivalInvitation.body": "who was invited does not change",
    "events.FestivalPlan.area": "what was planned was planned for that area",
    "events.FestivalSite.area": "a festival is held in the area it was chosen in",
    "outreach.Campaign.area": "what was planned was planned for that area",
    "outreach.Session.area": "what was held was held in that area",
    "outreach.Session.body": "who held a session does not change",
    "outreach.SessionPartner.body": "who took part does not change",
    "oversight.Attendance.body": "who attended does not change",
    "oversight.InspectionSession.presider_body": "which office presided does not change",
    "oversight.Inspection.area": "the area of the body whose plan it was in",
    "oversight.Inspection.leader_body": "which office led a delegation does not change",
    "planning.JointParty.body": "who signed a paper does not change",
    "planning.Target.area": "a target speaks of the area that it was set for",
    "planning.ProgrammeDocument.home_body": "the register in which a paper was entered",
    "planning.ProgrammeDocument.issuer_body": "who issued a paper does not change",
    "publishing.Paper.area": "what a paper tells of; its body changes",
    "publishing.PaperDelivery.copied_by": "who made a copy does not change",
    "publishing.PaperStep.body": "who was asked does not change",
    "publishing.WordTemplate.body": "the layout of one body; its successor has its own name",
    "publishing.TemplateChoice.body": "the layout of one body; its successor has its own name",
    "reporting.Report.area": "a round keeps the boundaries of its opening day",
    "reporting.OneOffRequest.body": "who asked does not change; the round changes hands",
    "reporting.ReturnPhrase.body": "the words of one body; its successor keeps its own",
}


def _owned() -> dict[str, tuple[type, str]]:
    """Every field of a later stage that points at a body or an area."""
    return {
        f"{model._meta.label}.{field.name}": (model, field.name)
        for model in apps.get_models()
        if model._meta.app_label != "org"  # its own rows are dated and end with their body
        for field in model._meta.concrete_fields
        if field.many_to_one and field.related_model in (Body, AreaLineage)
    }


def test_every_field_of_an_owner_is_handed_in_as_open_work_or_stays_for_a_reason() -> None:
    handed_in = {(kind.model, kind.field) for kind in open_work.kinds()}
    owned = _owned()
    assert {name for name, field in owned.items() if field not in handed_in} == set(STAYS)
    assert handed_in <= set(owned.values())
