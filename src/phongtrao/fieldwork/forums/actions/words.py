"""What typed words of a forum must not hold: names of persons."""

from phongtrao.core import guard
from phongtrao.core.errors import N_, InvalidInput, Sentence


def without_names(field: str, text: str) -> str:
    """The text where it names nobody but officials in their posts; raises InvalidInput."""
    named = guard.persons_in(text)
    if named:
        start, end = named[0]
        said = Sentence(
            N_(
                "Có tên người: %(name)s. Chỉ ghi tóm tắt nội dung hoặc chức vụ, không ghi tên; "
                "chưa lưu gì."
            ),
            {"name": text[start:end]},
        )
        raise InvalidInput(said, fields={field: said})
    return text
