"""Urgency says until when: at once, by a day, over a long time."""

from django.db import migrations, models

_CODES = {"cao": "ngay", "vua": "co_thoi_han", "thap": "lau_dai"}


def _rename(codes: dict[str, str], apps) -> None:  # type: ignore[no-untyped-def]  # of migrations
    rows = apps.get_model("oversight", "Recommendation").objects
    for before, after in codes.items():
        rows.filter(urgency=before).update(urgency=after)


def forwards(apps, editor) -> None:  # type: ignore[no-untyped-def]  # of migrations
    """The codes of the words that conclusions use."""
    _rename(_CODES, apps)


def backwards(apps, editor) -> None:  # type: ignore[no-untyped-def]  # of migrations
    """The codes as they were."""
    _rename({after: before for before, after in _CODES.items()}, apps)


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_recommendations")]

    operations = [
        migrations.RemoveConstraint("recommendation", "oversight_recommendation_urgency"),
        migrations.AlterField(
            "recommendation",
            "urgency",
            models.CharField(
                choices=[
                    ("ngay", "Khắc phục ngay"),
                    ("co_thoi_han", "Khắc phục có thời hạn"),
                    ("lau_dai", "Khắc phục lâu dài"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(forwards, backwards, elidable=True),
        migrations.AddConstraint(
            "recommendation",
            models.CheckConstraint(
                name="oversight_recommendation_urgency",
                condition=models.Q(urgency__in=["ngay", "co_thoi_han", "lau_dai"]),
            ),
        ),
    ]
