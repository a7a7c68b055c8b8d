"""What is ours among the checks finds what it is there for."""

import copy
import pathlib
import tempfile

import azurerm
import documents
import kubernetes
from commands import wrong_command
from skeleton import DEPLOY, Check, one, overlay


class ChecksCanFail(Check):
    def test_an_argument_that_azurerm_does_not_know_or_misses_is_found(self):
        bodies = {(kind, name): body for kind, name, body in azurerm.Folder(DEPLOY / "terraform").resources()}
        cluster = copy.deepcopy(bodies["azurerm_kubernetes_cluster", "facet"])
        del cluster["location"]
        cluster["default_node_pool"][0]["vmsize"] = "Standard_D2ads_v5"
        self.assertEqual(["azurerm_kubernetes_cluster.default_node_pool.vmsize: not known", "azurerm_kubernetes_cluster.location: missing"],
                         azurerm.wrong("azurerm_kubernetes_cluster", cluster))
        self.assertEqual(["azurerm_kubernetes: there is no such resource"], azurerm.wrong("azurerm_kubernetes", {}))

    def test_a_reference_to_nothing_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.tf").write_text(
                'resource "azurerm_resource_group" "a" {\n  name = var.a\n  location = azurerm_resource_group.a.nowhere\n  tags = azurerm_subnet.b.id\n  x = ephemeral.azurerm_c.d.value\n}\n')
            self.assertEqual({"a.tf: azurerm_resource_group.a has no nowhere", "a.tf: azurerm_subnet.b is not there", "a.tf: ephemeral.azurerm_c.d is not there", "a.tf: var.a is not there"},
                             set(azurerm.Folder(folder).dangling()))

    def test_a_manifest_that_kubernetes_would_refuse_is_found(self):
        found = copy.deepcopy(overlay("production"))
        one(found, "Deployment")["spec"]["template"]["spec"]["containers"][0]["readynessProbe"] = {}
        self.assertIn("readynessProbe", "\n".join(kubernetes.wrong_core(found)))

    def test_an_extension_that_its_controller_would_refuse_is_found(self):
        found = copy.deepcopy(overlay("production"))
        one(found, "ScaledObject")["spec"]["pollingIntervall"] = 15
        del one(found, "Gateway", "inside")["spec"]["gatewayClassName"]
        one(found, "HTTPRoute")["spec"]["rules"][0]["matches"][0]["path"]["type"] = "Prefix"
        wrong = "\n".join(kubernetes.wrong_extensions(found))
        for each in ("pollingIntervall", "gatewayClassName", "Prefix"):
            self.assertIn(each, wrong)

    def test_a_command_or_option_that_does_not_exist_is_found(self):
        self.assertIn("there is no ./facet forget", "".join(wrong_command("facet forget --all")))
        self.assertIn("has no --fast", "".join(wrong_command("facet train --data a.csv --fast")))
        self.assertEqual([], list(wrong_command("facet train --data a.csv --quick")))

    def test_a_link_to_nothing_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.md").write_text("# One\n[a](b.md) [b](#two) [c](#one)\n")
            self.assertEqual(["a.md: b.md is not there", "a.md: #two has no such heading"], list(documents.broken_links(pathlib.Path(folder) / "a.md")))
