"""Which encodings are believed: those that texts are in, and none that fails by design or turns a text into another."""

from __future__ import annotations

import pytest

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.articles.decoding import declared_in, decoded, is_encoding
from diplotrips.extract.articles.known import Known

NO_TEXTS = ("undefined", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf-7", "rot13", "hex", "zlib", "mbcs", "os", "..")

TEXT = "The minister, Ada Vornholt, arrived in Lima – on Tuesday."


@pytest.mark.parametrize("name", NO_TEXTS)
def test_what_is_no_encoding_of_texts_is_not_believed(name: str) -> None:
    """Ciphers, escapes and what fails by design are passed over, and the text is read as UTF-8."""
    found = decoded(TEXT.encode(), name)

    assert found == (TEXT, "utf-8", False)
    assert not is_encoding(name)


@pytest.mark.parametrize("name", ["undefined", "punycode", "utf-7"])
def test_refuses_a_typed_encoding_that_is_none_of_texts(name: str) -> None:
    """What the user types is refused before anything is read."""
    with pytest.raises(UnusableRequestError) as refused:
        Known.given("", "", "", name)

    assert str(refused.value) == f"--encoding takes the name of an encoding such as windows-1251, not {name}"


@pytest.mark.parametrize(
    "name", ["windows-1251", "KOI8-R", "iso-8859-5", "cp866", "macintosh", "utf8", "Shift_JIS", "gb18030", "euc-kr", "big5", "tis-620"]
)
def test_knows_the_encodings_of_old_pages(name: str) -> None:
    """The encodings of the web are known by the names that pages give them."""
    assert is_encoding(name)


@pytest.mark.parametrize("name", ["utf-16", "utf-16le", "utf-32"])
def test_a_page_cannot_say_in_ascii_that_it_is_not(name: str) -> None:
    """A page whose declaration can be read letter by letter is in no encoding of two or four bytes to a letter."""
    assert declared_in(f'<meta charset="{name}">'.encode()) == ""
