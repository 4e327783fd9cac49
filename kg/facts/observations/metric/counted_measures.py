"""Things counted as measures of their own: "56 million digital users", "27 million guests visit our parks"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Span, Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.deeds import done_to, said_of
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.language.neighbours import pos_at
from kg.lexicon.metrics import MetricTable, singular, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.thresholds import THRESHOLD
from kg.model import Count, Link, Mention
from kg.word_lists import word_list


def counted_measure(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "56 million digital users": the thing counted is the measure, unless a metric is said to be that many."""
    part = draft.value
    if part is None or part.role.role is not FigureRole.VALUE:
        return None
    value = amount(part.figure)
    if not isinstance(value, Count) or value.thing in ("times", "rank"):
        return None
    thing = _thing(scene, part.figure.start, part.figure.end)
    if thing is not None and (of_sum := _over_sum(scene, thing[1])) is not None:
        return of_sum
    if thing is None or thing[1] - 1 < part.figure.start:
        return _left_out(scene, draft, part.figure, table)
    words = scene.doc[thing[0] : thing[1]]
    if _is_amount(words) and done_to(words[-1]) is None:
        return None
    timed = words_of(words.text)[-1:] in {(), *((w,) for w in _list("time"))}
    if not value.thing or (timed and words[0].pos_ not in ("NOUN", "PROPN")) or (timed and len(words) == 1):
        return None
    spoken = (words.text, scene.span(*thing))
    if (flow := _flow_of(scene, part.figure)) is not None:
        return listed(f"{spoken_name(words)} {flow}", table, "0.7", spoken)
    if draft.metric is not None and draft.metric.start < part.figure.start and done_to(words[-1]) is None:
        other = table.get(words_of(words.text))
        of = scene.doc[draft.metric.end].lower_ == "of" and part.figure.start - draft.metric.end <= 3
        same = other is None or other.id == draft.metric.item.entity or _is_container(words[-1])
        if same and other is None and not _is_container(words[-1]):
            same = not _counts_others(scene, draft.metric, words[-1])
        if of or (draft.weight >= 5.0 and same) or _is_taken_in(scene, draft.metric, part.figure):
            return None
    entry, deed = table.get(words_of(words.text)), _deed(scene, thing)
    if deed is None and entry is not None:
        return Measure(entry.id, entry.name, None, Decimal("0.75"), spoken)
    name = spoken_name(words) if deed is None else f"{_plural(words.text, spoken_name(words))} {deed}"
    if deed is None and _is_irregular(words.text):
        name = f"number of {words.text.lower()}"
    return Measure(metric_id(name), name, None, Decimal("0.75"), spoken)


def _is_amount(words: Span) -> bool:
    """Whether words only measure how much there is of something: "barrels", "square feet"."""
    *before, last = [singular(t.lower_) for t in words]
    if last in _list("amounts"):
        return not before
    return last in _list("spaces") and set(before) <= _list("dimensions") and _is_told_so(words[-1])


def _is_told_so(measure: Token) -> bool:
    """Whether a thing is said to be so large: "our *warehouses total* 2 million square feet"."""
    verb = clause_head(measure)
    about = subject(verb)
    return about is not None and about.pos_ in ("NOUN", "PROPN") and verb.lemma_.lower() in _list("amounting")


def _over_sum(scene: Scene, end: int) -> Measure | None:
    """Those counted who pass a sum, the whole phrase being the measure: "300 *customers with over $1 million*"."""
    found = next((m for m in scene.metrics if m.start < end <= m.end and m.item.mention.rule == THRESHOLD), None)
    if found is None:
        return None
    return Measure(found.item.entity, found.item.mention.text, found, Decimal("0.8"))


def _is_taken_in(scene: Scene, metric: Placed[Link], figure: Placed[Mention]) -> bool:
    """Whether orders or the like are told in the things ordered: "net *bookings* came in at 34 kilns"."""
    verb = clause_head(scene.doc[figure.start])
    about = subject(verb)
    ordered = singular(scene.doc[metric.end - 1].lower_) in _list("taken_in")
    own = about is not None and metric.start <= about.i < metric.end and metric.end <= verb.i < figure.start
    return ordered and own and verb.lemma_.lower() in _list("amounting")


def _counts_others(scene: Scene, metric: Placed[Link], thing: Token) -> bool:
    """Whether a measure is a number of people, and other things are counted: "*gamers* play in 30 countries"."""
    head = scene.doc[metric.end - 1]
    return singular(head.lower_) in _list("people") and thing.tag_ == "NNS" and head.lemma_ != thing.lemma_


def _flow_of(scene: Scene, figure: Placed[Mention]) -> str | None:
    """ "Shipments" in "shipments of 58 million phones and 7 million tablets": each is a flow of its own things."""
    for metric in scene.metrics:
        word = scene.doc[metric.end - 1].lower_
        if metric.end > figure.start or word not in _list("flows") or scene.doc[metric.end].lower_ != "of":
            continue
        between = scene.doc[metric.end + 1 : figure.start]
        counted = {i for f in scene.figures for i in range(f.start, f.end)}
        if all(t.i in counted or t.pos_ in ("NOUN", "ADJ", "PROPN", "CCONJ", "ADV", "PUNCT") for t in between):
            return word
    return None


def _left_out(scene: Scene, draft: Draft, figure: Placed[Mention], table: MetricTable) -> Measure | None:
    """ "Branches" in "our branches: we opened another 16": what is opened was named before."""
    entry = table.by_id.get(draft.metric.item.entity) if draft.metric is not None else None
    deed = done_to(scene.doc[figure.end - 1])
    if draft.metric is None or entry is None or entry.unit_kind != "Count" or deed is None:
        return None
    name = f"{draft.metric.item.mention.text.lower()} {deed}"
    return Measure(metric_id(name), name, draft.metric, Decimal("0.7"))


def _deed(scene: Scene, thing: tuple[int, int]) -> str | None:
    """What the sentence says that the things do, or that is done to them; None where they are new anyway."""
    words = {t.lower_ for t in scene.doc[thing[0] : thing[1]]}
    head = scene.doc[thing[1] - 1]
    return said_of(scene, head) or (None if words & _list("fresh") else done_to(head))


def _plural(said: str, name: str) -> str:
    """A name with its last word as it was said: "stores" in "stores opened"."""
    last = said.split()[-1].split("-")[-1]
    return name if not name.endswith(singular(last.lower())) else name[: -len(singular(last.lower()))] + last.lower()


def _is_irregular(said: str) -> bool:
    """Whether a single noun is in a plural that is more than an "s": cities, branches."""
    word = said.lower()
    return " " not in word and singular(word) not in (word, word[:-1])


def _thing(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a number counts: "net new customers", "farmers" in "millions of farmers"."""
    doc = scene.doc
    counts = doc[end - 1].like_num or _is_container(doc[end - 1])
    position = end - 1 if doc[end - 1].pos_ in ("NOUN", "PROPN") and not counts else end
    while position > start and doc[position - 1].pos_ in ("NOUN", "PROPN", "ADJ") and not doc[position - 1].like_num:
        if _is_container(doc[position - 1]) or doc[position - 1].lower_ == "plus":
            break
        position -= 1
    position = _behind_of(scene, position)
    words = _nouns(scene, position)
    if words and _is_container(words[-1]) and len(words) <= 2:
        inside = _nouns(scene, _behind_of(scene, _behind_rate(scene, words[-1].i + 1)))
        words = inside if inside and inside[0].i > words[-1].i + 1 else words
    return (words[0].i, words[-1].i + 1) if words else None


def _nouns(scene: Scene, position: int) -> list[Token]:
    """The run of nouns and adjectives that begins at a token, without empty adjectives before it."""
    words: list[Token] = []
    for token in scene.doc[position : min(position + 7, scene.sentence.end)]:
        if token.lower_ in _list("days"):
            break
        if words and _joins(token):
            words.append(token)
            continue
        participle = token.tag_ in ("VBN", "VBG", "NN") and token.dep_ in ("amod", "compound")
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and not participle and not _is_hyphened(token):
            break
        if words or token.lower_ not in _list("idle") or scene.doc[token.i + 1 : token.i + 2].text == "-":
            words.append(token)
    while words and words[-1].pos_ not in ("NOUN", "PROPN") and not _is_outstanding(words):
        words.pop()
    return words


def _is_outstanding(words: list[Token]) -> bool:
    """ "466 million shares *outstanding*"."""
    return len(words) > 1 and words[-1].lower_ == "outstanding" and words[-2].lower_ in ("shares", "units", "loans")


def _joins(token: Token) -> bool:
    """Whether "and" joins two adjectives of one thing: "small *and* medium shops"."""
    around = {pos_at(token.doc, token.i - 1), pos_at(token.doc, token.i + 1)}
    return token.lower_ == "and" and around == {"ADJ"}


def _is_hyphened(token: Token) -> bool:
    """Whether a word is written with hyphens: each of "shop-in-shop"."""
    around = [t.text for t in token.doc[max(0, token.i - 1) : token.i + 2]]
    return token.text == "-" or ("-" in around and token.is_alpha and not token.like_num)


def _behind_rate(scene: Scene, position: int) -> int:
    """Where a phrase goes on behind "a day", "per day": "9,000 barrels *a day* of crude"."""
    words = [t.lower_ for t in scene.doc[position : min(position + 2, scene.sentence.end)]]
    timed = len(words) == 2 and words[0] in ("a", "per") and words[1] in _list("time")
    return position + 2 if timed else position


def _behind_of(scene: Scene, position: int) -> int:
    """Where the thing begins behind "of the", "of our"; the position itself where no "of" stands there."""
    end = scene.sentence.end
    if position >= end or scene.doc[position].lower_ != "of":
        return position
    position += 1
    while position < end and (scene.doc[position].pos_ in ("DET", "PRON") or scene.doc[position].like_num):
        position += 1
    return position


def _is_container(token: Token) -> bool:
    return singular(token.lower_) in _list("containers")


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.metric", "counted_measures.toml", name)
