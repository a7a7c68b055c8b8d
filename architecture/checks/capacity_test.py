"""What is computed, and where it is used."""

import re

import compute
from skeleton import DEPLOY, Check, one, overlay, service_container


class Capacity(Check):

    def test_what_is_written_is_what_is_computed(self):
        for file, text in compute.documents().items():
            self.assertEqual(text, file.read_text(), f"{file.name} is stale: ./facet architecture capacity")

    def test_every_price_has_its_source_and_date(self):
        for row in compute.prices().values():
            self.assertRegex(row["as_of"], r"^\d{4}-\d{2}$", row["item"])
            self.assertTrue(row["source"].startswith("https://"), row["item"])

    def test_scaling_is_set_to_what_was_computed(self):
        for name, size in (("production", "M"),):
            scaled = one(overlay(name), "ScaledObject")["spec"]
            self.assertEqual(str(compute.target()), scaled["triggers"][1]["metadata"]["threshold"])
            self.assertEqual(compute.pods(size)["least"], scaled["minReplicaCount"])
            self.assertLessEqual(compute.pods(size)["spike"], scaled["maxReplicaCount"])

    def test_the_budget_is_the_computed_cost_plus_a_fifth(self):
        budget = int(re.search(r"monthly_budget_eur\s+= (\d+)", (DEPLOY / "terraform/environments/production.tfvars").read_text())[1])
        self.assertAlmostEqual(1.2, budget / sum(compute.cost("M").values()), delta=0.05)

    def test_a_pod_asks_for_the_memory_that_was_measured(self):
        limit = int(service_container()["resources"]["limits"]["memory"].removesuffix("Mi"))
        self.assertGreaterEqual(limit, 1.25 * compute.measured()["memory_mb_at_full_load"])
