"""The shipped settings with an app that breaks the boundary."""

from phongtrao.config.settings import *  # noqa: F403 - every other setting as shipped
from phongtrao.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.rights.stray_app"]
