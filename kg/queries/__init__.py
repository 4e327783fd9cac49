"""Questions by name: `named` lists them, `find` takes one, `bind` sets its parameters; the store answers."""

from __future__ import annotations

from kg.queries.bind import bind, complete
from kg.queries.named import NamedQuery, Parameter, find, named, prefix_table

__all__ = ["NamedQuery", "Parameter", "bind", "complete", "find", "named", "prefix_table"]
