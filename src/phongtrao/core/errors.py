"""The errors a user can act on; each carries one Vietnamese sentence and, where it helps, data.

Pure: no Django. Templates are Vietnamese source strings (marked with ``N_`` for extraction); the
door that shows an error translates the template and then fills in the data.
"""
# ruff: noqa: N818 - a refusal is named for what it says to the user, as in the glossary

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


def N_(text: str) -> str:  # noqa: N802 - the conventional name that Babel extracts
    """Mark a sentence for translation without translating it."""
    return text


@dataclass(frozen=True)
class Sentence:
    """A Vietnamese template with named placeholders, and the values that fill them."""

    template: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def shown(self, translate: Callable[[str], str] = str) -> str:
        """The filled sentence, in the language of ``translate`` (Vietnamese by default)."""
        text = str(translate(str(self.template)))
        if "%(" not in text:
            return text
        values = {
            key: value.shown(translate) if isinstance(value, Sentence) else value
            for key, value in self.data.items()
        }
        return text % values

    def __str__(self) -> str:
        return self.shown()


class DomainError(Exception):
    """A refusal the user can read and act on; shown as it is, logged without traceback."""

    code = "domain"
    status = 400

    def __init__(
        self,
        message: str | Sentence,
        code: str | None = None,
        status: int | None = None,
        **data: Any,
    ) -> None:
        template = message.template if isinstance(message, Sentence) else message
        known = dict(message.data) if isinstance(message, Sentence) else {}
        self.data: dict[str, Any] = known | data
        self.sentence = Sentence(template, self.data)
        self.code = code or type(self).code
        self.status = status or type(self).status
        super().__init__(message)

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.sentence.shown()

    def shown(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the reader's language."""
        return self.sentence.shown(translate)

    def __str__(self) -> str:
        return self.message


class Refused(DomainError):
    """The state of things does not allow this now (409)."""

    code = "refused"
    status = 409


class TransitionRefused(Refused):
    """The workflow has no such step from the present state."""

    code = "wrong_state"


class Forbidden(DomainError):
    """The actor may see the object but not do this (403)."""

    code = "forbidden"
    status = 403


class NotFound(DomainError):
    """There is no such object for this actor, whether or not it exists (404)."""

    code = "not_found"
    status = 404

    def __init__(self, message: str | Sentence = "", code: str | None = None, **data: Any) -> None:
        super().__init__(message or N_("Không tìm thấy nội dung này."), code, **data)


class StaleVersion(DomainError):
    """Somebody saved a newer version meanwhile (409); both sides are kept for the page.

    ``mine`` is what this user sent, ``theirs`` what is stored now; both map a field to its value.
    """

    code = "stale_version"
    status = 409

    def __init__(
        self,
        message: str | Sentence = "",
        *,
        mine: Mapping[str, Any] | None = None,
        theirs: Mapping[str, Any] | None = None,
        **data: Any,
    ) -> None:
        default = N_(
            "Nội dung này vừa được người khác lưu. Phần bạn nhập vẫn được giữ;"
            " hãy so sánh hai bản rồi lưu lại."
        )
        super().__init__(message or default, **data)
        self.mine = dict(mine or {})
        self.theirs = dict(theirs or {})


class InvalidInput(DomainError):
    """What was typed or uploaded cannot be used (422); ``fields`` names each place and why."""

    code = "invalid"
    status = 422

    def __init__(
        self,
        message: str | Sentence = "",
        code: str | None = None,
        *,
        fields: Mapping[str, str | Sentence] | None = None,
        **data: Any,
    ) -> None:
        super().__init__(message or N_("Có nội dung nhập chưa đúng."), code, **data)
        self.fields: dict[str, str | Sentence] = dict(fields or {})
