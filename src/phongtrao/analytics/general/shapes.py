"""Which steps an expression needs: questions of one shape share one expression. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """The steps that some questions need; each one left out makes the expression faster.

    `has_delta`: rows came after the record was written. `by_body`: figures of one kind of bodies
    only. `is_crowded`: two forms ask one body for the same figure. `is_joint`: several bodies
    speak of one area. `is_adjusted`: signed lines add to figures. `is_tiled`: figures of other
    periods may fill the one asked. `inherits`: areas closed within the period. `has_parts`: a
    ratio or mean. `is_weighted`: a typed mean with weights. `is_rescaled`: forms with different
    decimals. `is_wide`: 64 bits may not hold a sum. `is_traced`: the reports are asked for, not
    the sum.
    """

    has_delta: bool = False
    by_body: bool = False
    is_crowded: bool = False
    is_joint: bool = False
    is_adjusted: bool = False
    is_tiled: bool = False
    inherits: bool = False
    has_parts: bool = False
    is_weighted: bool = False
    is_rescaled: bool = False
    is_wide: bool = False
    is_traced: bool = False
