"""Background work of festivals; each job may run twice."""

from django_tasks import task

from phongtrao.fieldwork.events import actions


@task()
def find_selection(pk: int) -> str:
    """Find the plan of a selection that waits; should it fail, the page says so."""
    try:
        return actions.find_selection(pk)
    except Exception:
        actions.give_up_selection(pk)
        raise
