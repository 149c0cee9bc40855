"""Pages that a parser would read a part of, or for minutes: they are refused with a sentence, and a page is never read by half."""

from __future__ import annotations

import pytest

from diplotrips.extract.articles import trees
from diplotrips.extract.articles.markup import article_in
from diplotrips.extract.articles.trees import MOST_ATTRIBUTES, MOST_CHARS, MOST_ELEMENTS, tree_of

SENTENCE = "<p>Foreign Minister Ada Vornholt arrived in Lima on Tuesday, her ministry said in a long statement.</p>"

LAST = "<p>Her deputy, Ben Okrand, left for Quito on the same day, the ministry said in another statement.</p>"

DEEP = "its elements stand more than 250 deep within each other"


def refusal(body: str) -> str:
    """Return why a page with *body* between two paragraphs is not read."""
    return article_in(f"<html><body><article>{SENTENCE * 3}{body}{LAST}</article></body></html>").refusal


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 300,
        "<x-part>" * 300,
        "<table><tr><td>" * 100,
        "<script-x>" + "<div>" * 300 + "</script>",
        "<!-->" + "<div>" * 300 + "-->",
        '<b title="<!--">' * 300,
        "<div></b>" * 300,
        "x</b>" * 3000 + "<div>" * 300,
    ],
)
def test_refuses_a_page_whose_end_the_parser_leaves_out(body: str) -> None:
    """However its depth is hidden, a page is refused if the parser gave up before its end."""
    assert refusal(body) == DEEP


@pytest.mark.parametrize(
    "body", ["", "<div>" * 200 + "</div>" * 200, "<p>two<br>" * 400, "<ul>" + "<li>one" * 400 + "</ul>", "<script>'<div>'</script>" * 300]
)
def test_reads_a_page_to_its_end(body: str) -> None:
    """What only looks deep is read, with its last paragraph."""
    text = article_in(f"<html><body><article>{SENTENCE * 3}{body}{LAST}</article></body></html>").text

    assert "Ben Okrand" in text


def test_tells_another_end_before_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the parser has no room for a text of more than 10 MB it gives up without an error, and that is told."""
    monkeypatch.setattr(trees, "MOST_CHARS", 20_000_000)

    assert refusal(f"<p>{'w' * 11_000_000}</p>") == "the parser of HTML gave up before its end"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p>x</p>" * MOST_ELEMENTS, "it has more than 10,000 elements, which no page of an article has"),
        (f"<p {' '.join(f'a{n}' for n in range(MOST_ATTRIBUTES + 1))}>x</p>", "an element in it has more than 200 attributes"),
        ("w" * MOST_CHARS, "it is longer than 5,000,000 characters, which no page of an article is"),
    ],
)
def test_refuses_what_takes_minutes(body: str, reason: str) -> None:
    """Elements, attributes and characters have a limit each, which is named."""
    assert refusal(body) == reason


def test_the_limits_are_in() -> None:
    """A page at the limits is read."""
    attributes = " ".join(f"a{number}" for number in range(MOST_ATTRIBUTES))
    page = f"<html><body><p {attributes}>{'<br>' * (MOST_ELEMENTS - 3)}</body></html>"

    assert tree_of(page).refusal == ""


def test_images_in_a_page_do_not_count() -> None:
    """A page that a browser saved with its images in it is read."""
    assert refusal(f'<img src="data:image/png;base64,{"A" * (MOST_CHARS + 1)}=">') == ""
