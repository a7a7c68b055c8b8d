"""The workflows are valid, and hold commands of ./facet only, with options that exist; Dependabot looks at every lock.

Runs on the Python of architecture/.
"""

import os
import pathlib
import subprocess
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "workflows"
ACTIONLINT = pathlib.Path(os.environ["FACET_TOOLS"]) / "actionlint"


def lint(*files):
    # Without shellcheck and pyflakes, which may or may not be on a machine: there is no script in there to look at.
    return subprocess.run(
        [ACTIONLINT, "-shellcheck=", "-pyflakes=", *files], cwd=ROOT, capture_output=True, text=True)


def commands():
    for file in sorted(FOLDER.glob("*.yml")):
        for job in yaml.safe_load(file.read_text())["jobs"].values():
            for step in job["steps"]:
                if "run" in step:
                    yield file.name, step["run"]


class Workflows(unittest.TestCase):
    def test_there_are_two(self):
        self.assertEqual(sorted(file.name for file in FOLDER.iterdir()), ["ci.yml", "train.yml"])

    def test_actionlint_finds_nothing(self):
        checked = lint(*sorted(FOLDER.glob("*.yml")))
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_actionlint_finds_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = pathlib.Path(folder) / "train.yml"
            text = (FOLDER / "train.yml").read_text()
            wrong.write_text(text.replace("if: always()", "if: allways()").replace("17 2 * * *", "17 26 * * *"))
            checked = lint(wrong)
            self.assertEqual(checked.returncode, 1, checked.stdout)
            self.assertIn("allways", checked.stdout)
            self.assertIn("17 26", checked.stdout)

    def test_a_step_is_one_command_with_options_that_exist(self):
        for file, line in commands():
            with self.subTest(f"{file}: {line}"):
                words = line.split()
                if words == [".ci/run"]:
                    continue
                self.assertEqual(words[0], "./facet")
                help_text = subprocess.run(
                    [ROOT / "facet", words[1], "--help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
                for word in words[2:]:
                    if word.startswith("--"):
                        self.assertIn(word, help_text)
                    elif "/" in word:
                        self.assertTrue((ROOT / word).exists(), word)

    def test_what_starts_training_is_where_fresh_files_lie(self):
        train = yaml.safe_load((FOLDER / "train.yml").read_text())
        # YAML 1.1 reads the key "on" as true.
        pattern, = train[True]["push"]["paths"]
        self.assertGreaterEqual(len(list(ROOT.glob(pattern))), 3)


class Dependabot(unittest.TestCase):
    def test_it_looks_wherever_versions_are_pinned(self):
        updates = {update["package-ecosystem"]: update.get("directories", [update.get("directory")])
                   for update in yaml.safe_load((FOLDER.parent / "dependabot.yml").read_text())["updates"]}
        self.assertEqual(updates.pop("github-actions"), ["/"])
        self.assertEqual(updates.pop("maven"), ["/"])
        locks = {"npm": "package-lock.json", "pip": "*-requirements.txt", "gomod": "go.mod"}
        self.assertEqual({ecosystem: sorted(folders) for ecosystem, folders in updates.items()},
                         {ecosystem: folders_with(pattern) for ecosystem, pattern in locks.items()})


def folders_with(pattern):
    files = subprocess.run(["git", "ls-files", pattern, f"*/{pattern}"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted({f"/{pathlib.PurePath(file).parent}" for file in files.splitlines()})


if __name__ == "__main__":
    unittest.main()
