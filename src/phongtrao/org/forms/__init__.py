"""What is typed about accounts, postings, delegations, areas and sets of areas."""

from phongtrao.org.forms.accounts import (
    AccountFilter,
    AccountForm,
    DelegationForm,
    EndPostingForm,
    LastDayField,
    OfficeContactForm,
    PostingForm,
    body_called,
)
from phongtrao.org.forms.area_acts import ActForm, AmendForm, CloseForm, OpenForm
from phongtrao.org.forms.area_filters import ChangeFilter, ComparisonForm
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.forms.area_reorganise import ReorganiseForm
from phongtrao.org.forms.area_set_filter import AreaSetChoice, AreaSetFilter
from phongtrao.org.forms.area_sets import (
    AreaSetForm,
    MembersForm,
    MembershipEndForm,
    SetTermsForm,
)
from phongtrao.org.forms.corrections import AreaFileForm
from phongtrao.org.forms.delegations import DelegationFilter
from phongtrao.org.forms.handovers import HandoverForm
from phongtrao.org.forms.place_filters import AreaFilter, BodyFilter
from phongtrao.org.forms.tokens import CAPABILITY_NAMES, TokenForm

__all__ = [
    "CAPABILITY_NAMES",
    "AccountFilter",
    "AccountForm",
    "ActForm",
    "AmendForm",
    "AreaFileForm",
    "AreaFilter",
    "AreaSetChoice",
    "AreaSetFilter",
    "AreaSetForm",
    "BodyFilter",
    "ChangeFilter",
    "CloseForm",
    "ComparisonForm",
    "DelegationFilter",
    "DelegationForm",
    "EndPostingForm",
    "HandoverForm",
    "LastDayField",
    "MembersForm",
    "MembershipEndForm",
    "OfficeContactForm",
    "OpenForm",
    "PostingForm",
    "ReorganiseForm",
    "SetTermsForm",
    "TokenForm",
    "area_called",
    "body_called",
]
