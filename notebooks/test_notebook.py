"""The notebook as a reader and as its developers meet it, by ./facet notebook: executed from nothing, with real MLflow.

test_notebook.py [NAME...]    NAME as in unittest: Story, Executed.test_…
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import nbformat

import execute

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent
NOTEBOOK = FOLDER / "challenge1.ipynb"


def facet(*arguments):
    return subprocess.run(
        [str(ROOT / "facet"), *arguments], stdin=subprocess.DEVNULL, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def written(folder, *cells):
    """A notebook with these cells: text, or code where it ends in a semicolon."""
    make = {True: nbformat.v4.new_code_cell, False: nbformat.v4.new_markdown_cell}
    path = pathlib.Path(folder) / "small.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[make[text.endswith(";")](text) for text in cells]), path)
    return path


class Story(unittest.TestCase):
    """What is committed, and GitHub shows."""

    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    text = [cell.source for cell in cells if cell.cell_type == "markdown"]

    def test_every_cell_has_its_outputs_and_ran_in_order_from_nothing(self):
        self.assertEqual([cell.execution_count for cell in self.code], list(range(1, len(self.code) + 1)))
        for cell in self.code:
            for output in cell.outputs:
                self.assertNotEqual(output.output_type, "error", cell.source)
                self.assertNotEqual(output.get("name"), "stderr", cell.source)

    def test_every_cell_is_short_and_told_of_before(self):
        for before, cell in zip([None, *self.cells], self.cells):
            if cell.cell_type == "code":
                self.assertLessEqual(len(cell.source.splitlines()), 20, cell.source)
                self.assertEqual(before.cell_type, "markdown", cell.source)

    def test_all_eleven_sections_are_there(self):
        sections = [int(number) for number in re.findall(r"^## (\d+)\. ", "\n".join(self.text), re.M)]
        self.assertEqual(sections, list(range(1, 12)))

    def test_money_and_percentages_in_the_text_are_bound_to_what_is_computed(self):
        for source in self.text:
            bare = execute.QUOTE.sub("", source)
            self.assertEqual(re.findall(r"\$\d|\d[\d,.]* USD|\d[\d,]*\.\d+ ?%", bare), [], source)

    def test_every_figure_says_its_message_to_those_who_cannot_see_it(self):
        figures = [
            output for cell in self.code for output in cell.outputs if "image/png" in output.get("data", {})]
        self.assertGreater(len(figures), 12)
        for figure in figures:
            self.assertEqual(figure.metadata["image/png"]["alt"], figure.data["text/plain"])

    def test_every_specification_is_drawn_by_some_cell(self):
        specified = {path.stem for path in (FOLDER / "figures").glob("*.json")} - {"look"}
        drawn = {name for cell in self.code for name in re.findall(r'Figure\.of\("([a-z-]+)"', cell.source)}
        self.assertEqual(drawn, specified)

    def test_it_is_small_enough_for_github_to_show(self):
        self.assertLess(NOTEBOOK.stat().st_size, 4_000_000)


class Quotes(unittest.TestCase):
    """A figure in the text is written as its author wrote it, whatever is computed."""

    def requoted(self, text, computed):
        return execute.requote(text, lambda java: computed)[:2]

    def test_money_percentages_and_counts_keep_their_sign_decimals_and_thousands(self):
        for text, computed, becomes in [
            ("1.00", "2345.678", "2,345.68"), ("1", "2345.5", "2,346"), ("-1", "-7", "-7"), ("1", "12345", "12,345"), ("0.1", "0.25", "0.3"), ("+1.0", "3.26", "+3.3"), ("1", "1.2345E7", "12,345,000"),
        ]:
            source, changes = self.requoted(f"{text}<!-- x -->", computed)
            self.assertEqual(source, f"{becomes}<!-- x -->")
            self.assertEqual(changes, [f"the text says {text} where x is {becomes}"])

    def test_what_is_still_true_is_no_change(self):
        self.assertEqual(self.requoted("errs by 259.05<!-- mae --> USD.", "259.0489"), ("errs by 259.05<!-- mae --> USD.", []))

    def test_words_are_compared_letter_by_letter(self):
        self.assertEqual(
            self.requoted("`linear`<!-- best -->", "price-list"),
            ("`price-list`<!-- best -->", ["the text says `linear` where best is `price-list`"]))

    def test_a_comment_that_follows_no_figure_binds_nothing(self):
        self.assertEqual(self.requoted("Some words <!-- a remark -->", "1"), ("Some words <!-- a remark -->", []))

    def test_what_is_no_number_is_named(self):
        source, changes, unknown = execute.requote("7<!-- x -->", lambda java: "NaN stones")
        self.assertEqual((source, changes), ("7<!-- x -->", []))
        self.assertIn("the text says 7, and x can't be computed", unknown[0])


class Refused(unittest.TestCase):
    """What --check is for."""

    def test_a_figure_and_an_output_that_are_no_longer_computed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = written(folder, "There are 41<!-- stones --> stones, `x`<!-- nothing -->.", "var stones = 40 + 2;", "System.out.print(stones);")
            before = path.read_text()
            checked = facet("notebook", "--check", str(path))
            self.assertEqual(checked.returncode, 1, checked.stdout)
            self.assertIn("the text says 41 where stones is 42", checked.stdout)
            self.assertIn("the text says `x`, and nothing can't be computed", checked.stdout)
            self.assertIn("cell [2] shows something else: it showed '' and shows 'stdout: 42'", checked.stdout)
            self.assertEqual(path.read_text(), before)

            ran = facet("notebook", "--run", str(path))
            self.assertEqual(ran.returncode, 1, ran.stdout)
            self.assertIn("small.ipynb states what can't be computed", ran.stdout)

            path = written(
                folder, "There are 41<!-- stones --> stones.", "var stones = 40 + 2;", "System.out.print(stones);", ";")
            ran = facet("notebook", "--run", str(path))
            self.assertEqual(ran.returncode, 0, ran.stdout)
            self.assertIn("There are 42<!-- stones --> stones.", path.read_text())
            checked = facet("notebook", "--check", str(path))
            self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_a_cell_that_fails_with_what_it_says(self):
        with tempfile.TemporaryDirectory() as folder:
            for code, says in [("var x = unheardOf;", "unheardOf"), ('throw new IllegalStateException("no stones");', "no stones")]:
                checked = facet("notebook", "--check", str(written(folder, code)))
                self.assertEqual(checked.returncode, 1, checked.stdout)
                self.assertIn("small.ipynb: a cell failed", checked.stdout)
                self.assertIn(says, checked.stdout)

    def test_a_figure_that_is_drawn_otherwise_than_before(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(FOLDER / "figures", pathlib.Path(folder) / "figures")
            shutil.copy(FOLDER / "draw.py", folder)
            code = ('io.facet.notebooks.Figure.of("price-by-weight", "Weight").with("stones", '
                    'java.util.List.of(java.util.Map.of("price", 900, "stone", java.util.Map.of("carat", 0.4))))')
            path = written(folder, "Text.", code + ";")
            notebook = nbformat.read(path, as_version=4)
            notebook.cells[1].source = code
            nbformat.write(notebook, path)
            self.assertEqual(facet("notebook", "--run", str(path)).returncode, 0)
            self.assertEqual(facet("notebook", "--check", str(path)).returncode, 0)
            specification = pathlib.Path(folder) / "figures" / "price-by-weight.json"
            specification.write_text(specification.read_text().replace("Each dot", "Each spot"))
            checked = facet("notebook", "--check", str(path))
            self.assertEqual(checked.returncode, 1, checked.stdout)
            self.assertIn("cell [1] shows something else: it showed 'figure ", checked.stdout)

    def test_a_figure_that_cannot_be_drawn(self):
        drawn = subprocess.run(
            [sys.executable, str(FOLDER / "draw.py")], input='{"mark": "pie chart"}', capture_output=True, text=True)
        self.assertNotEqual(drawn.returncode, 0)

    def test_wrong_usage(self):
        for arguments in [("--colour",), ("nowhere.ipynb",), ("--html",), ("--port", "many")]:
            self.assertEqual(facet("notebook", *arguments).returncode, 2, arguments)


class Executed(unittest.TestCase):
    """The whole of it, from nothing, beside a real MLflow."""

    def test_it_computes_what_it_says_and_its_runs_appear_in_mlflow(self):
        with tempfile.TemporaryDirectory() as home:
            up = facet("up", "--no-service", "--detach", "--home", home, "--port", "0", "--mlflow-port", "0", "--blob-port", "0")
            try:
                self.assertEqual(up.returncode, 0, up.stdout)
                before = NOTEBOOK.read_bytes()
                checked = facet("notebook", "--check", "--home", home)
                print(checked.stdout)
                self.assertEqual(checked.returncode, 0)
                self.assertEqual(NOTEBOOK.read_bytes(), before)
                self.assert_runs(re.search(r"http://\S+", up.stdout[up.stdout.index("MLflow "):])[0])
            finally:
                down = facet("down", "--home", home)
        self.assertEqual(down.returncode, 0, down.stdout)

    def assert_runs(self, mlflow):
        def ask(route, body):
            request = urllib.request.Request(f"{mlflow}/api/2.0/mlflow/{route}", json.dumps(body).encode(), {"Content-Type": "application/json"})
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as response:
                return json.load(response)

        experiments = [each["experiment_id"] for each in ask("experiments/search", {"max_results": 10})["experiments"]]
        runs = ask("runs/search", {"experiment_ids": experiments, "max_results": 50})["runs"]
        names = sorted(run["info"]["run_name"] for run in runs)
        self.assertEqual(names, ["blend", "boosted-trees", "linear", "notebook challenge1", "price-list", "random-forest"])
        self.assertEqual({run["info"]["status"] for run in runs}, {"FINISHED"})

    def test_a_copy_for_a_browser_is_made(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "story.html"
            made = facet("notebook", "--html", str(page))
            self.assertEqual(made.returncode, 0, made.stdout)
            self.assertIn("What a diamond is worth, and why", page.read_text())
            self.assertIn("data:image/png;base64", page.read_text())
            self.assertEqual(re.findall(r"""(?:src=|href=|from |import ?\(?)["']https?://""", page.read_text()), [])


class Opened(unittest.TestCase):
    """./facet notebook itself."""

    def answer(self, address):
        """Jupyter prints its address a moment before it listens there."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for attempt in range(60):
            try:
                with direct.open(address, timeout=60) as answer:
                    return json.load(answer)
            except urllib.error.URLError:
                time.sleep(.5)
        self.fail(f"{address} does not answer")

    def test_jupyter_offers_the_kernel_that_knows_facet_and_no_other(self):
        jupyter = subprocess.Popen(
            [str(ROOT / "facet"), "notebook", "--no-browser", "--port", "18888"], stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            address = next(found for line in jupyter.stdout if (found := re.search(r"http://127\S+", line)))[0]
            base, token = re.match(r"(http://[^/]+)/.*token=(\w+)", address).groups()
            offered = self.answer(f"{base}/api/kernelspecs?token={token}")
            self.assertEqual((offered["default"], list(offered["kernelspecs"])), ("facet", ["facet"]))
        finally:
            jupyter.terminate()
            jupyter.stdout.read()
            jupyter.wait(timeout=60)


if __name__ == "__main__":
    unittest.main(verbosity=2)
