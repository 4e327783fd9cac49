"""What counted users use: in "10,000 customers have run models on Brightforge" the count is Brightforge's."""

from __future__ import annotations

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Count, Link, Percent
from kg.word_lists import word_list

_LANDS_ON = frozenset({"on", "in", "with", "to", "through", "via", "for"})


def is_used(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether those whom a figure counts are said to use the thing named behind: "90% of banks run on Brightforge"."""
    figure = next((f for f in scene.figures if f.start == anchor), None)
    if figure is None or not isinstance(amount(figure), Count | Percent) or name.start < figure.end:
        return False
    verb = clause_head(scene.doc[anchor])
    about = subject(verb)
    if about is None or not about.left_edge.i <= anchor <= about.right_edge.i:
        return False
    if verb.lemma_ not in word_list("kg.facts", "words/users.toml", "using"):
        return False
    users = word_list("kg.facts", "words/users.toml", "users")
    if not any(t.lemma_.lower() in users for t in scene.doc[about.left_edge.i : about.right_edge.i + 1]):
        return False
    head = scene.doc[name.start : name.end].root
    return (
        head.dep_ == "dobj"
        or (head.dep_ == "compound" and head.head.dep_ == "dobj")
        or (head.dep_ == "pobj" and head.head.lower_ in _LANDS_ON)
    )
