"""Loads the demo once; later starts only repeat the list of accounts."""

from datetime import timedelta

from phongtrao.cli.demo import (
    area_sets,
    asides,
    cast,
    classes,
    communication,
    compositions,
    core_force,
    delegation,
    exchanges,
    exemplars,
    festivals,
    following,
    grassroots,
    inspections,
    internal,
    listening,
    meetings,
    merger,
    money,
    papers,
    programmes,
    rounds,
    weeks,
)
from phongtrao.core import clock, packs
from phongtrao.core.models import Notice
from phongtrao.org.models import AreaVersion

NAME, VERSION = "demo", "1"
# Communes that carry the story: two that came from Quảng Ngãi and one from Kon Tum.
STORY_COMMUNES = ("Ba Tơ", "Trà Bồng", "Đăk Hà")


def ensure_demo() -> list[str]:
    """Load the demo if it is not in yet; the lines about its accounts."""
    packs.load_once(NAME, VERSION, _load)
    return cast.account_lines()


def _load() -> None:
    today = clock.today()
    province = AreaVersion.objects.on(today).get(slug=cast.PROVINCE, level="province")
    communes = AreaVersion.objects.on(today).filter(parent_id=province.lineage_id)
    story = [communes.get(name=name, type="xã").lineage_id for name in STORY_COMMUNES]
    players = cast.make_cast(story, province.lineage_id)
    area_sets.tell(players, province.lineage_id)
    merger.tell(players, province.lineage_id)
    rounds.tell(players, province.lineage_id, story)
    asides.tell(players, story)
    papers.tell(players, story)
    following.tell(players, story)
    exchanges.tell(players, story)
    internal.tell(players)
    compositions.tell(players, story)
    programmes.tell(players, story)
    communication.tell(players, story)
    listening.tell(players, story)
    core_force.tell(players, story)
    classes.tell(players)
    money.tell(players, story)
    grassroots.tell(players, story)
    meetings.tell(players, story)
    inspections.tell(players, story)
    delegation.tell(players)
    weeks.tell(players)
    exemplars.tell(players, story)
    festivals.tell(players, story)
    week_ago = clock.now() - timedelta(days=7)
    Notice.objects.filter(created_at__lt=week_ago).update(read_at=week_ago)
