"""Background work of festivals; each job may run twice."""

from django_tasks import task

from phongtrao.fieldwork.events import actions


@task()
def find_selection(pk: int) -> str:
    """Find the plan of a selection that waits."""
    return actions.find_selection(pk)
