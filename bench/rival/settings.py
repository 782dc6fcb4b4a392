"""Our settings with one page served by the other template engine."""

from pathlib import Path

from phongtrao.config.settings import *  # noqa: F403 - everything else stays as shipped
from phongtrao.config.settings import TEMPLATES

ROOT_URLCONF = "bench.rival.urls"
TEMPLATES = [
    *TEMPLATES,
    {
        "NAME": "rival",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"libraries": {"rival": "bench.rival.tags"}},
    },
]
