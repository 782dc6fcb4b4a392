"""The figures of a file as whole numbers, exact or refused: a machine's writing, without grouping.

A file holds 1234 or 1234.5. Grouped digits, a decimal comma and shortened powers are refused:
nobody can tell 1.234 of one country from 1,234 of another.
"""

import re
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.formats import INT64_MAX

_WHOLE = "^-?[0-9]{1,18}$"
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"-?[0-9]+(?:[.,  ][0-9]+)+")
_POWER = re.compile(r"-?[0-9.,]+[eE][+-]?[0-9]+")
_EXACT_FLOAT = 2.0**53
_MOST_DIGITS = 18
# Powers of ten that fit 64 bits, and the greatest figure that each may be put to.
_POWERS = 10 ** np.arange(_MOST_DIGITS + 1, dtype=np.int64)
_MOST_FOR = INT64_MAX // _POWERS

Faults = list[tuple[int, Sentence]]


def read_figures(
    values: pa.Array, decimals: NDArray[np.int64], *, needed: NDArray[np.bool_] | None = None
) -> tuple[NDArray[np.int64], Faults]:
    """Each value times 10**decimals, and (place, sentence) for each that cannot be that exactly.

    Rows without a value are 0; where one is `needed` (by default everywhere) that is a fault.
    """
    missing = _missing(values)
    lacking = missing if needed is None else missing[needed[missing]]
    faults: Faults = [(int(place), _MISSING) for place in lacking]
    if pa.types.is_integer(values.type) and values.type != pa.uint64():
        figures = values.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
        scaled, found = _scaled(figures, np.zeros_like(decimals), decimals, figures)
    elif pa.types.is_floating(values.type):
        scaled, found = _of_floats(values, decimals)
    elif _is_exact_decimal(values.type):
        scaled, found = _of_decimals(values, decimals)
    else:
        scaled, found = _of_texts(values, decimals)
    gone = set(missing.tolist())
    faults += [fault for fault in found if fault[0] not in gone]
    negative = np.flatnonzero(scaled < 0)
    faults += [(int(place), _NEGATIVE) for place in negative]
    return scaled, faults


def _missing(values: pa.Array) -> NDArray[np.int64]:
    if not values.null_count:
        return np.empty(0, np.int64)
    return np.flatnonzero(values.is_null().to_numpy(zero_copy_only=False))


_MISSING = Sentence(N_("Thiếu giá trị. Hãy bỏ dòng này nếu không có số liệu."))
_NEGATIVE = Sentence(N_("Chỉ tiêu này không nhận số âm."))


def _of_floats(values: pa.Array, decimals: NDArray[np.int64]) -> tuple[NDArray[np.int64], Faults]:
    if values.type == pa.float16():
        values = values.cast(pa.float32())
    given = values.fill_null(0).to_numpy(zero_copy_only=False)
    faults: Faults = []
    finite = np.isfinite(given)
    faults += [(int(p), _no_number(str(given[p]))) for p in np.flatnonzero(~finite)]
    wide = np.where(finite, given, 0).astype(np.float64)
    power = 10.0**decimals
    whole = np.rint(wide * power)
    large = np.abs(whole) >= _EXACT_FLOAT
    faults += [(int(p), _too_big(str(given[p]))) for p in np.flatnonzero(large)]
    # The double nearest to the rounded figure is the one that stood in the file.
    exact = ((whole / power).astype(given.dtype) == given) | large | ~finite
    faults += [(int(p), _fraction(str(given[p]), int(decimals[p]))) for p in np.flatnonzero(~exact)]
    return np.where(large, 0, whole).astype(np.int64), faults


def _is_exact_decimal(kind: pa.DataType) -> bool:
    """Decimals whose digits fit 64 bits whatever they are."""
    return bool(pa.types.is_decimal128(kind)) and kind.precision <= _MOST_DIGITS and kind.scale >= 0


def _of_decimals(values: pa.Array, decimals: NDArray[np.int64]) -> tuple[NDArray[np.int64], Faults]:
    count, start = len(values), values.offset
    words = np.frombuffer(values.buffers()[1], np.int64).reshape(-1, 2)[start : start + count, 0]
    present = values.is_valid().to_numpy(zero_copy_only=False)
    figures = np.where(present, words, 0)
    places = np.full(count, values.type.scale, np.int64)
    for _digit in range(values.type.scale):
        blank = (figures % 10 == 0) & (places > 0)
        figures, places = np.where(blank, figures // 10, figures), places - blank
    return _scaled(figures, places, decimals, values)


def _of_texts(values: pa.Array, decimals: NDArray[np.int64]) -> tuple[NDArray[np.int64], Faults]:
    if pa.types.is_dictionary(values.type):
        values = values.dictionary_decode()
    texts = pc.utf8_trim_whitespace(values.cast(pa.string()))
    whole = pc.match_substring_regex(texts, _WHOLE).fill_null(pa.scalar(value=False))
    figures = pc.if_else(whole, texts, "0").cast(pa.int64()).to_numpy(zero_copy_only=False)
    rest = np.flatnonzero(~whole.to_numpy(zero_copy_only=False) & texts.is_valid().to_numpy(
        zero_copy_only=False))  # fmt: skip
    places = np.zeros_like(decimals)
    faults: Faults = []
    if len(rest):
        coded = texts.take(pa.array(rest)).dictionary_encode()
        read = [_read_one(text) for text in coded.dictionary.to_pylist()]
        at = coded.indices.to_numpy(zero_copy_only=False)
        figures = figures.copy()
        figures[rest] = np.array([figure for figure, _places, _fault in read], np.int64)[at]
        places[rest] = np.array([count for _figure, count, _fault in read], np.int64)[at]
        wrong = [fault for _figure, _places, fault in read]
        told = ((int(p), wrong[k]) for p, k in zip(rest, at, strict=True))
        faults = [(p, fault) for p, fault in told if fault is not None]
    scaled, found = _scaled(figures, places, decimals, texts)
    return scaled, faults + found


def _scaled(
    figures: NDArray[np.int64],
    places: NDArray[np.int64],
    decimals: NDArray[np.int64],
    shown: Any,
) -> tuple[NDArray[np.int64], Faults]:
    """Figures that stand with so many places behind the point, scaled to their decimals."""
    shift = np.minimum(np.maximum(decimals - places, 0), len(_POWERS) - 1)
    fine = places > decimals
    if not shift.any() and not fine.any():
        return figures, []
    factor = _POWERS[shift]
    large = np.abs(figures) > _MOST_FOR[shift]
    faults = [(int(p), _too_big(str(shown[p]))) for p in np.flatnonzero(large)]
    faults += [
        (int(p), _fraction(str(shown[p]), int(decimals[p]))) for p in np.flatnonzero(fine & ~large)
    ]
    return np.where(large | fine, 0, figures) * np.where(large, 1, factor), faults


def _read_one(text: str) -> tuple[int, int, Sentence | None]:
    """Digits without the point, how many stand behind it, and what is wrong with the text."""
    if _NUMBER.fullmatch(text):
        exact = Decimal(text)
        places = len(text.partition(".")[2].rstrip("0"))
        figure = int(exact.scaleb(places)) if len(text) <= 2 * _MOST_DIGITS else INT64_MAX + 1
        if abs(figure) < 10**_MOST_DIGITS:
            return figure, places, None
        return 0, 0, _too_big(text)
    return 0, 0, _no_number(text)


def _no_number(text: str) -> Sentence:
    shown = {"shown": text[:40]}
    if _POWER.fullmatch(text):
        return Sentence(N_('"%(shown)s" viết theo lũy thừa. Hãy ghi đủ các chữ số.'), shown)
    if _GROUPED.fullmatch(text):
        return Sentence(
            N_(
                '"%(shown)s" có dấu phân cách. Trong tệp hãy viết liền các chữ số, phần thập phân'
                " sau dấu chấm: 1234.5."
            ),
            shown,
        )
    return Sentence(N_('"%(shown)s" không phải là số.'), shown)


def _too_big(text: str) -> Sentence:
    return Sentence(N_('"%(shown)s" quá lớn để ghi chính xác.'), {"shown": text[:40]})


def _fraction(text: str, decimals: int) -> Sentence:
    if not decimals:
        return Sentence(
            N_('"%(shown)s" có phần lẻ; chỉ tiêu này chỉ nhận số nguyên.'), {"shown": text[:40]}
        )
    return Sentence(
        N_('"%(shown)s" có quá %(decimals)s chữ số thập phân.'),
        {"shown": text[:40], "decimals": decimals},
    )
