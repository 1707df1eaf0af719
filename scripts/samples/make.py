"""Makes assets/samples: both attachments blank and filled, right and wrong, and a rubric of another office.

By hand, when a sample changes:  python3 scripts/samples/make.py
Needs openpyxl and LibreOffice (soffice). The rubric text is the 2023 notice's, read from src/rubric/official2023.json.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets" / "samples"
RUBRICS = json.loads((ROOT / "src/rubric/official2023.json").read_text("utf-8"))
SUBDISTRICT = next(rubric for rubric in RUBRICS if rubric["form"] == "subdistrict")
DEPARTMENT = next(rubric for rubric in RUBRICS if rubric["form"] == "department")

THIN = Side(style="thin")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
BODY = Font(name="仿宋_GB2312", size=12)
HEAD = Font(name="黑体", size=12)
TITLE = Font(name="方正小标宋简体", size=18)


def sheet_of(name, title, header, widths):
    book = Workbook()
    sheet = book.active
    sheet.title = name
    last = get_column_letter(len(widths))
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"] = title
    sheet["A1"].font = TITLE
    sheet["A1"].alignment = CENTRE
    sheet.row_dimensions[1].height = 36
    for column, text in enumerate(header, 1):
        cell(sheet, 3, column, text, CENTRE, HEAD)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[3].height = 50
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return book, sheet


def cell(sheet, row, column, value, alignment=CENTRE, font=BODY):
    target = sheet.cell(row, column, value)
    target.alignment, target.font, target.border = alignment, font, FRAME
    return target


def fit_height(sheet, row, text, characters):
    """Chinese characters to a line at 12 points; programs other than Excel do not fit heights by themselves."""
    lines = -(-len(text) // characters)
    sheet.row_dimensions[row].height = max(24, 16 * lines + 6)


def label_line(sheet, unit, widths):
    sheet["A2"] = f"填报单位（盖章）：{unit}" if unit else "填报单位（盖章）："
    sheet["A2"].font = BODY


def signature(sheet, row):
    sheet.cell(row, 1, "负责人（签字）：").font = BODY
    sheet.cell(row, 4, "填报日期：    年  月  日").font = BODY


def merge_down(sheet, top, bottom, column):
    if bottom > top:
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)


def attachment1(unit="", self_scores=None, review_scores=None):
    widths = [12, 8, 8, 76, 9, 9]
    title = f"北仑区街道流动人口服务管理考核评分细则"
    book, sheet = sheet_of("附件1", title, ["考核内容", None, "分值", "评分标准", "自查\n\n分", "考核\n\n分"], widths)
    sheet.merge_cells("A3:B3")
    label_line(sheet, unit, widths)
    row, index = 4, 0
    for section in SUBDISTRICT["sections"]:
        top = row
        for item in section["items"]:
            cell(sheet, row, 1, section["name"] if row == top else None)
            cell(sheet, row, 2, (section["points"] or "加分项") if row == top else None)
            cell(sheet, row, 3, item["max"])
            cell(sheet, row, 4, item["criterion"], LEFT)
            cell(sheet, row, 5, (self_scores or {}).get(index))
            cell(sheet, row, 6, (review_scores or {}).get(index))
            fit_height(sheet, row, item["criterion"], 34)
            row, index = row + 1, index + 1
        merge_down(sheet, top, row - 1, 1)
        merge_down(sheet, top, row - 1, 2)
    signature(sheet, row + 1)
    return book


def attachment2(sections, unit="", self_scores=None, review_scores=None):
    """`self_scores`: section name → list of scores in item order."""
    widths = [14, 8, 76, 9, 9, 9, 22]
    header = ["单位", "分\n\n值", "考核内容", "基础\n\n分", "自评\n\n分", "考核\n\n得分", "扣分原因"]
    book, sheet = sheet_of("附件2", "北仑区流动人口服务管理责任单位考核评分细则", header, widths)
    label_line(sheet, unit, widths)
    row = 4
    for section in sections:
        top = row
        for number, item in enumerate(section["items"]):
            cell(sheet, row, 1, section["name"] if row == top else None)
            cell(sheet, row, 2, (section["points"] or "加分项") if row == top else None)
            cell(sheet, row, 3, item["criterion"], LEFT)
            cell(sheet, row, 4, item["max"])
            for column, scores in ((5, self_scores), (6, review_scores)):
                given = (scores or {}).get(section["name"], [])
                cell(sheet, row, column, given[number] if number < len(given) else None)
            cell(sheet, row, 7, None, LEFT)
            fit_height(sheet, row, item["criterion"], 34)
            row += 1
        merge_down(sheet, top, row - 1, 1)
        merge_down(sheet, top, row - 1, 2)
    signature(sheet, row + 1)
    return book, sheet


def other_office():
    """A rubric with other words: 序号, 标准分, 评分办法, section points in the name, two header rows, a total row."""
    widths = [6, 20, 56, 9, 9, 9, 26]
    header = ["序号", "考核项目", "评分办法", "标准分", "得分", None, "扣分原因"]
    book, sheet = sheet_of("安全生产", "2024年度社区安全生产工作考评表", header, widths)
    sheet["A2"] = "社区名称：海晨社区"
    sheet["A2"].font = BODY
    sheet.merge_cells("E3:F3")
    for column in range(1, 8):
        cell(sheet, 4, column, {5: "自评", 6: "考评"}.get(column), CENTRE, HEAD)
    for column in (1, 2, 3, 4, 7):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "3:4"
    rows = [
        ("组织领导（20分）", "未建立安全生产领导小组的不得分；会议记录每缺一次扣２分。", 10, 10, 8, "少一次会议记录"),
        (None, "落实网格巡查，每月不少于4次，每少一次扣0.5分，扣完为止。", 10, 9.5, 9.5, "7月少巡查一次"),
        ("隐患整治（50分）", "隐患整改率达100%得20分，每低2%扣1分。", 20, 19, 18, "整改率96%"),
        (None, "“三合一”场所未清零的，发现一处扣3分，最多扣15分。", 15, 15, 12, "发现一处"),
        (None, "消防通道畅通，堵塞的每处扣1.5分。", 15, 13, 13.5, "堵塞一处"),
        ("宣传培训（30分）", "开展宣传活动，每场得2分，最高得10分。", 10, "8分", 8, "四场"),
        (None, "应急演练达到优秀得20分，良好得15分，一般得10分，未开展不得分。", 20, 20, 15, "良好"),
    ]
    row = 5
    for number, (section, rule, points, own, review, reason) in enumerate(rows, 1):
        values = [number, section, rule, points, own, review, reason]
        for column, value in enumerate(values, 1):
            cell(sheet, row, column, value, LEFT if column in (2, 3, 7) else CENTRE)
        fit_height(sheet, row, rule, 25)
        row += 1
    for column, value in enumerate(["合计", None, None, 100, 94.5, 84, None], 1):
        cell(sheet, row, column, value, CENTRE, HEAD)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
    sheet.cell(row + 2, 1, "考评人（签字）：").font = BODY
    return book


def cut_of(unit):
    return [s for s in DEPARTMENT["sections"] if s["bonus"] or s["name"] in ("基础工作", unit)]


def soffice(source, target, kind):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        args = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(args, check=True, capture_output=True)
        shutil.copy(Path(folder) / f"{source.stem}.{kind.split(':')[0]}", target)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    full = [item["max"] for section in SUBDISTRICT["sections"] for item in section["items"]]
    right = {i: points for i, points in enumerate(full) if points is not None}
    own = {**right, 0: 5, 2: 9.5, 7: 6, 16: 2}
    review = {**right, 0: 4, 2: 9, 4: 5.5, 7: 6, 13: 2, 16: 2}
    wrong = {**own, 1: 9, 3: 5.3, 5: "5分", 6: None, 9: "无", 10: -1, 13: 1, 16: 3}

    attachment1().save(OUT / "附件1-空白.xlsx")
    attachment1("新碶街道", own, review).save(OUT / "附件1-新碶街道.xlsx")
    attachment1("小港街道", wrong).save(OUT / "附件1-小港街道-有错.xlsx")
    attachment2(DEPARTMENT["sections"])[0].save(OUT / "附件2-空白.xlsx")

    civil = {"基础工作": [10, 6, 8], "区民政局": [48, 19], "创新工作": [10]}
    book, sheet = attachment2(cut_of("区民政局"), "区民政局", civil, {**civil, "区民政局": [47, 19]})
    for row, reason in ((5, "缺席会议一次"), (6, "录用四篇"), (7, "个别村未修订村规民约"), (8, "救助台账不全")):
        sheet.cell(row, 7).value = reason
    book.save(OUT / "附件2-区民政局.xlsx")

    police = {"基础工作": [10, 8, 8], "公安分局": [17, 15, "20 ", 12], "创新工作": [3]}
    attachment2(DEPARTMENT["sections"], "", police)[0].save(OUT / "附件2-公安分局-有错.xlsx")

    other_office().save(OUT / "安全生产考评-海晨社区-有错.xlsx")
    soffice(OUT / "附件1-新碶街道.xlsx", OUT / "附件1-新碶街道-LibreOffice另存.xlsx", "xlsx")
    soffice(OUT / "附件1-小港街道-有错.xlsx", OUT / "附件1-小港街道-旧格式.xls", "xls")


if __name__ == "__main__":
    main()
