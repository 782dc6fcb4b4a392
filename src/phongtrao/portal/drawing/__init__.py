"""How papers hang together: what a text does to the paper it names, and the picture. Pure."""

from phongtrao.portal.drawing.picture import Box, Line, Picture, drawn
from phongtrao.portal.drawing.records import Edge, Node, Relation
from phongtrao.portal.drawing.relations import relation_in, strongest

__all__ = [
    "Box",
    "Edge",
    "Line",
    "Node",
    "Picture",
    "Relation",
    "drawn",
    "relation_in",
    "strongest",
]
