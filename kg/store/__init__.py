"""The only place that opens a database: see `reading` and `writing`, then `Store`."""

from __future__ import annotations

from kg.store.database import Answer, Store, reading, writing
from kg.store.document import Document, Entry

__all__ = ["Answer", "Document", "Entry", "Store", "reading", "writing"]
