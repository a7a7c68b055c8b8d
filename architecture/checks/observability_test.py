"""Alerts, dashboards, and the names that they use."""

import csv
import json
import pathlib
import re
import tempfile

import yaml

import documents
from skeleton import DEPLOY, HERE, TOOLS, Check, one, overlay, run


OF_EVERY_POD = {"namespace", "pod", "track"}


def metrics():
    with open(DEPLOY / "observability/metrics.csv", newline="") as file:
        return list(csv.DictReader(file))


class Observability(Check):

    FOLDER = DEPLOY / "observability"

    def expressions(self):
        """Every PromQL expression of alerts, dashboards and scaling, by where it stands."""
        for group in yaml.safe_load((self.FOLDER / "rules.yml").read_text())["groups"]:
            for rule in group["rules"]:
                yield rule.get("alert") or rule["record"], rule["expr"]
        for file in sorted((self.FOLDER / "dashboards").glob("*.json")):
            for panel in json.loads(file.read_text())["panels"]:
                for target in panel["targets"]:
                    yield f"{file.name}: {panel['title']}", target["expr"]
        for trigger in one(overlay("production"), "ScaledObject")["spec"]["triggers"]:
            if trigger["type"] == "prometheus":
                yield "ScaledObject", trigger["metadata"]["query"]

    def test_alerts_ring_when_they_must_and_only_then(self):
        self.assert_exit(0, run(TOOLS / "promtool", "test", "rules", "rules_test.yml", cwd=self.FOLDER))

    def test_every_expression_is_promql(self):
        rules = [{"record": f"expression:{index}", "expr": expression} for index, (_, expression) in enumerate(self.expressions())]
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "all.yml"
            file.write_text(yaml.safe_dump({"groups": [{"name": "all", "rules": rules}]}))
            self.assert_exit(0, run(TOOLS / "promtool", "check", "rules", file))

    def test_only_metrics_of_the_list_are_used_and_all_of_them(self):
        listed = {row["metric"]: set(row["labels"].split()) for row in metrics()}
        recorded = {rule["record"] for group in yaml.safe_load((self.FOLDER / "rules.yml").read_text())["groups"] for rule in group["rules"] if "record" in rule}
        used = set()
        for where, expression in self.expressions():
            bare = re.sub(r"\b(by|without) \([^)]*\)|\b\w+_\w+\(", " ", expression)
            for name, selector in re.findall(r"\b([a-z]\w*(?:_\w+|:[\w:]+))\b(\{[^}]*\})?", re.sub(r"\{([^}]*)\}", lambda m: "{" + re.sub(r"\s", "", m[1]) + "}", bare)):
                if name in recorded:
                    continue
                self.assertIn(name, listed, where)
                self.assertEqual(set(), set(re.findall(r"(\w+)[=!]", re.sub(r'"[^"]*"', "", selector))) - listed[name] - OF_EVERY_POD, where)
                used.add(name)
        self.assertEqual(set(), set(listed) - used - {"process_uptime_seconds", "facet_keys_known"})

    def test_the_agent_keeps_what_is_asked_of_kubernetes(self):
        kept = one(overlay("production"), "ConfigMap", "ama-metrics-settings-configmap")["data"]["default-targets-metrics-keep-list"]
        self.assertEqual({row["metric"] for row in metrics() if row["from"] == "kubernetes"},
                         {name for names in re.findall(r'= "(.*)"', kept) for name in names.split("|")})

    def test_what_is_measured_has_a_way_out_of_the_cluster(self):
        terraform = (DEPLOY / "terraform/observability.tf").read_text()
        for rule in ("metrics", "logs"):
            self.assertIn(f"data_collection_rule_id = azurerm_monitor_data_collection_rule.{rule}.id", terraform)
        self.assertIn("data_collection_endpoint_id = azurerm_monitor_data_collection_endpoint.facet.id", terraform)

    def test_every_alert_says_what_to_do(self):
        for group in yaml.safe_load((self.FOLDER / "rules.yml").read_text())["groups"]:
            for rule in group["rules"]:
                if "alert" in rule:
                    file, anchor = rule["annotations"]["runbook"].split("#")
                    self.assertIn(anchor, documents.anchors(HERE / file), rule["alert"])
                    self.assertIn(rule["labels"]["severity"], ("page", "ticket"), rule["alert"])
