"""Names of companies as they are compared."""

from __future__ import annotations

import re

LEGAL_FORM = re.compile(
    r"(?:,?\s(?:inc|corp|corporation|co|company|companies|ltd|limited|llc|plc|n\.?v|s\.?a|ag|se|holdings?|group)\.?)+$"
)


def normal(name: str) -> str:
    """A name as it is compared: lower case, without article, legal form or doubled blanks.

    >>> normal("The Acme  Widgets Holding Co., Ltd.")
    'acme widgets'
    >>> normal("Acme & Company")
    'acme'
    """
    lower = " ".join(name.lower().replace("’", "'").split())
    bare = LEGAL_FORM.sub("", lower.removeprefix("the "))
    return re.sub(r" (?:&|and)$", "", bare or lower).strip(" .,")
