"""What is drawn."""

import pathlib
import re
import tempfile

import draw
from skeleton import DEPLOY, HERE, Check


class Diagrams(Check):

    def test_what_is_shown_is_what_is_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            for source in draw.sources():
                draw.draw(source, pathlib.Path(folder))
                self.assertEqual((pathlib.Path(folder) / f"{source.stem}.svg").read_text(), source.with_suffix(".svg").read_text(),
                                 f"{source.stem}.svg is stale: ./facet architecture draw")

    def test_the_subnets_drawn_are_those_of_the_network(self):
        made = set(re.findall(r"^    (\w+)\s+= \{ bits", (DEPLOY / "terraform/network.tf").read_text(), re.MULTILINE))
        self.assertEqual(made, set(re.findall(r'"subnet (\w+)', (HERE / "diagrams/deployment.d2").read_text())))

    def test_every_number_of_the_overview_is_explained(self):
        drawn = {int(number) for number in re.findall(r'"(\d+)[ "]', (HERE / "diagrams/overview.d2").read_text())}
        told = {int(number) for number in re.findall(r"^\| (\d+) \|", (HERE / "README.md").read_text(), re.MULTILINE)}
        self.assertEqual(drawn, told)
