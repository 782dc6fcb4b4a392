"""Fixtures every test may use: the world, its cast and a client that acts for one of them."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from hypothesis import settings
from whitenoise.middleware import WhiteNoiseMiddleware

from phongtrao.analytics.queries.figures import forget
from phongtrao.org import scope
from phongtrao.org.middleware import SESSION_KEY
from phongtrao.org.models import Posting
from tests.extent import IS_FULL, ROWS, kept_rows
from tests.world import World, build_world

# A plain run tries fewer cases of each property; `make test-properties` tries the full count.
settings.register_profile("plain", max_examples=20, deadline=None)
settings.register_profile("full", max_examples=400, deadline=None)
settings.load_profile("full" if IS_FULL else "plain")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out some rows of tables where a run says so."""
    if not ROWS:
        return
    kept = kept_rows(item.nodeid for item in items)
    left_out = [item for item in items if item.nodeid not in kept]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item.nodeid in kept]


@pytest.fixture(scope="session", autouse=True)
def static_files_found_once() -> Iterator[None]:
    """Each client makes its middleware, which looks for the files of the package on the disk."""
    find, found = WhiteNoiseMiddleware.add_files_from_finders, {}

    def find_once(middleware: WhiteNoiseMiddleware) -> None:
        if not found:
            find(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", find_once)
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """What a process keeps of the areas of one test is not that of the next."""
    forget()


@pytest.fixture
def world(db: None) -> World:
    """Two provinces, four communes, their bodies and the cast."""
    scope.forget()
    return build_world()


@pytest.fixture
def client_for() -> Callable[[Posting], Client]:
    """A signed-in client acting in a posting."""

    def sign_in(posting: Posting) -> Client:
        client = Client()
        client.force_login(posting.account, backend="phongtrao.org.sign_in.AccountBackend")
        session = client.session
        session[SESSION_KEY] = posting.pk
        session.save()
        return client

    return sign_in
