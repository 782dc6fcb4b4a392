"""What may never be stored, counted or connected (DESIGN.md §3), as code that refuses to start.

Pure: `stems` (words), `indicators` (what may be counted), `clients` (libraries). With Django:
`schema` (tables and fields), `pages` (routes, forms, templates), `start` (the refusal).
"""
