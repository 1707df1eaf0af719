"""An office's hands: fills and alters blank workbooks with openpyxl, as told in JSON on standard input.

Rows and columns are Excel's own, from 1. What Excel does by itself when rows or columns move (merges, rules, heights and
references follow) is done here, as openpyxl only moves the cells.
"""

import json
import re
import sys
from copy import copy

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

SELF_HEADS = ("自查分", "自评分", "自评得分")
REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")


def survey(path):
    """Every score cell with the rule that the sheet puts on it, and what stands beside it."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(str(c.value or "") in SELF_HEADS for c in row))
    self_column = next(c.column for c in header if str(c.value or "") in SELF_HEADS)
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for part in rule.sqref.ranges:
            for row in range(part.min_row, part.max_row + 1):
                rules[row] = rule
    # Maximum and criterion stand left of the scores, in either order.
    first = min(rules)
    is_figure = [isinstance(sheet.cell(first, self_column - back).value, (int, float)) for back in (1, 2)]
    maximum, criterion = self_column - (1 if is_figure[0] else 2), self_column - (2 if is_figure[0] else 1)
    items, section = [], None
    for row in sorted(rules):
        section = sheet.cell(row, 1).value or section
        rule = rules[row]
        items.append(
            {
                "row": row,
                "section": section,
                # Only what is given on top has no maximum.
                "bonus": sheet.cell(row, maximum).value is None,
                "max": sheet.cell(row, maximum).value,
                "criterion": sheet.cell(row, criterion).value,
                "rule": {"type": rule.type, "formula": rule.formula1, "formula2": rule.formula2},
            }
        )
    columns = {
        "self": self_column,
        "review": self_column + 1,
        "reason": self_column + 2,
        "criterion": criterion,
        "max": maximum,
    }
    return {"sheet": sheet.title, "header": header[0].row, "columns": columns, "items": items}


def moved_formula(text, shift):
    """The formula after rows or columns moved; `shift` says where a (row, column) went."""

    def one(match):
        row, column = shift(int(match[4]), column_index_from_string(match[2]))
        return f"{match[1]}{get_column_letter(column)}{match[3]}{row}"

    return REFERENCE.sub(one, text)


def moved(sheet, shift, change):
    """Lets `change` move the cells, and all that hangs on them follow."""
    merges = [(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges]
    heights = {row: (d.height, d.hidden) for row, d in sheet.row_dimensions.items() if d.height or d.hidden}
    widths = {column_index_from_string(name): d.width for name, d in sheet.column_dimensions.items()}
    for merge in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merge))
    change()
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = moved_formula(cell.value, shift)
    for top, left, bottom, right in merges:
        (top, left), (bottom, right) = shift(top, left), shift(bottom, right)
        if bottom < top or right < left:
            continue
        if bottom > top or right > left:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for rule in sheet.data_validations.dataValidation:
        ranges = []
        for part in rule.sqref.ranges:
            (top, left), (bottom, right) = shift(part.min_row, part.min_col), shift(part.max_row, part.max_col)
            ranges.append(CellRange(min_row=top, min_col=left, max_row=max(top, bottom), max_col=right))
        rule.sqref = MultiCellRange(" ".join(str(one.coord) for one in ranges))
    for row in heights:
        sheet.row_dimensions[row].height = None
        sheet.row_dimensions[row].hidden = False
    for row, (height, hidden) in heights.items():
        target = sheet.row_dimensions[shift(row, 1)[0]]
        target.height, target.hidden = height, hidden
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(shift(1, column)[1])].width = width


def insert_row(sheet, at, values):
    moved(sheet, lambda row, column: (row + (row >= at), column), lambda: sheet.insert_rows(at))
    for column, value in values.items():
        sheet.cell(at, int(column)).value = value


def delete_row(sheet, at):
    """The row goes; what stood in merged cells that begin in it stays, in the row below."""
    kept = {}
    for merge in list(sheet.merged_cells.ranges):
        if not merge.min_row <= at <= merge.max_row:
            continue
        sheet.unmerge_cells(str(merge))
        if merge.min_row == at < merge.max_row:
            kept[merge.min_col] = sheet.cell(at, merge.min_col).value
        top = merge.min_row + (merge.min_row == at)
        bottom = merge.max_row - (merge.max_row == at)
        if bottom > top or (bottom == top and merge.max_col > merge.min_col):
            sheet.merge_cells(
                start_row=top, start_column=merge.min_col, end_row=bottom, end_column=merge.max_col
            )
    moved(sheet, lambda row, column: (row - (row > at), column), lambda: sheet.delete_rows(at))
    for column, value in kept.items():
        sheet.cell(at, column).value = value


def insert_column(sheet, at, header_row, header):
    moved(sheet, lambda row, column: (row, column + (column >= at)), lambda: sheet.insert_cols(at))
    sheet.cell(header_row, at).value = header


def unmerge_all(sheet, fill):
    """Some take merges apart, and fill what was merged, or leave it blank below."""
    for merge in list(sheet.merged_cells.ranges):
        value = sheet.cell(merge.min_row, merge.min_col).value
        sheet.unmerge_cells(str(merge))
        if fill and merge.max_row > merge.min_row:
            for row in range(merge.min_row, merge.max_row + 1):
                sheet.cell(row, merge.min_col).value = value


def pasted(sheet, book, name):
    """Values and looks in a sheet of another workbook, as copying cells and pasting them there does."""
    target = book.create_sheet(name)
    for row in sheet.iter_rows():
        for cell in row:
            copied = target.cell(cell.row, cell.column, cell.value)
            if cell.has_style:
                copied.font, copied.border = copy(cell.font), copy(cell.border)
                copied.alignment, copied.number_format = copy(cell.alignment), cell.number_format
    for merge in sheet.merged_cells.ranges:
        target.merge_cells(str(merge))
    return target


def alter(book, steps):
    sheet = book.worksheets[0]
    for step in steps:
        kind = step["do"]
        if kind == "enter":
            for address, value in step["cells"].items():
                sheet[address] = value
        elif kind == "insertRow":
            insert_row(sheet, step["row"], step.get("values", {}))
        elif kind == "deleteRow":
            delete_row(sheet, step["row"])
        elif kind == "insertColumn":
            insert_column(sheet, step["column"], step["headerRow"], step["header"])
        elif kind == "unmerge":
            unmerge_all(sheet, step["fill"])
        elif kind == "merge":
            sheet.merge_cells(step["area"])
        elif kind == "hideRows":
            for row in step["rows"]:
                sheet.row_dimensions[row].hidden = True
        elif kind == "rename":
            sheet.title = step["name"]
        elif kind == "settings":
            settings = book["考核设置"]
            for row in settings.iter_rows(min_col=1, max_col=2):
                if row[0].value in step["values"]:
                    row[1].value = step["values"][row[0].value]
        elif kind == "removeSettings":
            del book["考核设置"]
        elif kind == "protect":
            sheet.protection.set_password(step["password"])
            sheet.protection.enable()
            book.security = openpyxl.workbook.protection.WorkbookProtection(
                workbookPassword=step["password"], lockStructure=True
            )
        elif kind == "below":
            last = sheet.max_row
            for index, text in enumerate(step["lines"], 2):
                sheet.cell(last + index, 1).value = text
        elif kind == "sheetsBefore":
            for name, lines in step["sheets"].items():
                cover = book.create_sheet(name, 0)
                for index, text in enumerate(lines, 1):
                    cover.cell(index, 1).value = text
        elif kind == "intoNewBook":
            fresh = openpyxl.Workbook()
            fresh.remove(fresh.active)
            pasted(sheet, fresh, sheet.title)
            fresh.create_sheet("Sheet2")
            book = fresh
            sheet = fresh.worksheets[0]
        else:
            raise ValueError(kind)
    return book


def contents(path):
    """What stands on every sheet: formulas, the values last computed, and notes."""
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: {
                "content": cell.value,
                "value": values[sheet.title][cell.coordinate].value,
                "note": cell.comment.text if cell.comment else None,
            }
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.comment
        }
        for sheet in formulas.worksheets
    }


def main():
    order = json.load(sys.stdin)
    if "contents" in order:
        json.dump(contents(order["contents"]), sys.stdout, default=str)
        return
    if "survey" in order:
        json.dump([survey(path) for path in order["survey"]], sys.stdout)
        return
    for job in order["jobs"]:
        book = alter(openpyxl.load_workbook(job["source"]), job["steps"])
        for name, source, steps in job.get("beside", []):
            pasted(alter(openpyxl.load_workbook(source), steps).worksheets[0], book, name)
        book.save(job["target"])


main()
