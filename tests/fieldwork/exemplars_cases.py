"""Models to test with."""

from datetime import date, timedelta
from typing import Any

from phongtrao.core import clock, files
from phongtrao.fieldwork.exemplars import actions
from phongtrao.fieldwork.exemplars.models import (
    GoodPractice,
    LearningRequest,
    ModelActivity,
    ModelPair,
    ModelReview,
    PracticeModel,
)
from tests.packs import load_pack
from tests.world import World


def days_ago(days: int) -> date:
    """A day of the past."""
    return clock.today() - timedelta(days=days)


def terms(world: World, *, area: str = "dak-ha", **facts: Any) -> actions.ModelTerms:
    """A model that was only proposed: bells in four places."""
    usual: dict[str, Any] = {
        "name": "Tiếng kẻng an ninh",
        "field": "toi_pham",
        "kind": "keng_loa",
        "size": actions.Size(4, 2, 30),
    }
    return actions.ModelTerms(load_pack(), world.area(area).pk, **usual | facts)


def proposed(world: World, *, by: str = "Chi", area: str = "dak-ha", **facts: Any) -> PracticeModel:
    """A model that one of the cast has proposed."""
    return actions.enter_model(terms(world, area=area, **facts), by=world.actor(by))


def running(
    world: World, *, since: int = 20, by: str = "Chi", area: str = "dak-ha", **facts: Any
) -> PracticeModel:
    """A model that runs for so many days."""
    launch = actions.Launch("15/QĐ-UBND", days_ago(since + 5), days_ago(since))
    return proposed(world, by=by, area=area, launch=launch, **facts)


def step(model: PracticeModel, verb: str, *, by: Any, ago: int = 0, **facts: Any) -> PracticeModel:
    """A step with the paper and the reason that any verb could need."""
    told = {"paper": "20/QĐ-UBND", "reason": "Hoạt động chưa đều"} | facts
    return actions.take_step(model, verb, actions.StepFacts(days_ago(ago), **told), by=by)


def activity(
    model: PracticeModel, *, by: Any, ago: int = 0, line: str = "Tuần tra 4 buổi", file: Any = None
) -> ModelActivity:
    """What a model did."""
    return actions.record_activity(
        model, actions.ActivityTerms(days_ago(ago), line, 20, 3), by=by, file=file
    )


def review(model: PracticeModel, *, by: Any, ago: int = 0, **facts: Any) -> ModelReview:
    """The review of a year."""
    day = days_ago(ago)
    told = {"year": day.year, "reviewed_on": day, "rank": "kha"} | facts
    return actions.review_model(model, actions.ReviewTerms(**told), by=by)


def apart(first: PracticeModel, second: PracticeModel, *, by: Any) -> ModelPair:
    """Two models, somebody said."""
    return actions.keep_apart(first, second, by=by)


def asked(model: PracticeModel, wish: str = "Cách vận động", *, by: Any) -> LearningRequest:
    """A request to learn."""
    return actions.ask_to_learn(model, wish, by=by)


def practice(
    world: World, *, by: str = "Chi", area: str = "dak-ha", picture: Any = None, **facts: Any
) -> GoodPractice:
    """A good practice in three lines."""
    usual = {
        "title": "Vạch chờ đón học sinh",
        "field": "truong_hoc",
        "matter": "Giờ tan trường xe dừng tràn ra đường",
        "deed": "Kẻ vạch chờ theo từng khối lớp",
        "effect": "Đường thông trong 15 phút",
        "told_on": clock.today(),
    }
    told = actions.PracticeTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.tell_practice(told, by=world.actor(by), picture=picture)


def staged(world: World, marker: str) -> dict[str, Any]:
    """One of each, for the table of access: a model that the commune has proposed, one that runs
    with all that hangs on it, and what everybody may read, which carries no marker.
    """
    chi = world.actor("Chi")
    shown, other = running(world), running(world, name="Kẻng an ninh", kind="keng_loa")
    paused = step(running(world, name=marker), "pause", by=chi)
    stored = files.store(marker.encode(), name=f"{marker}.txt", kind="txt", by=chi)
    picture = files.store(b"\x89PNG", name="anh.png", kind="png", by=chi)
    return {
        "model": proposed(world, name=f"Mô hình {marker}", purpose=marker).pk,
        "verb": "survey",
        "reply": "agree",
        "activity": activity(paused, by=chi, line=f"Tuần tra {marker}", file=stored).pk,
        "review": review(paused, by=chi, note=marker).pk,
        "catalogue": shown.pk,
        "pair": apart(shown, other, by=chi).pk,
        "practice": practice(world, picture=picture).pk,
        "request": asked(shown, f"Muốn học {marker}", by=world.actor("An")).pk,
    }
