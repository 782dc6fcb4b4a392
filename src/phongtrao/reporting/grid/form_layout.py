"""The workbook of one report: its sheets, columns and colours of cells. Pure.

`exports.form_workbook` writes it, `grid.form_reader` reads it back, `imports.filled_forms` judges.
"""

FIGURES, NARRATIVE, MARK = "Biểu số liệu", "Lời văn", "phongtrao"
SHEETS = frozenset({FIGURES, NARRATIVE, MARK})
MARK_HEAD = "phongtrao-bieu-1"  # the number tells the layout
REASON = "reason"  # stands for a topic in the row of the general reason

# Columns of the figures, counted from 1.
ORDER, CODE, NAME, UNIT, LAST, LAST_YEAR, FIGURE, NOTE = range(1, 9)
# Columns of the narrative; the first is hidden and names the topic in every language.
TOPIC, LABEL, TEXT = range(1, 4)
HEAD_ROW = 7  # the row of the titles above the figures

# What is read at most; a form has some dozens of cells, its narrative at most 200 statements.
MOST_ROWS = 2_000
EMPTY_STATEMENTS = 5  # rows left for further statements of a topic
FEWEST_STATEMENTS = 8
EXACT_DIGITS = 15  # a spreadsheet keeps no more digits of a number
