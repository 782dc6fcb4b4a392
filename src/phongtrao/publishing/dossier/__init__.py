"""The dossier of a paper as files: one PDF with bookmarks, and XML with the hash of every file."""

from phongtrao.publishing.dossier.markup import NAMESPACE, dossier_xml
from phongtrao.publishing.dossier.portable import dossier_pdf

__all__ = ["NAMESPACE", "dossier_pdf", "dossier_xml"]
