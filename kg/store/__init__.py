"""The only place that opens a database: see `reading` and `writing`, then `Store`."""

from __future__ import annotations

from kg.store.contents import Answer
from kg.store.database import Store
from kg.store.document import Document, Entry
from kg.store.folder import reading, writing

__all__ = ["Answer", "Document", "Entry", "Store", "reading", "writing"]
