#!/usr/bin/env python3
"""Tests of the committed stones and of the script that makes them."""

import csv
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
HEADER = "carat,cut,color,clarity,depth,table,price,x,y,z".split(",")
FRESH = ("fresh/2026-09.csv", "fresh/2026-10.csv", "fresh/2026-11.csv")
PROVENANCE = json.loads((HERE / "collection_rows.json").read_text(encoding="utf-8"))


def make(*arguments, folder=HERE, **environment):
    return subprocess.run(
        [sys.executable, folder / "make.py", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


def stones(file):
    with open(HERE / file, encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    return header, [dict(zip(header, row)) for row in rows]


def features(file):
    """The nine features of each stone: which one it is, whatever its price."""
    _, rows = stones(file)
    return [tuple(row[name] for name in HEADER if name != "price") for row in rows]


def copy_of_the_folder(into):
    return pathlib.Path(shutil.copytree(HERE, pathlib.Path(into) / "diamonds"))


class CommittedStones(unittest.TestCase):
    def test_every_file_has_the_ten_columns_and_plain_line_ends(self):
        for file in ("diamonds.csv", *FRESH):
            content = (HERE / file).read_bytes()
            self.assertEqual(HEADER, stones(file)[0], file)
            self.assertNotIn(b"\r", content, file)
            self.assertTrue(content.endswith(b"\n"), file)

    def test_the_collection_has_5000_stones_ten_of_them_unappraised_where_the_expert_stopped(self):
        _, rows = stones("diamonds.csv")
        without_price = [place for place, row in enumerate(rows) if row["price"] == "-1"]
        self.assertEqual(5000, len(rows))
        self.assertEqual(10, len(without_price))
        self.assertEqual(PROVENANCE["unappraised"], without_price)

    def test_every_fresh_batch_has_1000_appraised_stones(self):
        for file in FRESH:
            _, rows = stones(file)
            self.assertEqual(1000, len(rows), file)
            self.assertTrue(all(int(row["price"]) > 0 for row in rows), file)

    def test_no_fresh_stone_is_in_the_collection_or_in_another_batch(self):
        fresh = [stone for file in FRESH for stone in features(file)]
        self.assertEqual(3000, len(set(fresh)))
        self.assertEqual(set(), set(fresh) & set(features("diamonds.csv")))


class Make(unittest.TestCase):
    def test_the_committed_files_are_byte_for_byte_what_the_published_stones_give(self):
        check = make("--check")
        self.assertEqual(0, check.returncode, check.stderr)

    def test_a_changed_and_a_missing_file_are_named_by_the_check(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = copy_of_the_folder(temporary)
            collection = folder / "diamonds.csv"
            lines = collection.read_bytes().split(b"\n")
            lines[6] = lines[6].replace(b".", b",", 1)
            collection.write_bytes(b"\n".join(lines))
            (folder / FRESH[1]).unlink()
            check = make("--check", folder=folder)
        self.assertEqual(1, check.returncode)
        self.assertIn("diamonds.csv: differs", check.stderr)
        self.assertIn("first in line 7", check.stderr)
        self.assertIn("fresh/2026-10.csv: is missing", check.stderr)
        self.assertIn("fresh/2026-09.csv: as made", check.stderr)

    def test_files_that_were_lost_are_made_again(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = copy_of_the_folder(temporary)
            (folder / "diamonds.csv").unlink()
            shutil.rmtree(folder / "fresh")
            made = make(folder=folder)
            self.assertEqual(0, made.returncode, made.stderr)
            for file in ("diamonds.csv", *FRESH):
                self.assertEqual((HERE / file).read_bytes(), (folder / file).read_bytes(), file)

    def test_the_market_is_every_stone_outside_the_collection(self):
        with tempfile.TemporaryDirectory() as temporary:
            file = pathlib.Path(temporary) / "market.csv"
            made = make("--market", str(file))
            self.assertEqual(0, made.returncode, made.stderr)
            market = features(file)
            header, *rows = file.read_text(encoding="utf-8").splitlines()
        self.assertEqual(HEADER, header.split(","))
        self.assertEqual(53940 - 5000, len(rows))
        twins = set(features("diamonds.csv")).intersection(market)
        self.assertLess(len(twins), 70, "stones of the collection are in the market")
        for fresh in FRESH:
            drawn = (HERE / fresh).read_text(encoding="utf-8").splitlines()[1:]
            self.assertLessEqual(set(drawn), set(rows), fresh)

    def test_a_file_that_is_not_the_published_one_is_refused_with_both_digests(self):
        with tempfile.TemporaryDirectory() as temporary:
            file = pathlib.Path(temporary) / "diamonds.csv"
            file.write_text('"carat","cut"\n0.23,"Ideal"\n', encoding="utf-8")
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            refused = make("--check", "--source", str(file))
        self.assertEqual(1, refused.returncode)
        self.assertIn("SHA-256 expected 9574730b", refused.stderr)
        self.assertIn(f"SHA-256 found    {found}", refused.stderr)
        self.assertNotIn("Traceback", refused.stderr)

    def test_without_a_package_index_it_says_what_it_needs(self):
        with tempfile.TemporaryDirectory() as empty:
            failed = make(
                "--check", XDG_CACHE_HOME=empty, PIP_NO_INDEX="1", PIP_FIND_LINKS=empty
            )
        self.assertEqual(1, failed.returncode)
        self.assertIn("pip could not download plotnine", failed.stderr)
        self.assertIn("--source FILE", failed.stderr)
        self.assertNotIn("Traceback", failed.stderr)

    def test_a_damaged_download_in_the_cache_is_not_used(self):
        with tempfile.TemporaryDirectory() as cache:
            first = make("--check", XDG_CACHE_HOME=cache)
            kept = next(pathlib.Path(cache).rglob("*.csv"))
            kept.write_bytes(kept.read_bytes()[:-100])
            second = make("--check", XDG_CACHE_HOME=cache)
        self.assertEqual(0, first.returncode, first.stderr)
        self.assertEqual(0, second.returncode, second.stderr)
        self.assertIn("Downloading", second.stderr)

    def test_the_readme_quotes_what_describe_counts(self):
        described = make("--describe")
        self.assertEqual(0, described.returncode, described.stderr)
        self.assertIn("refused: x, y or z is 0", described.stdout)
        self.assertIn(described.stdout, (HERE / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
