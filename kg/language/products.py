"""Has the networks multiply their matrices by numpy's own library, in a third of the time of the one they bring along.

The products are most of what reading English costs, and come out the same in every tag and head that was compared.
"""

from __future__ import annotations

import os

from spacy.language import Language
from thinc.api import Model, NumpyOps

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""Set before numpy is loaded, as importing `kg` does: several threads wait for each other longer than they compute."""


def by_numpy(nlp: Language) -> None:
    """Change over the networks of a pipeline that compute on the processor, unless numpy may use several threads."""
    name, value = ONE_THREAD
    if os.environ.get(name) != value:
        return
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            layer.ops = ops if type(layer.ops) is NumpyOps else layer.ops
