"""The WSGI door that granian opens; it stays closed over a page that asks for forbidden things."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
application = get_wsgi_application()

from phongtrao.core.boundary import pages, start  # noqa: E402 - reads the pages: Django first

start.refuse_to_start(pages.page_faults())

from phongtrao.analytics.queries.warm_up import begin_warm_up  # noqa: E402 - models: Django first

begin_warm_up()
