"""A recurring task and a letter that urges, for tests that need one of each."""

from datetime import timedelta

from phongtrao.core import clock
from phongtrao.planning import actions
from phongtrao.planning.deadlines.rhythm import Rhythm
from phongtrao.planning.models import TaskSeries, Urging
from tests.planning.conftest import Plan

MONTHLY = Rhythm(1, 1, 15)


def series(plan: Plan) -> TaskSeries:
    """A monthly task that the province gives Đăk Hà."""
    task = plan.task(due_on=MONTHLY.next_on(plan.day(0)), rhythm=MONTHLY, words="hằng tháng")
    return TaskSeries.objects.get(tasks=task)


def urging(plan: Plan) -> Urging:
    """The draft of a letter of the province about a late task of Đăk Hà."""
    with clock.set_to(clock.now() - timedelta(days=20)):
        late = plan.task(due_on=plan.day(2), title="Việc chậm")
    return actions.draft_urging([late.pk], by=plan.actor("An"))
