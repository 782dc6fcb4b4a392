"""Files → text: docx, pdf and txt read into one plain text with hints of its layout."""

from phongtrao.intake.readers.read import KINDS, kind_of_name, read
from phongtrao.intake.readers.results import SENTENCES, LayoutHint, ReadText, UnreadableFile

__all__ = ["KINDS", "SENTENCES", "LayoutHint", "ReadText", "UnreadableFile", "kind_of_name", "read"]
