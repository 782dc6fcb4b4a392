"""`/tinh-trang`: whether the web, worker and scheduler processes live. No data."""

from datetime import timedelta

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse

from phongtrao.core import jobs
from phongtrao.core.errors import NotFound
from phongtrao.core.http import from_this_machine, public

_LIMITS = {"scheduler": timedelta(seconds=90), "worker": timedelta(seconds=180)}


@public
def status(request: HttpRequest) -> HttpResponse:
    """200 when all three live, else 503; asked from elsewhere than this machine, 404."""
    if not from_this_machine(request):
        raise NotFound
    try:
        states = {name: jobs.alive(name, within=limit) for name, limit in _LIMITS.items()}
    except DatabaseError:
        states = dict.fromkeys(_LIMITS, False)
    states["web"] = True
    words = {name: "hoạt động" if alive else "không phản hồi" for name, alive in states.items()}
    return JsonResponse(words, status=200 if all(states.values()) else 503)
