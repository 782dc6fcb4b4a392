"""What an inspected body was called when it was inspected."""

from django.db import migrations, models


def name_them(apps, editor) -> None:  # type: ignore[no-untyped-def]  # of migrations
    """Those entered before are called as their body is now."""
    rows = apps.get_model("oversight", "InspectedBody").objects.select_related("body")
    for row in rows.iterator(chunk_size=500):
        row.called = row.body.name[:250]
        row.save(update_fields=["called"])


class Migration(migrations.Migration):
    dependencies = [("oversight", "0005_what_inspected_bodies_tell")]

    operations = [
        migrations.AddField(
            "inspectedbody", "called", models.CharField(blank=True, max_length=250)
        ),
        migrations.RunPython(name_them, migrations.RunPython.noop, elidable=True),
    ]
