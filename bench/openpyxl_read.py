"""Reads every .xlsx of a folder; prints the milliseconds it took, normal and read-only."""

import io
import json
import sys
import time
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print(json.dumps(None))
    sys.exit(0)


def read(content, read_only):
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=read_only, data_only=True)
    return sum(cell is not None for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


files = [path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.xlsx"))]
read(files[0], False)
timings = {}
for mode, read_only in (("normal", False), ("readOnly", True)):
    start = time.perf_counter()
    for content in files:
        read(content, read_only)
    timings[mode] = (time.perf_counter() - start) * 1000
print(json.dumps(timings))
