"""What to tell a person about a text that is not YAML: one place, one sentence in users' words.

PyYAML's parsers in C and in Python word the same problems differently; what both have in common is looked for. Reading YAML lives in
`yaml`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from yaml import MarkedYAMLError

from diplotrips.extract.notation.parsed import shown
from diplotrips.extract.notation.text import place_in
from diplotrips.findings import Place


class _Sentence(NamedTuple):
    """A sentence for the problems in which all of `words` occur; `at_context` if it is about where the thing began."""

    words: tuple[str, ...]
    text: str
    at_context: bool = False


_CHARACTERS: Final = {
    "\t": "a tab stands here; indent with spaces",
    "@": "a text cannot begin with @; write it in quotes",
    "`": "a text cannot begin with a backtick; write it in quotes",
    "%": "a text cannot begin with %; write it in quotes",
    "|": "a text over several lines cannot stand inside brackets; write it in quotes",
    ">": "a text over several lines cannot stand inside brackets; write it in quotes",
}

_HALF: Final = "the escape stands for half of a character or for none; write the character itself"
_INDENTATION: Final = "this fits no line above; it is indented too far or not far enough, or a quote, colon or comma is missing before it"
_QUOTE: Final = "the text that begins here is not closed with the same quote"

_SENTENCES: Final = (
    _Sentence(("tab character",), _CHARACTERS["\t"]),
    _Sentence(("unexpected ':'",), "a space and a value are missing after this colon"),
    _Sentence(("invalid Unicode",), _HALF),
    _Sentence(("unknown escape",), "this is no escape that YAML knows; write \\\\ for a backslash, or use single quotes"),
    _Sentence(("hexa",), "the escape lacks hexadecimal digits; write \\\\ for a backslash, or use single quotes"),
    _Sentence(("hexdecimal",), "the escape lacks hexadecimal digits; write \\\\ for a backslash, or use single quotes"),
    _Sentence(("quote", "end of stream"), _QUOTE, at_context=True),
    _Sentence(("quote", "document"), _QUOTE, at_context=True),
    _Sentence(("directive",), "a line that begins with % is a directive; take it out", at_context=True),
    _Sentence(("incompatible YAML document",), "a line that begins with % is a directive; take it out"),
    _Sentence(("block scalar",), "after | or > the text begins on the next line, indented with spaces", at_context=True),
    _Sentence(("alias",), "a text cannot begin with *; write it in quotes", at_context=True),
    _Sentence(("anchor",), "a text cannot begin with &; write it in quotes", at_context=True),
    _Sentence(("tag",), "a text cannot begin with !; write it in quotes", at_context=True),
    _Sentence(("simple key",), "a colon and a space are missing after this key, or a quote around this text", at_context=True),
    _Sentence(("mapping values",), "a colon and a space stand inside a text, or the line is indented wrongly; write the text in quotes"),
    _Sentence(("sequence entries",), "a list begins on a line of its own under its key; write a text that begins with - in quotes"),
    _Sentence(("mapping keys",), "a text cannot begin with a question mark and a space; write it in quotes"),
    _Sentence(("document start",), "the document has ended before this; a file holds one document"),
    _Sentence(("node content",), "a value is missing here, or this text has to be written in quotes"),
    _Sentence(("block",), _INDENTATION),
)

_AT_END: Final[dict[tuple[str, ...], str]] = {
    ("node content",): "the text ends here, where a value should stand; a bracket is not closed, or a value is missing",
}

_BRACKETS: Final = {
    "flow sequence": "a list begins here with [; a comma or ] is missing",
    "flow mapping": "a mapping begins here with {; a comma or } is missing",
}


def yaml_problem(error: Exception, text: str, shown_as: str) -> tuple[str, Place]:
    """Return the sentence and the place for what a parser of PyYAML raised on *text*."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return (_HALF if isinstance(error, ValueError) else "the file cannot be read as YAML"), Place(shown_as)
    mark, context = error.problem_mark, error.context_mark or error.problem_mark
    began = Place(shown_as, context.line + 1, context.column + 1)
    wording = f"{error.context or ''} {error.problem or ''}"
    at_end = mark.index >= len(text.rstrip())
    place = place_in(text, len(text.rstrip()), shown_as) if at_end else Place(shown_as, mark.line + 1, mark.column + 1)
    for words, sentence in _BRACKETS.items():
        if words in wording:
            return f"{sentence} before {'the end' if at_end else f'{place.line}:{place.column}'}", began
    if "cannot start any token" in wording:
        character = text[mark.index : mark.index + 1]
        return _CHARACTERS.get(character, f"a text cannot begin with {shown(character)}; write it in quotes"), place
    for known in _SENTENCES:
        if all(word in wording for word in known.words):
            return _AT_END.get(known.words, known.text) if at_end else known.text, began if known.at_context else place
    return "the file cannot be read as YAML from here on", place
