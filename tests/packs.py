"""The packages that many tests work with: loaded once in a process, then written again."""

from phongtrao.planning import imports as planning
from phongtrao.planning.models import Programme
from phongtrao.reporting import imports as reporting
from phongtrao.reporting.models import TemplateVersion
from tests.replay import Replayed

_PROGRAMME = "07/CTrPH-BCA-MTTW"
_HALF_YEAR = "bao-cao-6-thang"
_replayed_pack = Replayed(planning.load_pack)
load_catalogue = Replayed(reporting.load_catalogue)


def load_pack() -> Programme:
    """The programme that ships, loaded where it is not there yet."""
    found = Programme.objects.filter(code=_PROGRAMME, home_body=None).first()
    return found or _replayed_pack()


def half_year_form() -> TemplateVersion:
    """The half-year form that ships, with its catalogue, loaded where it is not there yet."""
    versions = TemplateVersion.objects.select_related("template")
    forms = versions.filter(template__code=_HALF_YEAR)
    if not forms.exists():
        load_catalogue()
    return forms.get()
