"""Figures from a table put beside those of the calls: consensus estimates, or the company's own release."""

from __future__ import annotations

from kg.attach.attaching import Attached, attach
from kg.attach.table import FIELDS, FigureRow, read_table

__all__ = ["FIELDS", "Attached", "FigureRow", "attach", "read_table"]
