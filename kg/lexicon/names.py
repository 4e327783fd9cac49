"""Names of companies as they are compared."""

from __future__ import annotations

import re

from kg.legal_forms import as_compared


def normal(name: str) -> str:
    """A name as it is compared: lower case, without article, legal form or doubled blanks.

    >>> normal("The Acme  Widgets Holding Co., Ltd.")
    'acme widgets'
    >>> normal("Acme & Company")
    'acme'
    """
    lower = " ".join(name.lower().replace("’", "'").split())
    bare = as_compared(lower.removeprefix("the "))
    return re.sub(r" (?:&|and)$", "", bare or lower).strip(" .,")
