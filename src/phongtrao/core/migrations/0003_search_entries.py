from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_hash_of_the_original_of_a_covered_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("object_id", models.BigIntegerField()),
                ("title", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("marked", models.TextField(blank=True)),
                ("day", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "object_id"), name="core_search_entry_once"
                    )
                ],
            },
        ),
    ]
