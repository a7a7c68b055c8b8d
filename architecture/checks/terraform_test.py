"""Terraform, as far as it can be validated without its provider."""

import json
import re

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

    def test_no_secret_is_in_its_state(self):
        for name, text in self.folder.text.items():
            self.assertNotRegex(text, r'resource "random_password"', name)
            self.assertNotRegex(text, r"(?m)^\s+(value|administrator_password)\s+=.*(password|secret)", name)

    def test_what_audits_has_no_cap(self):
        workspaces = {name: body for kind, name, body in self.folder.resources() if kind == "azurerm_log_analytics_workspace"}
        self.assertIn("daily_quota_gb", workspaces["facet"])
        self.assertNotIn("daily_quota_gb", workspaces["audit"])
        for source in ("cluster", "vault", "blobs"):
            self.assertRegex(self.folder.text["observability.tf"], rf"(?m)^    {source}\s+= .*azurerm_log_analytics_workspace\.audit\.id")

    def test_disks_of_nodes_fit_on_their_machines(self):
        # The page that cluster.tf names: 75 GiB with two vCPU.
        text = self.folder.text["cluster.tf"].replace("var.node_size", re.search(r'"node_size" \{.*?default = ("[^"]+")', self.folder.text["variables.tf"], re.DOTALL)[1])
        pools = re.findall(r'vm_size\s+= "Standard_D(\d+)ads_v5".*?os_disk_size_gb\s+= (\d+)', text, re.DOTALL)
        self.assertEqual(2, len(pools))
        for vcpus, gb in pools:
            self.assertLessEqual(int(gb), 37.5 * int(vcpus))

    def test_what_the_runbooks_apply_or_import_alone_exists(self):
        named = re.findall(r"(?:-target=|terraform import \S+ )(azurerm_\w+)\.(\w+)", (HERE / "runbooks.md").read_text())
        self.assertGreater(len(named), 3)
        self.assertEqual(set(), set(named) - {(kind, name) for kind, name, _ in self.folder.resources()})

    def test_files_that_it_reads_are_there(self):
        for name, text in self.folder.text.items():
            for path in re.findall(r'file\("\$\{path\.module\}/([^"]+)"', text):
                gap = f"There is no `{path.removeprefix('../../../')}`" in (HERE / "README.md").read_text()
                self.assertTrue((self.FOLDER / path).exists() or gap, f"{name}: {path}")

    def test_who_reaches_whom_is_what_security_says(self):
        text = (self.FOLDER / "network.tf").read_text()
        ruled = {}
        for to, sources in re.findall(r'\{ to = "(\w+)", from = \[([^]]*)\]', text):
            ruled.setdefault(to, set()).update(re.findall(r"\w+", sources))
        told = {}
        for subnet, comes in re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|", (HERE / "security.md").read_text(), re.MULTILINE):
            told[subnet] = set(re.findall(r"`(\w+)`", comes))
        made = set(re.findall(r"^    (\w+)\s+= \{ bits", text, re.MULTILINE))
        self.assertEqual(made, set(told))
        self.assertEqual({name: ruled.get(name, set()) for name in made}, told)

    def test_every_resource_that_takes_an_identity_of_ours_finds_it(self):
        workloads = set(re.findall(r"^    ([\w-]+)\s+= \"(?:system:serviceaccount:[\w:-]+)?\"$", self.folder.text["identity.tf"], re.MULTILINE))
        asked = set(re.findall(r'azurerm_user_assigned_identity\.facet\["([\w-]+)"\]', "".join(self.folder.text.values()))) \
            | set(re.findall(r'who = "([\w-]+)"', self.folder.text["identity.tf"]))
        self.assertEqual(workloads, asked)

    def test_its_outputs_are_what_the_overlays_ask_for(self):
        text = self.folder.text["outputs.tf"]
        printed = {name: set(re.findall(r"^    (\w+)\s+=", body, re.MULTILINE))
                   for name, body in re.findall(r'output "(\w+)" \{(.*?)\n\}', text, re.DOTALL)}
        asked = {name: set(one(yaml.safe_load_all((DEPLOY / f"kubernetes/overlays/{name}/environment.yaml").read_text()), "ConfigMap", "environment")["data"])
                 for name in OVERLAYS}
        # What a pod is given is capacity's to say.
        self.assertEqual(printed["environment"] | {"REQUESTS_A_POD"}, asked["production"])
        self.assertEqual(asked["dev"], asked["production"])
        self.assertEqual(asked["staging"] - asked["production"], printed["training"] - {"TRAINING_CLIENT_ID"})
