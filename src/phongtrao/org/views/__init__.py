"""The pages of org."""

from phongtrao.org.views import accounts, areas, delegations, postings

__all__ = ["accounts", "areas", "delegations", "postings"]
