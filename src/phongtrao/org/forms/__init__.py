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
from phongtrao.org.forms.area_sets import (
    AreaSetForm,
    MembersForm,
    MembershipEndForm,
    SetTermsForm,
)
from phongtrao.org.forms.corrections import AreaFileForm

__all__ = [
    "AccountFilter",
    "AccountForm",
    "ActForm",
    "AmendForm",
    "AreaFileForm",
    "AreaSetForm",
    "ChangeFilter",
    "CloseForm",
    "ComparisonForm",
    "DelegationForm",
    "EndPostingForm",
    "LastDayField",
    "MembersForm",
    "MembershipEndForm",
    "OfficeContactForm",
    "OpenForm",
    "PostingForm",
    "ReorganiseForm",
    "SetTermsForm",
    "area_called",
    "body_called",
]
