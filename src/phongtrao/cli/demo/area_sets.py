"""The demo's emulation clusters: the communes of the province, dealt out in the order of codes."""

from datetime import date

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.org.actions import area_sets as actions
from phongtrao.org.models import AreaVersion

_CLUSTERS = 4
_SINCE = date(2025, 7, 1)
_BASIS = "Quyết định số 905/QĐ-UBND ngày 11/7/2025 (giả định)"


def tell(players: Cast, province_id: int) -> None:
    """Make the clusters, so that a commune can be laid beside its peers."""
    communes = list(
        AreaVersion.objects.on(clock.today()).filter(parent_id=province_id).order_by("code")
    )
    for place in range(_CLUSTERS):
        actions.make_set(
            actions.SetTerms(f"Cụm thi đua số {place + 1}", "cluster", _BASIS, is_verified=False),
            "commune",
            communes[place::_CLUSTERS],
            _SINCE,
            by=players.actor("quantri"),
        )
