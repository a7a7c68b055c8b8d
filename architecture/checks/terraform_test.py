"""Terraform, as far as it can be validated without its provider."""

import json
import re
import xml.dom.minidom

import yaml

import azurerm
from skeleton import DEPLOY, HERE, OVERLAYS, SCRIPTS, TOOLS, Check, one, run


class Terraform(Check):

    FOLDER = DEPLOY / "terraform"

    @classmethod
    def setUpClass(cls):
        cls.folder = azurerm.Folder(cls.FOLDER)

    def test_it_is_formatted(self):
        for file in [*self.FOLDER.glob("*.tf"), *self.FOLDER.glob("environments/*.tfvars")]:
            self.assertEqual(file.read_text(), run(TOOLS / "hclfmt", file).stdout, file.name)

    def test_resources_blocks_and_arguments_are_those_of_the_provider(self):
        known = [(kind, name, body) for kind, name, body in self.folder.resources() if kind.startswith("azurerm_")]
        self.assertGreater(len(known), 40)
        self.assert_none(f"{name}: {wrong}" for kind, name, body in known for wrong in azurerm.wrong(kind, body))

    def test_nothing_refers_to_what_is_not_there(self):
        self.assert_none(self.folder.dangling())

    def test_environments_give_every_variable_without_default(self):
        needed = set()
        for part in self.folder.parts:
            for block in part.get("variable", []):
                needed |= {azurerm.bare(name) for name, body in block.items() if "default" not in body}
        for name in OVERLAYS:
            given = set(re.findall(r"^(\w+)\s+=", (self.FOLDER / f"environments/{name}.tfvars").read_text(), re.MULTILINE))
            self.assertEqual(set(), needed - given, name)
            self.assertEqual(set(), given - set(self.folder.names("variable")), name)

    def test_checkov_finds_nothing(self):
        finished = run(SCRIPTS / "checkov", "-d", self.FOLDER, "--framework", "terraform", "--compact", "--skip-download", "-o", "json")
        self.assert_exit(0, finished)
        # Its parser takes the argument `for` of an alert for a keyword; nothing else may escape it.
        self.assertEqual([str(self.FOLDER / "alerts.tf")], json.loads(finished.stdout)["results"]["parsing_errors"])

    def test_files_that_it_reads_are_there(self):
        for name, text in self.folder.text.items():
            for path in re.findall(r'file\("\$\{path\.module\}/([^"]+)"', text):
                gap = f"There is no `{path.removeprefix('../../../')}`" in (HERE / "README.md").read_text()
                self.assertTrue((self.FOLDER / path).exists() or gap, f"{name}: {path}")

    def test_the_workflow_is_json_and_the_policy_is_xml(self):
        json.loads((self.FOLDER / "start-pipeline.json").read_text())
        xml.dom.minidom.parse(str(DEPLOY / "apim/policy.xml"))

    def test_its_outputs_are_what_the_overlays_ask_for(self):
        printed = set(re.findall(r"^    (\w+)\s+=", (self.FOLDER / "outputs.tf").read_text(), re.MULTILINE))
        asked = one(yaml.safe_load_all((DEPLOY / "kubernetes/overlays/production/environment.yaml").read_text()), "ConfigMap", "environment")["data"]
        self.assertEqual(set(), printed - set(asked))
