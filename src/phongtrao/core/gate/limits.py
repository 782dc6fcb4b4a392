"""How much an uploaded file may ask of us, with the reason for each figure."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True)
class GateLimits:
    """The limits of the wall.  Sizes are bytes, times are seconds.

    Each default stands well above the largest honest state paper we know and well below what
    hurts a machine with 2 cores and 4 GB.
    """

    # A scanned decision of 60 pages has 10–20 MB; larger annexes are sent in parts.
    upload_bytes: int = 25 * MIB
    # All members of an archive together: eight full uploads, read as a stream and never held.
    expanded_bytes: int = 200 * MIB
    # XML is parsed token by token, so it is dearer than pictures.
    xml_bytes: int = 80 * MIB
    # Deflate reaches 1032; honest sheets stay below 60, empty bitmaps are measured apart.
    ratio: int = 200
    # Below this size a high ratio costs nothing (an empty page of one colour, a blank sheet).
    ratio_floor_bytes: int = 1 * MIB
    # Bitmaps and metafiles of one colour reach any ratio; their size is what counts.
    bitmap_bytes: int = 64 * MIB
    # Word with 1,000 pictures has about 1,100 members.
    members: int = 5_000
    # A workbook behind a chart is held in memory while it is inspected.
    embedded_bytes: int = 16 * MIB
    # A report with 60 charts has 60 such workbooks; each may unpack to four times its size.
    embedded_workbooks: int = 60
    embedded_expanded_bytes: int = 64 * MIB
    # 400,000 cells make about a million elements, 500 pages of Word about the same.
    xml_elements: int = 3_000_000
    # Nested tables of Word reach about 60 levels.
    xml_depth: int = 256
    xml_attributes: int = 256
    # Word keeps whole drawings in one attribute (``o:gfxdata``), up to a few hundred KB.
    xml_attribute_bytes: int = 2 * MIB
    # One tag or text without any ``>``: the parser keeps an open tag in memory.
    xml_token_bytes: int = 4 * MIB
    # 3,321 communes × 100 columns fit; the product's own largest export has 166,050 cells.
    sheet_cells: int = 400_000
    # Rows × columns of the rectangle that holds values: readers walk all of it.
    sheet_area: int = 20_000_000
    # The same for cells that carry a format only (a whole formatted column is honest).
    styled_area: int = 1_000_000_000
    sheet_merges: int = 10_000
    # Copying between workbooks breeds styles; Excel itself stops at 65,490.
    workbook_styles: int = 20_000
    workbook_sheets: int = 255
    # 100 megapixels: an A2 page at 600 dpi.
    picture_pixels: int = 100_000_000
    pdf_objects: int = 200_000
    pdf_depth: int = 100
    # Arrays inside one object; width tables of CID fonts have some thousands.
    pdf_arrays: int = 20_000
    # 2 MB on one line: no honest text; readers and patterns are linear but not free.
    text_line_chars: int = 2_000_000
    # Vietnamese needs 2 marks on a letter; other scripts up to about 10.
    combining_marks: int = 30
    name_chars: int = 120
    # -- the cage ------------------------------------------------------------------------------
    # Address space, not resident memory: python-docx with lxml maps about 250 MB.
    memory_bytes: int = 768 * MIB
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    # The child writes no file at all; its answer goes through a pipe.
    written_bytes: int = 0
    open_files: int = 64
    # What a reader may hand back as JSON.
    answer_bytes: int = 32 * MIB


@dataclass(frozen=True)
class WorkshopLimits:
    """The limits of a foreign program in the workshop.  Sizes are bytes, times are seconds."""

    # Address space: LibreOffice maps about 1 GB before it opens anything.
    memory_bytes: int = 2048 * MIB
    cpu_seconds: int = 60
    wall_seconds: float = 90.0
    # One file; the folder as a whole may grow to four times that.
    written_bytes: int = 64 * MIB
    folder_bytes: int = 256 * MIB
    open_files: int = 256
    # How long an upload waits for the one before it.
    queue_seconds: float = 60.0
