"""A crowd of uploads is turned away at the door of each process, before anything else is done.

Every request with a file costs a session, its body, rights and the frame of a page before it asks
for a seat (`queue`). Hundreds at once would keep each thread busy with that, and everybody's pages
would wait. Beyond a few a process, the answer is one small page: nothing was kept, come again.
"""

from collections.abc import Callable
from threading import BoundedSemaphore

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

# Threads of one process that serve requests, and how many of them uploads may hold.
THREADS = 6
MOST_UPLOADS = 3
RETRY_SECONDS = 60


class CrowdMiddleware:
    """Lets a few requests with files into a process at a time; the others read `core/busy.html`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._places = BoundedSemaphore(MOST_UPLOADS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.content_type != "multipart/form-data":
            return self.get_response(request)
        if not self._places.acquire(blocking=False):
            return _busy(request)
        try:
            return self.get_response(request)
        finally:
            self._places.release()


def _busy(request: HttpRequest) -> HttpResponse:
    answer = render(request, "core/busy.html", status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer
