"""`diplotrips extract` beside what is there already: earlier drafts, copies of texts, and the register of sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.records import sha256

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

BODY = "Norwegian Foreign Minister Ada Vornholt arrived in Lima, Peru, on Tuesday for talks on fish and ships with her host there."
PAGE = (
    '<!DOCTYPE html><html><head><title>A Tour</title><meta property="og:site_name" content="Example Post">'
    '<meta name="date" content="2024-05-16"></head>'
    f"<body><article><h1>A Tour</h1><p>{BODY}</p><p>{BODY} Nothing was signed.</p></article></body></html>"
)


@pytest.fixture
def articles(project: Path) -> Path:
    """A folder with an article as a text."""
    (project / "articles").mkdir()
    (project / "articles/herald.txt").write_text(f"A Tour\n\n{BODY}\n", encoding="utf-8")
    return project / "articles"


def drafted(project: Path, name: str) -> dict[str, Any]:
    """Return what a draft has of its article."""
    found: dict[str, Any] = json.loads((project / f"extract/parsed/{name}.json").read_text(encoding="utf-8"))["article"]
    return found


@pytest.mark.usefixtures("articles")
def test_a_day_once_given_is_kept(project: Path, run: Callable[..., Ran]) -> None:
    """A second run without --published loses neither the day nor the publisher, and says so."""
    run("extract", "articles/herald.txt", "--published", "2024-05-16", "--publisher", "The Herald")

    ran = run("extract", "articles")

    assert ran.out.startswith("unchanged extract/parsed/herald.json: ")
    assert "published 2024-05-16" in ran.out.splitlines()[0]
    assert "  note: kept from the earlier draft of this text: published 2024-05-16, publisher The Herald\n" in ran.out
    assert drafted(project, "herald")["publisher"] == "The Herald"


def test_a_day_given_anew_counts(project: Path, articles: Path, run: Callable[..., Ran]) -> None:
    """What is said now goes before what the draft has; a changed text knows nothing of it."""
    run("extract", "articles", "--published", "2024-05-16")
    run("extract", "articles", "--published", "2024-05-17")
    assert drafted(project, "herald")["published"] == "2024-05-17"

    (articles / "herald.txt").write_text(f"{BODY}\n", encoding="utf-8")

    assert run("extract", "articles", "--overwrite").status == 0
    assert "published" not in drafted(project, "herald")


def test_a_copy_keeps_what_its_page_said(project: Path, articles: Path, run: Callable[..., Ran]) -> None:
    """The text that --texts kept is drafted like the page: same day by its metadata, publisher and title."""
    (project / "post.html").write_text(PAGE, encoding="utf-8")
    run("extract", "post.html", "--texts", "articles")
    before = (project / "extract/parsed/post.json").read_bytes()

    ran = run("extract", str(articles / "post.txt"))

    assert ran.out.startswith("unchanged extract/parsed/post.json: ")
    assert (project / "extract/parsed/post.json").read_bytes() == before
    assert drafted(project, "post")["published_basis"] == "metadata"


def test_an_article_is_drafted_once(project: Path, run: Callable[..., Ran]) -> None:
    """A page and the copy of its text in the same run make one draft; the same text under another name makes its own, with a note."""
    (project / "pages").mkdir()
    (project / "pages/post.html").write_text(PAGE, encoding="utf-8")
    run("extract", "pages", "--texts", "pages/read")
    (project / "pages/echo.txt").write_bytes((project / "pages/read/post.txt").read_bytes())

    ran = run("extract", "pages")

    assert "pages/read/post.txt: left out, since post has the same name and text\n" in ran.out
    assert "  note: it has the same text as echo\n" in ran.out
    assert ran.out.splitlines()[-1].startswith("3 articles: 2 drafts, 1 left out as a copy, ")
    assert ran.status == 0
    assert sorted(path.name for path in (project / "extract/parsed").iterdir()) == ["echo.json", "post.json"]


@pytest.mark.parametrize(
    ("registered", "published", "note"),
    [
        ("published: 2024-05-16", (), "  note: extract/sources.yaml has 2024-05-16 for it: add --published 2024-05-16\n"),
        ("published: 2024-05-16", ("--published", "2024-05-17"), "  note: extract/sources.yaml has 2024-05-16 for it, not 2024-05-17\n"),
        ("published: 2024-05-16", ("--published", "2024-05-16"), ""),
        ("title: A tour", (), ""),
        (f"text_sha256: {'a' * 64}", (), "has another text for herald, so that a review refuses this one; --source gives it another id\n"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_what_the_register_has_is_told(
    project: Path, run: Callable[..., Ran], registered: str, published: tuple[str, ...], note: str
) -> None:
    """A day in the register of sources is told where the draft has another one or none, and is never taken silently."""
    sources = f"schema: 1\nsources:\n  - {{id: gazette}}\n  - {{id: herald, kind: article, language: en, {registered}}}\n"
    (project / "extract/sources.yaml").write_text(sources)

    ran = run("extract", "articles", *published)

    assert (note in ran.out) if note else ("sources.yaml" not in ran.out)
    assert drafted(project, "herald").get("published") == (published[1] if published else None)


def test_a_text_that_is_registered_is_known_by_its_hash(project: Path, articles: Path, run: Callable[..., Ran]) -> None:
    """A file of another name than the source is told whose text it is, and the day that the register has."""
    text = sha256((articles / "herald.txt").read_text(encoding="utf-8"))
    entry = f"{{id: herald-2024-05, kind: article, language: en, published: 2024-05-16, text_sha256: {text}}}"
    (project / "extract/sources.yaml").write_text(f"schema: 1\nsources:\n  - {entry}\n")

    out = run("extract", "articles").out

    assert "  note: extract/sources.yaml has this text as herald-2024-05: add --source herald-2024-05\n" in out
    assert "  note: extract/sources.yaml has 2024-05-16 for it: add --published 2024-05-16\n" in out
    assert "sources.yaml" not in run("extract", "articles", "--source", "herald-2024-05", "--published", "2024-05-16").out


@pytest.mark.usefixtures("articles")
def test_registers_of_lines_are_read_and_none_is_needed(project: Path, run: Callable[..., Ran]) -> None:
    """A folder of JSON Lines is a register like another; without a dataset nothing is told of one."""
    (project / "extract/sources.yaml").unlink()
    (project / "extract/sources").mkdir()
    entry = {"id": "herald", "kind": "article", "language": "en", "published": "2024-05-16"}
    (project / "extract/sources/all.jsonl").write_text(f"{json.dumps(entry)}\nbroken\n")

    assert "extract/sources/all.jsonl has 2024-05-16 for it" in run("extract", "articles").out

    ran = run("extract", "articles", "--folder", "articles", "--into", "drafts")
    assert (ran.status, "all.jsonl" in ran.out) == (0, False)


@pytest.mark.usefixtures("articles")
def test_a_dateline_that_does_not_fit_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """Both days are named, and where the interval is too wide the words that stay open."""
    (project / "articles/dated.txt").write_text(f"LIMA, 14 May 2024 (Example Agency) - {BODY}\n")

    assert "  note: its dateline, 2024-05-14 (“14 May 2024”), does not fit 2024-06-01, " in (
        run("extract", "articles/dated.txt", "--published", "2024-06-01").out
    )
    assert "  open: no date for “Tuesday”, since not all days of 2024-05-18/2024-05-30 give the same one; --published with fewer" in (
        run("extract", "articles/herald.txt", "--published", "2024-05-18/2024-05-30").out
    )
