"""Schemes and legal drafts: start one with its stages, plan, report on a stage, finish, stop."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.models import CommentRound, Programme, Scheme, SchemeStage, Task
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.rules import StageList, stage_lists
from phongtrao.planning.workflow import SCHEME, STAGE, SchemeState, StageState

_LONGEST_NOTE = 20_000


@dataclass(frozen=True, slots=True)
class StagePlan:
    """Whose turn a stage is and when it should be done; by the position of the stage."""

    position: int
    body: Body
    planned_on: date | None


@dataclass(frozen=True, slots=True)
class SchemeSpec:
    """A scheme to be followed: its title, the list of stages it goes through, whose turn each is.

    Stages that `plans` does not name lie with the acting body, without a date.
    """

    programme: Programme
    title: str
    kind: str
    plans: Sequence[StagePlan] = ()
    note: str = ""
    task: Task | None = None


@transaction.atomic
def start_scheme(spec: SchemeSpec, *, by: Actor) -> Scheme:
    """Follow a scheme; every stage of its list exists from now on.

    Raises Forbidden and InvalidInput (no title, an unknown list, dates that run backwards, a body
    out of reach).
    """
    if not by.can("scheme.manage"):
        raise Forbidden(N_("Chức trách đang chọn không theo dõi đề án, dự thảo được."))
    title, found = tidy_line(spec.title)[:500], stage_lists().get(spec.kind)
    if not title or found is None:
        raise InvalidInput(N_("Chưa ghi tên hoặc loại của đề án, dự thảo."), "scheme.empty")
    _check_plans(spec.plans, by)
    scheme = Scheme.objects.create(
        programme=spec.programme,
        body=posting_of(by).body,
        title=title,
        kind=spec.kind,
        task=spec.task,
        note=tidy(spec.note).strip()[:_LONGEST_NOTE],
        created_at=clock.now(),
        created_by=posting_of(by),
        search_folded=fold(f"{title} {spec.note}"),
    )
    _write_stages(scheme, found, spec.plans)
    search.refresh(Scheme, [scheme.pk])
    audit.record("scheme.started", scheme, by=by, kind=spec.kind)
    _tell_turn(scheme, by)
    return scheme


@transaction.atomic
def plan_stages(scheme: Scheme, plans: Sequence[StagePlan], *, by: Actor) -> Scheme:
    """Change whose turn the open stages are and when they should be done.

    Raises Forbidden, Refused (no longer running) and InvalidInput.
    """
    scheme = _locked(scheme, by)
    _require_running(scheme)
    stages = {stage.position: stage for stage in scheme.stages.all()}
    asked = {plan.position: plan for plan in plans}
    if not asked.keys() <= stages.keys():
        raise InvalidInput(N_("Có giai đoạn không thuộc đề án này."), "scheme.stage")
    _check_plans(plans, by)
    changed = []
    for place, plan in asked.items():
        stage = stages[place]
        if stage.state == StageState.OPEN:
            stage.body, stage.planned_on = plan.body, plan.planned_on
            changed.append(stage)
    SchemeStage.objects.bulk_update(changed, ["body", "planned_on"])
    _save(scheme)
    audit.record("scheme.planned", scheme, by=by, stages=[stage.code for stage in changed])
    _tell_turn(scheme, by)
    return scheme


@transaction.atomic
def complete_stage(
    stage: SchemeStage,
    *,
    done_on: date,
    by: Actor,
    note: str = "",
    file: StoredFile | None = None,
    comment_round: CommentRound | None = None,
) -> SchemeStage:
    """Report a stage done, with its file or the round of comments it rests on.

    Raises Forbidden, TransitionRefused, Refused (the scheme does not run) and InvalidInput (a day
    to come, a round of another body).
    """
    stage = _locked_stage(stage, by)
    state = STAGE.target("complete", current=StageState(stage.state))
    if done_on > by.day:
        raise InvalidInput(
            N_("Ngày hoàn thành không thể sau hôm nay."),
            "stage.future",
            fields={"done_on": N_("Ngày hoàn thành không thể sau hôm nay.")},
        )
    if comment_round is not None and comment_round.asker_id not in (
        stage.body_id,
        stage.scheme.body_id,
    ):
        raise InvalidInput(N_("Đợt lấy ý kiến này của cơ quan khác."), "stage.round")
    stage.state, stage.done_on, stage.note = state, done_on, _noted(note)
    stage.file, stage.comment_round = file or stage.file, comment_round
    stage.save()
    audit.record("scheme.stage_completed", stage.scheme, by=by, stage=stage.code, on=str(done_on))
    _tell_turn(stage.scheme, by)
    return stage


@transaction.atomic
def skip_stage(stage: SchemeStage, *, note: str, by: Actor) -> SchemeStage:
    """Leave a stage out, with the reason: the body responsible for the scheme.

    Raises Forbidden, TransitionRefused, Refused and InvalidInput (no reason).
    """
    stage = _locked_stage(stage, by)
    if not permissions.can_manage_scheme(by, stage.scheme):
        raise Forbidden(N_("Chỉ cơ quan chủ trì đề án, dự thảo mới bỏ qua giai đoạn được."))
    stage.state = STAGE.target("skip", current=StageState(stage.state))
    stage.note = _noted(note)
    if not stage.note:
        raise InvalidInput(
            N_("Chưa ghi lý do không áp dụng giai đoạn này."),
            "stage.reason",
            fields={"note": N_("Chưa ghi lý do.")},
        )
    stage.save()
    audit.record("scheme.stage_skipped", stage.scheme, by=by, stage=stage.code)
    _tell_turn(stage.scheme, by)
    return stage


@transaction.atomic
def reopen_stage(stage: SchemeStage, *, by: Actor) -> SchemeStage:
    """Open a stage again: its file and note stay, its day is dropped.

    Raises Forbidden, TransitionRefused and Refused.
    """
    stage = _locked_stage(stage, by)
    if not permissions.can_manage_scheme(by, stage.scheme):
        raise Forbidden(N_("Chỉ cơ quan chủ trì đề án, dự thảo mới mở lại giai đoạn được."))
    stage.state = STAGE.target("reopen", current=StageState(stage.state))
    stage.done_on = None
    stage.save(update_fields=["state", "done_on"])
    audit.record("scheme.stage_reopened", stage.scheme, by=by, stage=stage.code)
    return stage


@transaction.atomic
def finish_scheme(scheme: Scheme, *, by: Actor) -> Scheme:
    """Close a scheme whose stages are all done or left out.

    Raises Forbidden, TransitionRefused and Refused (a stage is open).
    """
    scheme = _locked(scheme, by)
    scheme.state = SCHEME.target("finish", current=SchemeState(scheme.state))
    open_stage = scheme.stages.filter(state=StageState.OPEN).first()
    if open_stage is not None:
        raise Refused(
            N_('Giai đoạn "%(name)s" chưa xong nên chưa kết thúc được.'), name=open_stage.name
        )
    scheme.finished_on = by.day
    _save(scheme, "finished_on")
    audit.record("scheme.finished", scheme, by=by)
    return scheme


@transaction.atomic
def resume_scheme(scheme: Scheme, *, by: Actor) -> Scheme:
    """Take a finished scheme up again. Raises Forbidden and TransitionRefused."""
    scheme = _locked(scheme, by)
    scheme.state = SCHEME.target("resume", current=SchemeState(scheme.state))
    scheme.finished_on = None
    _save(scheme, "finished_on")
    audit.record("scheme.reopened", scheme, by=by)
    return scheme


@transaction.atomic
def stop_scheme(scheme: Scheme, *, paper: str, by: Actor) -> Scheme:
    """Stop work for good by a paper (number and date); what was done stays readable.

    Raises Forbidden, TransitionRefused and InvalidInput (no paper).
    """
    scheme = _locked(scheme, by)
    scheme.state = SCHEME.target("stop", current=SchemeState(scheme.state))
    scheme.stopped_by_paper = tidy_line(paper)[:200]
    if not scheme.stopped_by_paper:
        raise InvalidInput(N_("Chưa ghi số, ngày của văn bản làm căn cứ."), "scheme.paper")
    _save(scheme, "stopped_by_paper")
    audit.record("scheme.stopped", scheme, by=by, paper=scheme.stopped_by_paper)
    return scheme


def _write_stages(scheme: Scheme, kind: StageList, plans: Sequence[StagePlan]) -> None:
    """Every stage of the list; those without a plan lie with the body of the scheme."""
    planned = {plan.position: plan for plan in plans}
    SchemeStage.objects.bulk_create(
        SchemeStage(
            scheme=scheme,
            position=place,
            code=stage.code,
            name=stage.name,
            body=planned[place].body if place in planned else scheme.body,
            planned_on=planned[place].planned_on if place in planned else None,
        )
        for place, stage in enumerate(kind.stages, start=1)
    )


def _check_plans(plans: Sequence[StagePlan], by: Actor) -> None:
    far = permissions.bodies_not_near(by, [plan.body for plan in plans])
    if far:
        raise InvalidInput(
            N_("%(names)s không phải cơ quan cấp trên, cùng địa bàn hay cấp dưới của cơ quan bạn."),
            "scheme.out_of_reach",
            names=", ".join(body.name for body in far),
        )
    days = [plan.planned_on for plan in sorted(plans, key=lambda p: p.position) if plan.planned_on]
    if days != sorted(days):
        raise InvalidInput(
            N_("Ngày dự kiến của giai đoạn sau không thể sớm hơn giai đoạn trước."),
            "scheme.order",
        )


def _locked(scheme: Scheme, by: Actor) -> Scheme:
    found = Scheme.objects.select_for_update(of=("self",)).get(pk=scheme.pk)
    if not permissions.can_manage_scheme(by, found):
        raise Forbidden(N_("Chỉ cơ quan chủ trì đề án, dự thảo mới làm được việc này."))
    return found


def _locked_stage(stage: SchemeStage, by: Actor) -> SchemeStage:
    found = (
        SchemeStage.objects.select_for_update(of=("self",))
        .select_related("scheme", "body")
        .get(pk=stage.pk)
    )
    if not permissions.can_report_stage(by, found):
        raise Forbidden(N_("Chỉ cơ quan thực hiện giai đoạn mới báo cáo được."))
    _require_running(found.scheme)
    return found


def _require_running(scheme: Scheme) -> None:
    if scheme.state != SchemeState.RUNNING:
        raise Refused(N_("Đề án, dự thảo này không còn đang thực hiện."))


def _save(scheme: Scheme, *fields: str) -> None:
    scheme.row_version += 1
    scheme.save(update_fields=["state", "row_version", *fields])


def _noted(text: str) -> str:
    return tidy(text).strip()[:_LONGEST_NOTE]


def _tell_turn(scheme: Scheme, by: Actor) -> None:
    """Tell the body whose turn it now is, where it is another than the acting one."""
    stage = scheme.stages.filter(state=StageState.OPEN).order_by("position").first()
    if stage is None or stage.body_id == by.body_id:
        return
    words = {"stage": stage.name, "title": scheme.title}
    accounts: Iterable[int] = postings_in([stage.body_id], "scheme.report", by.day)
    notify.notify(
        set(accounts) - {by.account_id},
        kind="scheme.turn",
        text=_("Đến giai đoạn %(stage)s: %(title)s") % words,
        address=reverse("planning:scheme-detail", args=[scheme.pk]),
        dedupe_key=f"scheme-{scheme.pk}-{stage.position}-{stage.planned_on or ''}",
    )
