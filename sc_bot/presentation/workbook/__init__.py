"""The steering workbook as a file: Excel, or the same rows as CSV and JSON."""

from sc_bot.presentation.workbook.composing import write_workbook
from sc_bot.presentation.workbook.flat import write_csv, write_json
from sc_bot.presentation.workbook.research import write_research

__all__ = ["write_csv", "write_json", "write_research", "write_workbook"]
