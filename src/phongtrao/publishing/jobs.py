"""Background work of publishing; each job may run twice."""

from django_tasks import task

from phongtrao.publishing.actions import meeting_books


@task()
def make_book(pk: int) -> str:
    """Make the book of a meeting that waits; should it fail, the page says so."""
    try:
        return meeting_books.make_book(pk)
    except Exception:
        meeting_books.give_up_book(pk)
        raise
