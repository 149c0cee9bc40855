"""The parser on a folder of articles: predictions in the shape of a corpus' gold, and how right they are.

`.venv/bin/python benchmarks/extraction.py ARTICLES_DIR OUT_DIR` writes `OUT_DIR/<id>.json` for each article and
`OUT_DIR/conflicts/<trip-key>.json` for each trip key; no gold is read, and the number of workers (`--workers`) changes nothing.

With gold (CORPUS_DIR has `articles/` and `gold/`, its scorer `score.py` lies there or one folder above):
`extraction.py score CORPUS_DIR` prints the figures, with `--folds trip` by scorers that have not seen the trip;
`extraction.py errors CORPUS_DIR` prints every difference; `extraction.py train CORPUS_DIR [--write]` trains the scorer of stops;
`extraction.py articles ARTICLES_DIR --scorer FILE` prints both for texts with span-exact gold;
`extraction.py speed` tells how long reading takes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extraction_corpus import figures, speed, training
from extraction_corpus.articles import NoArticlesError, predict, read_articles, write_all
from extraction_corpus.corpus_files import read_corpus_of
from extraction_corpus.crosschecks import cross_check
from extraction_corpus.differences import render, tell
from extraction_corpus.fitting import loss
from extraction_corpus.span_gold import read_span_gold, without_side_trips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def main(arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name; return the exit status."""
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    try:
        COMMANDS[command](arguments[bool(command) :])
    except NoArticlesError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


def write_predictions(arguments: Sequence[str]) -> None:
    """Write the predictions for a folder of articles, and the conflicts between them."""
    parser = _parser(("articles", "out"))
    options = parser.parse_args(arguments)
    given = read_articles(options.articles)
    predicted = predict(given, options.workers)
    crossed = cross_check(given, predicted)
    write_all(predicted, crossed, options.out)
    print(f"{len(predicted)} articles, {sum(map(len, crossed.values()))} conflicts in {len(crossed)} trips")


def print_figures(arguments: Sequence[str]) -> None:
    """Print the figures of a corpus with gold."""
    parser = _parser(("corpus",))
    parser.add_argument("--out", type=Path, help="folder to write the predictions into, for the corpus' own scorer")
    options = parser.parse_args(arguments)
    corpus = read_corpus_of(options.corpus, options.scorer)
    predicted = training.predict_held_out(corpus) if options.folds == "trip" else predict(corpus.articles, options.workers)
    crossed = cross_check(corpus.articles, predicted)
    counted = figures.score(corpus.scorer, corpus.gold, predicted)
    keys = corpus.keys
    if corpus.conflicts:
        of_keys = figures.score_conflicts(corpus.scorer, corpus.conflicts, crossed)
        keys |= {name: name.removeprefix("conflicts of ") for name in of_keys}
        counted |= of_keys
    print(figures.render(figures.rows(counted, keys)))
    if options.out:
        write_all(predicted, crossed, options.out)


def print_weights(arguments: Sequence[str]) -> None:
    """Train the scorer of stops on a whole corpus; print its weights, or write them into the package."""
    parser = _parser(("corpus",))
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args(arguments)
    examples = training.examples_of(read_corpus_of(options.corpus, options.scorer))
    weights = training.train(examples)
    everything = [example for listed in examples.values() for example in listed]
    right = sum(example.is_right for example in everything)
    print(f"{len(everything)} candidates, {right} of them stops; mean loss {loss(everything, weights):.4f}", file=sys.stderr)
    if options.write:
        Path(str(training.WEIGHTS)).write_text(training.as_json(weights), encoding="utf-8")
    else:
        print(training.as_json(weights), end="")


def print_errors(arguments: Sequence[str]) -> None:
    """Print how predictions and gold differ, article by article, and how often each kind of error occurs."""
    parser = _parser(("corpus",))
    parser.add_argument("--kind", default="", help="only errors whose kind contains this")
    parser.add_argument("--article", default="", help="only articles whose name contains this")
    options = parser.parse_args(arguments)
    corpus = read_corpus_of(options.corpus, options.scorer)
    wanted = [one for one in corpus.articles if options.article in one.name]
    predicted = training.predict_held_out(corpus) if options.folds == "trip" else predict(wanted, options.workers)
    print(render(tell(corpus, {one.name: predicted[one.name] for one in wanted}), options.kind))


def print_articles(arguments: Sequence[str]) -> None:
    """Print figures and errors of real articles with span-exact gold."""
    parser = argparse.ArgumentParser(prog="extraction.py articles", description=print_articles.__doc__)
    parser.add_argument("articles", type=Path, metavar="ARTICLES_DIR")
    parser.add_argument("--scorer", type=Path, required=True, help="the score.py of a corpus")
    parser.add_argument("--train", type=Path, metavar="CORPUS_DIR", help="train on this corpus, without the trip of each article")
    options = parser.parse_args(arguments)
    corpus = read_span_gold(options.articles, options.scorer)
    other = read_corpus_of(options.train, options.scorer) if options.train else None
    found = training.predict_held_out(corpus, other) if other else predict(corpus.articles)
    predicted = {name: without_side_trips(one) for name, one in found.items()}
    print(figures.render(figures.rows(figures.score(corpus.scorer, corpus.gold, predicted), corpus.keys)))
    print(render(tell(corpus, predicted)))


def print_speed(arguments: Sequence[str]) -> None:
    """Print how long reading takes, how it grows with the text, and what a second process adds."""
    argparse.ArgumentParser(prog="extraction.py speed", description=print_speed.__doc__).parse_args(arguments)
    for line in speed.lines():
        print(line, flush=True)


def _parser(folders: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for folder in folders:
        parser.add_argument(folder, type=Path, metavar=f"{folder.upper()}_DIR")
    parser.add_argument("--workers", type=int, default=1, help="processes that read articles")
    if "corpus" in folders:
        parser.add_argument("--folds", choices=("none", "trip"), default="none", help="trip: train on all other trips for each trip")
        parser.add_argument("--scorer", type=Path, help="the corpus' score.py, where it does not lie in the corpus")
    return parser


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "": write_predictions,
    "score": print_figures,
    "train": print_weights,
    "errors": print_errors,
    "articles": print_articles,
    "speed": print_speed,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
