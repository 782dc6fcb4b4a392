from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_search_entries"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                fields=["day", "id", "kind", "object_id"], name="core_search_newest"
            ),
        ),
    ]
