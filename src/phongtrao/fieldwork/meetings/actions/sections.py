"""Sections of a conference: what belongs to one programme of several."""

from collections.abc import Iterable

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting, MeetingPaper
from phongtrao.planning.models import Programme


def require_section(meeting: Meeting, programme: Programme | None) -> None:
    """Raises InvalidInput for a programme that the meeting does not treat."""
    if programme is None or programme.pk == meeting.programme_id:
        return
    if not meeting.sections.filter(programme=programme).exists():
        said = Sentence(N_("Cuộc họp không bàn chương trình này. Hãy thêm vào cuộc họp trước."))
        raise InvalidInput(said, fields={"programme": said})


def require_unused(meeting: Meeting, kept: Iterable[int]) -> None:
    """Raises InvalidInput where papers or conclusions belong to a section that is taken away."""
    stay = set(kept)
    used = [
        model.objects.filter(entry=meeting, programme__isnull=False)
        .exclude(programme__in=stay)
        .values_list("programme__short_name", flat=True)
        for model in (MeetingPaper, Conclusion)
    ]
    names = sorted({name for rows in used for name in rows})
    if names:
        said = Sentence(
            N_("Phần %(names)s còn tài liệu hoặc kết luận nên chưa bỏ được."),
            {"names": ", ".join(names)},
        )
        raise InvalidInput(said, fields={"others": said})
