"""The shipped settings with an app whose field nobody has listed."""

from phongtrao.config.settings import *  # noqa: F403 - every other setting as shipped
from phongtrao.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.rights.unlisted_app"]
