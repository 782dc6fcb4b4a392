"""The tables of the database: made at once where there are none, else migrated step by step."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

# Whoever makes tables on PostgreSQL waits here for another who does.
_LOCK = 0x70687472


def bring_up_to_date() -> bool:
    """Make or migrate the tables; says whether anything was done."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return False
    if _is_empty():
        _create([(step.app_label, step.name) for step, _backwards in plan])
    else:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return True


def _is_empty() -> bool:
    return not connection.introspection.table_names()


def _create(steps: list[tuple[str, str]]) -> None:
    """Tables as the models have them, every migration noted as applied, in one transaction.

    A migration replayed on nothing draws all models anew for each of its operations: minutes on
    an office machine, for the same tables (tests/cli/test_schema.py compares them).
    """
    with connection.schema_editor() as editor:
        if connection.vendor == "postgresql":
            editor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            if not _is_empty():
                return
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        editor.create_model(MigrationRecorder.Migration)
        for app, name in steps:
            MigrationRecorder(connection).record_applied(app, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
