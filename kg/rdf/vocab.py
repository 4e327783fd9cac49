"""The terms that the graph is written in, as closed namespaces: a mistyped term is an error for mypy and at run time.

`EC` are the terms of `ontology/ec.ttl`, `CODE` those of `ontology/codes/codes.ttl`; a test holds them together.
"""

from __future__ import annotations

from typing import ClassVar, cast

import pyoxigraph as ox

from kg.rdf.iris import CODE as CODE_BASE
from kg.rdf.iris import DEF


class Closed(type):
    """A class whose annotated names are the terms of one namespace."""

    base: str

    def __getattr__(cls, name: str) -> ox.NamedNode:
        if name.startswith("__") or name not in cls.__annotations__:
            raise AttributeError(f"the namespace {cls.__name__} has no term {name!r}")
        term = ox.NamedNode(cast(str, cls.__dict__["BASE"]) + name.rstrip("_"))
        setattr(cls, name, term)
        return term

    def terms(cls) -> tuple[str, ...]:
        """The names in the namespace, sorted."""
        return tuple(sorted(n.rstrip("_") for n in cls.__annotations__ if n != "BASE"))


class RDF(metaclass=Closed):
    """What is used of RDF."""

    BASE: ClassVar[str] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    type: ox.NamedNode


class SKOS(metaclass=Closed):
    """What is used of SKOS."""

    BASE: ClassVar[str] = "http://www.w3.org/2004/02/skos/core#"
    prefLabel: ox.NamedNode
    inScheme: ox.NamedNode
    altLabel: ox.NamedNode
    hiddenLabel: ox.NamedNode
    exactMatch: ox.NamedNode


class UNIT(metaclass=Closed):
    """What is used of QUDT's units, currencies apart."""

    BASE: ClassVar[str] = "http://qudt.org/vocab/unit/"
    PERCENT: ox.NamedNode
    NUM: ox.NamedNode


class EC(metaclass=Closed):
    """Classes and properties of the project's own ontology."""

    BASE: ClassVar[str] = DEF
    # source
    EarningsCall: ox.NamedNode
    Transcript: ox.NamedNode
    FiguresFile: ox.NamedNode
    Turn: ox.NamedNode
    TextSpan: ox.NamedNode
    Mention: ox.NamedNode
    Rendering: ox.NamedNode
    Correction: ox.NamedNode
    Coverage: ox.NamedNode
    HeaderField: ox.NamedNode
    DocumentGraph: ox.NamedNode
    # claims
    Statement: ox.NamedNode
    MetricObservation: ox.NamedNode
    Guidance: ox.NamedNode
    RelationClaim: ox.NamedNode
    DriverClaim: ox.NamedNode
    Question: ox.NamedNode
    QuestionPart: ox.NamedNode
    Answer: ox.NamedNode
    Fact: ox.NamedNode
    Series: ox.NamedNode
    Finding: ox.NamedNode
    # world
    Company: ox.NamedNode
    Segment: ox.NamedNode
    Product: ox.NamedNode
    Person: ox.NamedNode
    CorporateEvent: ox.NamedNode
    Market: ox.NamedNode
    Currency: ox.NamedNode
    Metric: ox.NamedNode
    Appointment: ox.NamedNode
    Listing: ox.NamedNode
    FiscalPeriod: ox.NamedNode
    # on every node
    name: ox.NamedNode
    otherName: ox.NamedNode
    # source
    transcriptOf: ox.NamedNode
    source: ox.NamedNode
    fileName: ox.NamedNode
    reader: ox.NamedNode
    extractor: ox.NamedNode
    sha256: ox.NamedNode
    field: ox.NamedNode
    fieldValue: ox.NamedNode
    heldOn: ox.NamedNode
    company: ox.NamedNode
    fiscalYear: ox.NamedNode
    fiscalQuarter: ox.NamedNode
    inTranscript: ox.NamedNode
    turnNumber: ox.NamedNode
    speaker: ox.NamedNode
    title: ox.NamedNode
    organization: ox.NamedNode
    section: ox.NamedNode
    interpreted: ox.NamedNode
    opening: ox.NamedNode
    begin: ox.NamedNode
    end: ox.NamedNode
    text: ox.NamedNode
    occurrence: ox.NamedNode
    translates: ox.NamedNode
    turnCount: ox.NamedNode
    paragraphCount: ox.NamedNode
    skippedCount: ox.NamedNode
    # every claim
    statedIn: ox.NamedNode
    statedBy: ox.NamedNode
    attributedTo: ox.NamedNode
    restsOn: ox.NamedNode
    evidence: ox.NamedNode
    confidence: ox.NamedNode
    call: ox.NamedNode
    side: ox.NamedNode
    modality: ox.NamedNode
    rule: ox.NamedNode
    topic: ox.NamedNode
    topicText: ox.NamedNode
    # observations
    about: ox.NamedNode
    metric: ox.NamedNode
    period: ox.NamedNode
    periodName: ox.NamedNode
    targetPeriod: ox.NamedNode
    unit: ox.NamedNode
    countedThing: ox.NamedNode
    basis: ox.NamedNode
    qualifier: ox.NamedNode
    value: ox.NamedNode
    valueHigh: ox.NamedNode
    valueIsBound: ox.NamedNode
    valueLimit: ox.NamedNode
    decimals: ox.NamedNode
    approximate: ox.NamedNode
    change: ox.NamedNode
    changeHigh: ox.NamedNode
    changeIsBound: ox.NamedNode
    changeLimit: ox.NamedNode
    changeUnit: ox.NamedNode
    changedThing: ox.NamedNode
    comparison: ox.NamedNode
    direction: ox.NamedNode
    priorValue: ox.NamedNode
    priorDecimals: ox.NamedNode
    hedge: ox.NamedNode
    condition: ox.NamedNode
    series: ox.NamedNode
    fact: ox.NamedNode
    # relations
    subject: ox.NamedNode
    predicate: ox.NamedNode
    object: ox.NamedNode
    statedDate: ox.NamedNode
    holdsPosition: ox.NamedNode
    partOf: ox.NamedNode
    offers: ox.NamedNode
    launched: ox.NamedNode
    investsIn: ox.NamedNode
    operatesIn: ox.NamedNode
    partnersWith: ox.NamedNode
    competesWith: ox.NamedNode
    customerOf: ox.NamedNode
    supplierOf: ox.NamedNode
    acquired: ox.NamedNode
    divested: ox.NamedNode
    held: ox.NamedNode
    participatedIn: ox.NamedNode
    listedOn: ox.NamedNode
    uses: ox.NamedNode
    # drivers
    explains: ox.NamedNode
    cause: ox.NamedNode
    causeText: ox.NamedNode
    driver: ox.NamedNode
    causeObservation: ox.NamedNode
    polarity: ox.NamedNode
    effect: ox.NamedNode
    cue: ox.NamedNode
    raises: ox.NamedNode
    lowers: ox.NamedNode
    # questions
    wording: ox.NamedNode
    asker: ox.NamedNode
    answeredBy: ox.NamedNode
    partOfQuestion: ox.NamedNode
    answers: ox.NamedNode
    position: ox.NamedNode
    answerSpan: ox.NamedNode
    responsiveness: ox.NamedNode
    refusedMetric: ox.NamedNode
    # across documents
    corroborates: ox.NamedNode
    contradicts: ox.NamedNode
    restates: ox.NamedNode
    restatesAsPrior: ox.NamedNode
    previousCall: ox.NamedNode
    # entities
    knownFrom: ox.NamedNode
    holder: ox.NamedNode
    observedOn: ox.NamedNode
    listing: ox.NamedNode
    ticker: ox.NamedNode
    mic: ox.NamedNode
    lei: ox.NamedNode
    cik: ox.NamedNode
    iso4217: ox.NamedNode
    startDate: ox.NamedNode
    endDate: ox.NamedNode
    fiscalYearEnd: ox.NamedNode
    fiscalYearEndsOn: ox.NamedNode
    fiscalYearNamedByStart: ox.NamedNode
    fiscalQuarterWeeks: ox.NamedNode
    reportsIn: ox.NamedNode
    reportable: ox.NamedNode
    periodType: ox.NamedNode
    unitKind: ox.NamedNode
    favourable: ox.NamedNode
    numerator: ox.NamedNode
    denominator: ox.NamedNode
    # mentions
    refersTo: ox.NamedNode
    occurrences: ox.NamedNode
    garbled: ox.NamedNode
    reason: ox.NamedNode
    correctedForm: ox.NamedNode
    errorKind: ox.NamedNode
    support: ox.NamedNode
    reviewStatus: ox.NamedNode
    # catalogue
    describes: ox.NamedNode
    pipelineVersion: ox.NamedNode
    concerns: ox.NamedNode
    checkKind: ox.NamedNode
    manifest: ox.NamedNode


class CODE(metaclass=Closed):
    """The values of the code lists."""

    BASE: ClassVar[str] = CODE_BASE
    # modality
    Actual: ox.NamedNode
    Guidance: ox.NamedNode
    Target: ox.NamedNode
    Hypothetical: ox.NamedNode
    ReportedByOther: ox.NamedNode
    Estimate: ox.NamedNode
    # direction, favourable
    Increase: ox.NamedNode
    Decrease: ox.NamedNode
    Flat: ox.NamedNode
    Narrowed: ox.NamedNode
    Widened: ox.NamedNode
    Neither: ox.NamedNode
    # comparison
    YearOverYear: ox.NamedNode
    QuarterOverQuarter: ox.NamedNode
    Other: ox.NamedNode
    # basis
    Gaap: ox.NamedNode
    NonGaap: ox.NamedNode
    Operational: ox.NamedNode
    # section, side
    PreparedRemarks: ox.NamedNode
    QuestionsAndAnswers: ox.NamedNode
    Management: ox.NamedNode
    Analyst: ox.NamedNode
    Operator: ox.NamedNode
    UnknownSide: ox.NamedNode
    # polarity, effect
    Raises: ox.NamedNode
    Lowers: ox.NamedNode
    Drives: ox.NamedNode
    Offsets: ox.NamedNode
    # responsiveness
    Answered: ox.NamedNode
    Partly: ox.NamedNode
    Deflected: ox.NamedNode
    Declined: ox.NamedNode
    # how a name went wrong
    Homophone: ox.NamedNode
    NearAcronym: ox.NamedNode
    Spacing: ox.NamedNode
    Omission: ox.NamedNode
    WrongTerm: ox.NamedNode
    # review
    Proposed: ox.NamedNode
    Accepted: ox.NamedNode
    Rejected: ox.NamedNode
    # period type
    Duration: ox.NamedNode
    Instant: ox.NamedNode
    # unit kinds and units that QUDT lacks
    Money: ox.NamedNode
    MoneyPerShare: ox.NamedNode
    Percentage: ox.NamedNode
    Count: ox.NamedNode
    Multiple: ox.NamedNode
    Time: ox.NamedNode
    Area: ox.NamedNode
    AnyUnit: ox.NamedNode
    PercentagePoint: ox.NamedNode
    BasisPoint: ox.NamedNode
    Times: ox.NamedNode
    Rank: ox.NamedNode
