"""Whom to tell; the reading itself is org's."""

from phongtrao.org.queries import postings_in as accounts_of_bodies

__all__ = ["accounts_of_bodies"]
