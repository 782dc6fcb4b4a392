"""The pages of planning."""

from phongtrao.planning.views import decisions, documents, requirements, tasks

__all__ = ["decisions", "documents", "requirements", "tasks"]
