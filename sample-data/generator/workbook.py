"""XLSX written by hand, with the habits of the programs that offices use (WPS, Excel, a platform's own exporter)."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

TEXT, MOMENT, DAY, TITLE = 0, 1, 2, 3


@dataclass(frozen=True)
class Number:
    """A numeric cell, with its digits exactly as they stand in the file."""

    digits: str
    style: int = TEXT


@dataclass(frozen=True)
class Rich:
    """A text cell in two runs, with a phonetic guide that is no part of the text."""

    first: str
    second: str
    guide: str

    def __str__(self):
        return self.first + self.second


@dataclass
class Sheet:
    """Rows of cells (text, Number, Rich or None), with what a spreadsheet keeps beside them."""

    name: str
    rows: list
    merged: list = field(default_factory=list)
    hidden: set = field(default_factory=set)
    blank_tail: int = 0


@dataclass
class Habits:
    """What tells one writing program from another; none of it changes the meaning of a cell."""

    shared_strings: bool = True
    dimension: str = ""
    starts_1904: bool = False
    wps_properties: bool = False
    streamed: bool = False


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def column_name(index):
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(65 + letter) + name
    return name


class _Strings:
    def __init__(self):
        self.index, self.items = {}, []

    def place(self, value):
        if value not in self.index:
            self.index[value] = len(self.items)
            self.items.append(value)
        return self.index[value]

    def part(self):
        items = "".join(f"<si>{_string(item)}</si>" for item in self.items)
        return f'{_HEAD}<sst {_MAIN} uniqueCount="{len(self.items)}">{items}</sst>'


def _string(value):
    if isinstance(value, Rich):
        return (f"<r><t>{escape(value.first)}</t></r><r><rPr><b/></rPr><t>{escape(value.second)}</t></r>"
                f'<rPh sb="0" eb="1"><t>{escape(value.guide)}</t></rPh>')
    space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f"<t{space}>{escape(value)}</t>"


def _cell(reference, value, strings):
    if value is None:
        return ""
    if isinstance(value, Number):
        style = f' s="{value.style}"' if value.style else ""
        return f'<c r="{reference}"{style}><v>{value.digits}</v></c>'
    if strings is None:
        return f'<c r="{reference}" t="inlineStr"><is>{_string(value)}</is></c>'
    return f'<c r="{reference}" t="s"><v>{strings.place(value)}</v></c>'


def _sheet_part(sheet, habits, strings):
    width = max(len(row) for row in sheet.rows)
    full = f"A1:{column_name(width - 1)}{len(sheet.rows)}"
    rows = []
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(_cell(f"{column_name(index)}{number}", value, strings) for index, value in enumerate(row))
        hidden = ' hidden="1"' if number in sheet.hidden else ""
        rows.append(f'<row r="{number}"{hidden}>{cells}</row>')
    for number in range(len(sheet.rows) + 1, len(sheet.rows) + 1 + sheet.blank_tail):
        rows.append(f'<row r="{number}"><c r="A{number}" s="{TITLE}"/><c r="B{number}" s="{TITLE}"/></row>')
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    merged = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else ""
    return (f'{_HEAD}<worksheet {_MAIN}><dimension ref="{habits.dimension or full}"/>'
            f"<sheetData>{''.join(rows)}</sheetData>{merged}</worksheet>")


def _styles():
    return (f'{_HEAD}<styleSheet {_MAIN}><numFmts count="1">'
            '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
            '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
            '<font><b/><sz val="16"/><name val="黑体"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
            "</styleSheet>")


def _core_properties(habits):
    wps = "<dc:publisher>WPS</dc:publisher><dc:type>表格</dc:type>" if habits.wps_properties else ""
    return (f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>平台</dc:creator>{wps}'
            '<dcterms:created xsi:type="dcterms:W3CDTF">2023-08-01T00:00:00Z</dcterms:created></cp:coreProperties>')


def _parts(sheets, habits):
    strings = _Strings() if habits.shared_strings else None
    bodies = [_sheet_part(sheet, habits, strings) for sheet in sheets]
    count = len(sheets)
    listed = "".join(f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
                     for n, sheet in enumerate(sheets, 1))
    epoch = '<workbookPr date1904="1"/>' if habits.starts_1904 else "<workbookPr/>"
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    links.append((f"rId{count + 1}", "styles", "styles.xml"))
    if strings is not None:
        links.append((f"rId{count + 2}", "sharedStrings", "sharedStrings.xml"))
    yield "[Content_Types].xml", _content_types(count, strings is not None)
    yield "_rels/.rels", _relationships([
        ("rId1", f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml")])
    yield "docProps/app.xml", f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"/>'
    yield "docProps/core.xml", _core_properties(habits)
    yield "xl/workbook.xml", (f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}/relationships">{epoch}'
                              f"<sheets>{listed}</sheets></workbook>")
    yield "xl/_rels/workbook.xml.rels", _relationships(
        [(name, f"{_OFFICE}/relationships/{kind}", target) for name, kind, target in links])
    yield "xl/styles.xml", _styles()
    for number, body in enumerate(bodies, 1):
        yield f"xl/worksheets/sheet{number}.xml", body
    if strings is not None:
        yield "xl/sharedStrings.xml", strings.part()


def _content_types(count, with_strings):
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("/xl/workbook.xml", f"{office}.sheet.main+xml"), ("/xl/styles.xml", f"{office}.styles+xml"),
             ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
             ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")]
    parts += [(f"/xl/worksheets/sheet{n}.xml", f"{office}.worksheet+xml") for n in range(1, count + 1)]
    if with_strings:
        parts.append(("/xl/sharedStrings.xml", f"{office}.sharedStrings+xml"))
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>')


def _relationships(links):
    listed = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in links)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


class _Unseekable(io.RawIOBase):
    """A sink that cannot go back, so that sizes follow the data as a streaming exporter writes them."""

    def __init__(self):
        super().__init__()
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, piece):
        self.content += piece
        return len(piece)


def workbook(sheets, habits):
    """The bytes of a workbook; the same rows give the same bytes."""
    sink = _Unseekable() if habits.streamed else io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in _parts(sheets, habits):
            entry = zipfile.ZipInfo(name, (2023, 8, 20, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8"), compresslevel=9)
    return bytes(sink.content) if habits.streamed else sink.getvalue()
