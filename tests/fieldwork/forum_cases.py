"""Forums and what was said there, to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.forums import actions
from phongtrao.fieldwork.forums.models import Forum, Remark
from tests.packs import load_pack
from tests.world import World

TEXT = "Đường vào xóm chưa có đèn, đi lại ban đêm khó khăn; đề nghị lắp đèn chiếu sáng."


def terms(world: World, *, area: str = "quang-ngai", **facts: Any) -> actions.ForumTerms:
    """A forum of three days ago that 140 attended."""
    usual: dict[str, Any] = {
        "kind": "cong_an",
        "level": "tinh",
        "theme": "Giữ gìn trật tự ở khu dân cư",
        "held_on": clock.today() - timedelta(days=3),
        "attendances": 140,
    }
    return actions.ForumTerms(load_pack(), world.area(area).pk, **usual | facts)


def forum(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Forum:
    """A forum that one of the cast has entered."""
    return actions.record_forum(terms(world, area=area, **facts), by=world.actor(by))


def remark(world: World, held: Forum, *, by: str = "An", **facts: Any) -> Remark:
    """A remark at a forum that nobody has been given."""
    usual: dict[str, Any] = {"matter": "trat_tu", "text": TEXT}
    return actions.note_remark(held, actions.RemarkTerms(**usual | facts), by=world.actor(by))


def assigned(world: World, held: Forum, *, to: tuple[str, str] = ("ca", "dak-ha")) -> Remark:
    """A remark that a commune's police has to answer."""
    return actions.assign_remark(remark(world, held), world.body(*to), by=world.actor("An"))
