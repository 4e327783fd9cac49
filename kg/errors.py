"""Every way in which the program refuses its input, as one tree.

    KgError
    ├── TranscriptError      a file that cannot be read as an earnings call
    │   ├── UnreadableFile   missing, empty, binary, or in an encoding that does not decode
    │   │   └── MissingPackage   in a format that needs a package which is not installed
    │   ├── CutOff           a text that ends in the middle of a sentence
    │   └── UnknownLayout    text in which no reader recognises speakers
    ├── LexiconError         a lexicon file that is no valid SKOS Turtle
    ├── FactsFileError       a line of a facts file that breaks its schema
    ├── StoreError           the store cannot be opened, written, or is in use
    │   └── StoreInUse       another process holds it
    ├── QueryError           a query that does not parse, writes, or calls out to a service
    ├── UnknownName          a call, question, format or IRI that is not there
    ├── FiguresError         a table of figures with a line that cannot be read
    ├── NotComparable        two calls that have nothing to be compared in
    ├── Fault                something unexpected in the program while it read a file
    └── ExportError          a format that cannot be written here

A message says where, what was found, what was expected, and what to do.
The command line prints it as one sentence and exits with 1.
"""


class KgError(Exception):
    """Anything that the program explains in one sentence; the root of the tree."""


class TranscriptError(KgError):
    """A file that cannot be read as an earnings call."""


class UnreadableFile(TranscriptError):
    """A file that is missing, empty, binary, or does not decode."""


class MissingPackage(UnreadableFile):
    """A file in a format that needs a package which is not installed; the message names the command."""


class CutOff(TranscriptError):
    """A text that ends in the middle of a sentence."""


class UnknownLayout(TranscriptError):
    """Text in which no reader recognises who speaks."""


class LexiconError(KgError):
    """A lexicon file that is not valid SKOS in Turtle."""


class FactsFileError(KgError):
    """A line of a facts file that breaks its schema."""


class StoreError(KgError):
    """A store that cannot be opened or written."""


class StoreInUse(StoreError):
    """A store that another process holds."""


class QueryError(KgError):
    """A query that does not parse, that writes, or that calls out to a service."""


class UnknownName(KgError):
    """A call, question, format or IRI that is not there; the message names the nearest one that is."""


class FiguresError(KgError):
    """A table of figures with a line that cannot be read, or that names what no call knows."""


class NotComparable(KgError):
    """Two calls that are not two of one company."""


class Fault(KgError):
    """Something unexpected in the program while it read a file; the message says in which module."""


class ExportError(KgError):
    """A format that cannot be written here, with what is missing."""
