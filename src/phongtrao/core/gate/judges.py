"""Which judgement a file is given: as it is, or as one that is to be converted first."""


def judge_of(*, old: bool) -> str:
    """The address ``module:function`` of the judgement; loaded only in children."""
    if old:
        return "phongtrao.core.gate.old_formats:inspect_old"
    return "phongtrao.core.gate.inspection:inspect"
