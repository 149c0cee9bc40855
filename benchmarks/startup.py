"""How long commands take to start, against a bare click program, and what they import.

Run with `.venv/bin/python benchmarks/startup.py [ROUNDS]`. Every round runs every program once, in turn, so that a busy machine slows all
of them alike; told are the median and the range of the ratio in each round. The records are those of this checkout, all of them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]

BARE = """
import click

@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli():
    pass

@cli.command()
@click.argument("folder", default=".")
def check(folder):
    '''Do nothing.'''

cli(prog_name="bare")
"""

OURS = "from diplotrips.cli import main; main()"

PROGRAMS: dict[str, list[str]] = {
    "bare click --help": [BARE, "--help"],
    "diplotrips --help": [OURS, "--help"],
    "diplotrips --version": [OURS, "--version"],
    "diplotrips check --help": [OURS, "check", "--help"],
    "diplotrips explain DT203": [OURS, "explain", "DT203"],
    "diplotrips check": [OURS, "check", "--fail-on", "never"],
}
BASE = "bare click --help"

PROBE = """
import sys
before = set(sys.modules)
try:
    exec(sys.argv.pop(1))
except SystemExit:
    pass
new = [name for name in sys.modules if name not in before]
packages = {name.partition(".")[0] for name in new if not name.startswith("_")} - sys.stdlib_module_names - {"cython_runtime"}
print(len(new), *sorted(packages), file=sys.stderr)
"""


def run(program: list[str]) -> float:
    """Return the seconds that a whole process takes, from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", *program], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def imports(program: list[str]) -> str:
    """Return how many modules a program imports, and which packages that are not of the standard library."""
    told = subprocess.run([sys.executable, "-c", PROBE, *program], cwd=ROOT, capture_output=True, text=True, check=True).stderr
    count, *packages = told.split()
    return f"{count} modules: {', '.join(packages)}"


def main() -> None:
    """Print what each program imports, then the times of all."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 9
    for name, program in PROGRAMS.items():
        print(f"{name:<26} imports {imports(program)}")
    seconds: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, program in PROGRAMS.items():
            seconds[name].append(run(program))
    print(f"\n{rounds} rounds, interleaved        median ms    ratio to {BASE} (range)")
    for name, taken in seconds.items():
        ratios = [one / base for one, base in zip(taken, seconds[BASE], strict=True)]
        print(
            f"{name:<26} {statistics.median(taken) * 1000:>10.0f}    {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
        )


if __name__ == "__main__":
    main()
