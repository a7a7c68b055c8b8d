#!/usr/bin/env python3
"""Tests of the damaged files and of the script that makes them."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DAMAGED = HERE / "damaged"
EXPECTED = json.loads((DAMAGED / "expected.json").read_text(encoding="utf-8"))


def damage(*arguments, folder=HERE):
    return subprocess.run(
        [sys.executable, folder / "damage.py", *arguments], capture_output=True, text=True
    )


def copy_of_the_folder(into):
    return pathlib.Path(shutil.copytree(HERE, pathlib.Path(into) / "diamonds"))


class DamagedFiles(unittest.TestCase):
    def test_every_file_has_its_expectation_and_every_expectation_its_file(self):
        self.assertEqual({path.name for path in DAMAGED.glob("*.csv")}, set(EXPECTED))

    def test_each_says_what_is_damaged_and_what_must_happen(self):
        for name, outcome in EXPECTED.items():
            self.assertTrue(outcome["damage"], name)
            self.assertIn(outcome["verdict"], ("accepted", "refused"), name)
            self.assertEqual(outcome["verdict"] == "refused", bool(outcome["because"]), name)

    def test_rows_add_up(self):
        parts = ("accepted", "set_aside", "unappraised", "duplicates", "superseded")
        for name, outcome in EXPECTED.items():
            if "rows" in outcome:
                self.assertEqual(outcome["rows"], sum(outcome[part] for part in parts), name)

    def test_the_files_are_small_and_differ(self):
        contents = [path.read_bytes() for path in DAMAGED.glob("*.csv")]
        self.assertLess(max(map(len, contents)), 20_000)
        self.assertEqual(len(contents), len(set(contents)))

    def test_the_sound_file_holds_stones_as_they_stand_in_the_fresh_batch(self):
        sound = (DAMAGED / "sound.csv").read_text(encoding="utf-8").splitlines()
        fresh = (HERE / "fresh/2026-09.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(41, len(sound))
        self.assertLessEqual(set(sound), set(fresh))

    def test_a_row_expected_to_be_bad_differs_from_a_sound_one(self):
        fresh = (HERE / "fresh/2026-09.csv").read_text(encoding="utf-8").splitlines()
        for name, outcome in EXPECTED.items():
            lines = (DAMAGED / name).read_bytes().decode("utf-8", "replace").split("\n")
            for bad in outcome.get("bad", []):
                self.assertNotIn(lines[bad["line"] - 1], fresh, f"{name} line {bad['line']}")


class Damage(unittest.TestCase):
    def test_the_committed_files_are_byte_for_byte_what_the_script_makes(self):
        check = damage("--check")
        self.assertEqual(0, check.returncode, check.stderr)

    def test_a_changed_a_missing_and_a_strange_file_are_named_by_the_check(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = copy_of_the_folder(temporary)
            (folder / "damaged/units.csv").write_bytes(b"carat\n")
            (folder / "damaged/tabs.csv").unlink()
            (folder / "damaged/mine.csv").write_bytes(b"carat\n")
            check = damage("--check", folder=folder)
        self.assertEqual(1, check.returncode)
        self.assertIn("damaged/units.csv: differs", check.stderr)
        self.assertIn("damaged/tabs.csv: is missing", check.stderr)
        self.assertIn("damaged/mine.csv: this script doesn't make it", check.stderr)

    def test_files_that_were_lost_are_made_again(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = copy_of_the_folder(temporary)
            shutil.rmtree(folder / "damaged")
            made = damage(folder=folder)
            self.assertEqual(0, made.returncode, made.stderr)
            for path in DAMAGED.iterdir():
                again = folder / "damaged" / path.name
                self.assertEqual(path.read_bytes(), again.read_bytes(), path.name)

    def test_without_the_fresh_batch_it_says_so(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = copy_of_the_folder(temporary)
            shutil.rmtree(folder / "fresh")
            failed = damage("--check", folder=folder)
        self.assertEqual(1, failed.returncode)
        self.assertIn("2026-09.csv", failed.stderr)
        self.assertNotIn("Traceback", failed.stderr)


if __name__ == "__main__":
    unittest.main()
