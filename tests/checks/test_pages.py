"""Every check has a page, and what its page shows as wrong and right is found and is silent.

The fragments of a page are laid over the small right dataset in `page_dataset/`. If all top-level keys of a fragment end in `.yaml`, each
is a file below `extract/` and its value is merged into that file; otherwise the fragment is merged into `authored/doe-2024-05.yaml`.
Merging is that of JSON Merge Patch: mappings merge, lists and scalars replace, null removes. A block fenced as `raw <path>` is the whole
text of a file instead.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

import diplotrips.checks
from diplotrips.checks.check import Defect, LedgerCheck, ReaderCheck, RecordCheck
from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import BY_CODE, CHECKS, LEDGER_CHECKS
from diplotrips.checks.run import judge
from diplotrips.extract.reading import read_dataset

STANDARD = Path(__file__).parent / "page_dataset"
TRIP = "authored/doe-2024-05.yaml"
TODAY = date(2026, 11, 22)
SECTIONS = ("Why", "Not covered", "What to do", "Wrong", "Right", "Since")
BLOCK = re.compile(r"^```(yaml|raw (?P<path>\S+))\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def rules() -> tuple[Defect, ...]:
    """Every check of every family folder, sorted by code."""
    found = []
    for family in pkgutil.iter_modules(diplotrips.checks.__path__, "diplotrips.checks."):
        package = importlib.import_module(family.name) if family.ispkg else None
        for module in pkgutil.iter_modules(package.__path__, f"{family.name}.") if package else ():
            check = getattr(importlib.import_module(module.name), "CHECK", None)
            if isinstance(check, Defect):
                found.append(check)
    return tuple(sorted(found, key=lambda check: check.code))


def section(page: str, name: str) -> str:
    """Return what stands under `**name**`, up to the next section."""
    _, _, rest = page.partition(f"**{name}")
    return re.split(rf"^\*\*(?:{'|'.join(SECTIONS)})", rest, flags=re.MULTILINE)[0]


def merged(value: object, patch: object) -> object:
    """Return *value* with *patch* laid over it."""
    if not isinstance(patch, dict):
        return patch
    whole = dict(value) if isinstance(value, dict) else {}
    for key, part in patch.items():
        if part is None:
            whole.pop(key, None)
        else:
            whole[key] = merged(whole.get(key), part)
    return whole


def lay(example: str, root: Path) -> None:
    """Lay every block of *example* over the dataset in *root*."""
    for block in BLOCK.finditer(example):
        if block["path"]:
            write(root / block["path"], block["text"])
            continue
        fragment = read(block["text"])
        files = fragment if all(key.endswith(".yaml") for key in fragment) else {TRIP: fragment}
        for name, patch in files.items():
            file = root / name
            whole = merged(read(file.read_text("utf-8")) if file.exists() else {"schema": 1}, patch)
            write(file, yaml.dump(whole, allow_unicode=True, sort_keys=False, Dumper=yaml.SafeDumper))


def read(text: str) -> dict[str, object]:
    """Return a YAML mapping with every scalar but whole numbers, truths and null as text, as the records are read."""
    loaded = yaml.load(text, Loader=TextLoader)  # noqa: S506  (a SafeLoader)
    assert isinstance(loaded, dict)
    return loaded


class TextLoader(yaml.SafeLoader):
    """Reads dates, and words that YAML 1.1 takes for truths, as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (as PyYAML has it)
        first: [(tag, form) for tag, form in resolvers if tag[18:] in {"int", "null"} or (tag[18:] == "bool" and first in "tTfF")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def write(file: Path, text: str) -> None:
    """Write *file*, with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def codes_after(check: Defect, example: str, folder: Path) -> list[str]:
    """Return the codes of what reading and *check* find once *example* is laid over the standard dataset."""
    shutil.copytree(STANDARD, folder, dirs_exist_ok=True)
    lay(example, folder / "extract")
    reading = read_dataset(folder)
    evidence = Evidence(reading.dataset, TODAY)
    plain = [rule for rule in CHECKS if rule is check or isinstance(check, LedgerCheck)]
    ledger = [check] if isinstance(check, LedgerCheck) else []
    return [found.code for found in judge(evidence, plain, ledger, reading.findings).findings]


@pytest.mark.parametrize("check", rules(), ids=lambda check: check.code)
def test_has_every_section(check: Defect) -> None:
    """A page begins with what must hold, in one sentence, and has every section once and in order."""
    found = re.findall(r"^\*\*([A-Z][a-z ]+)\.?\*\*", check.page, re.MULTILINE)

    assert found == list(SECTIONS)
    assert check.page.split("\n\n")[0].endswith(".")
    assert all(section(check.page, name).strip(".* \n") for name in SECTIONS)


@pytest.mark.parametrize("check", rules(), ids=lambda check: check.code)
def test_wrong_is_found(check: Defect, tmp_path: Path) -> None:
    """What the page shows as wrong is found; unless it is about reading, it reads without a finding, so that nothing else is wrong."""
    example = section(check.page, "Wrong")
    assert BLOCK.search(example)

    codes = codes_after(check, example, tmp_path)

    assert check.code in codes
    assert isinstance(check, ReaderCheck) or not [code for code in codes if code.startswith("DT0")]


@pytest.mark.parametrize("check", rules(), ids=lambda check: check.code)
def test_right_is_silent(check: Defect, tmp_path: Path) -> None:
    """What the page shows as right reads well and is not found."""
    example = section(check.page, "Right")
    assert BLOCK.search(example)

    codes = codes_after(check, example, tmp_path)

    assert check.code not in codes
    assert not [code for code in codes if code.startswith("DT0")]


def test_standard_dataset_is_right() -> None:
    """Nothing at all is found in the dataset over which the examples are laid."""
    reading = read_dataset(STANDARD)

    judgement = judge(Evidence(reading.dataset, TODAY), CHECKS, LEDGER_CHECKS, reading.findings)

    assert [str(found) for found in judgement.findings] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_what_is_found_is_counted(check: RecordCheck, tmp_path: Path) -> None:
    """What the page shows as wrong is found on a record of a kind that the check judges, so that it is counted."""
    shutil.copytree(STANDARD, tmp_path, dirs_exist_ok=True)
    lay(section(check.page, "Wrong"), tmp_path / "extract")
    reading = read_dataset(tmp_path)

    judgement = judge(Evidence(reading.dataset, TODAY), CHECKS, LEDGER_CHECKS, reading.findings)

    (outcome,) = (one for one in judgement.outcomes if one.code == check.code)
    assert outcome.found
    for found in judgement.findings:
        kinds = {item.kind for item in reading.dataset.by_id.get(found.record, ())}
        rule = BY_CODE[found.code]
        assert not isinstance(rule, RecordCheck) or kinds <= set(rule.judges), found.code


def test_every_check_is_listed() -> None:
    """The checks in the family folders are those that run."""
    assert {check.code for check in rules()} == set(BY_CODE)


def test_codes_and_names_are_unique() -> None:
    """No code and no name is used for two checks."""
    assert len({check.code for check in rules()}) == len(rules())
    assert len({check.name for check in rules()}) == len(rules())
