"""What is computed, and where it is used."""

import re

import compute
from skeleton import DEPLOY, HERE, OVERLAYS, Check, one, overlay, service_container


class Capacity(Check):

    def test_what_is_written_is_what_is_computed(self):
        for file, text in compute.documents().items():
            self.assertEqual(text, file.read_text(), f"{file.name} is stale: ./facet architecture capacity")

    def test_page_one_has_the_numbers_that_are_computed(self):
        text = (HERE / "README.md").read_text()
        row = re.search(r"^\| EUR a month.*$", text, re.MULTILINE)[0]
        self.assertEqual([compute.money(sum(compute.cost(size).values())) for size in compute.SIZES], re.findall(r"\| ([\d,]+)[ ;]", row))
        row = re.search(r"^\| pods at the peak.*$", text, re.MULTILINE)[0]
        self.assertEqual([f"{compute.pods(size)['peak']:,}" for size in compute.SIZES], re.findall(r"\| ([\d,]+) ", row))
        most = one(overlay("production"), "ScaledObject")["spec"]
        self.assertIn(f"One of {most['minReplicaCount']} to {most['maxReplicaCount']} pods", text)

    def test_decisions_have_the_prices_of_what_was_not_chosen(self):
        text = (HERE / "decisions/05-one-private-way-in.md").read_text()
        small, middle = (sum(compute.api_management(size)[1:]) for size in "SM")
        self.assertIn(f"{compute.money(small)} EUR a month at S and {compute.money(middle)} at M", text)
        for size, more in (("S", small), ("M", middle)):
            self.assertAlmostEqual(2 / 3, more / sum(compute.cost(size).values()), delta=0.1, msg=size)
        self.assertIsNone(compute.api_management("L")[1])
        self.assertIn("two fifths more at M, three quarters at S", (HERE / "decisions/08-two-regions-one-writer.md").read_text())
        for size, share in (("M", 0.4), ("S", 0.75)):
            self.assertAlmostEqual(share, compute.second_region(size) / sum(compute.cost(size).values()), delta=0.1, msg=size)

    def test_reliability_says_of_a_spike_what_was_simulated(self):
        rows = compute.scenarios()["ten-fold for ten minutes"]
        refused = 100 * (rows[:, 6] * rows[:, 1]).sum() / rows[:, 1].sum()
        minutes = (rows[:, 6] > 0.0005).sum() * compute.simulate.SLICE / 60
        text = (HERE / "reliability.md").read_text()
        self.assertIn(f"{refused:.1f} % of the requests wait 2 s and fail, within {compute.minutes_in_words(minutes)}", text)

    def test_every_price_has_its_source_and_date(self):
        for row in compute.prices().values():
            self.assertRegex(row["as_of"], r"^\d{4}-\d{2}$", row["item"])
            self.assertTrue(row["source"].startswith("https://"), row["item"])

    def test_scaling_is_set_to_what_was_computed(self):
        for name in OVERLAYS:
            self.assertEqual(str(compute.target()), one(overlay(name), "ScaledObject")["spec"]["triggers"][1]["metadata"]["threshold"])
        scaled = one(overlay("production"), "ScaledObject")["spec"]
        self.assertEqual(compute.pods("M")["least"], scaled["minReplicaCount"])
        self.assertLessEqual(compute.pods("M")["spike"], scaled["maxReplicaCount"])
        self.assertEqual(compute.scaling().most, scaled["maxReplicaCount"])

    def test_budgets_are_the_computed_cost_plus_a_fifth(self):
        for name in OVERLAYS:
            budget = int(re.search(r"monthly_budget_eur\s+= (\d+)", (DEPLOY / f"terraform/environments/{name}.tfvars").read_text())[1])
            self.assertAlmostEqual(1.2, budget / compute.together(name), delta=0.05, msg=name)

    def test_production_has_the_database_the_nodes_and_the_logs_that_were_computed(self):
        given = compute.environment("production")
        self.assertEqual(f"GP_Standard_D{compute.database_vcores('M')}ds_v5", given["database"])
        most = int(re.search(r"max = (\d+)", (DEPLOY / "terraform/environments/production.tfvars").read_text())[1])
        self.assertLessEqual(compute.nodes(compute.pods("M")["spike"]), most)
        self.assertLess(compute.logs_gb_a_day("M"), given["log_gb_a_day"])

    def test_every_assumption_says_where_it_comes_from(self):
        for name, assumption in compute.assumptions().items():
            self.assertGreater(len(assumption["from"]), 5, name)

    def test_a_pod_asks_for_the_memory_that_was_measured(self):
        limit = int(service_container()["resources"]["limits"]["memory"].removesuffix("Mi"))
        self.assertGreaterEqual(limit, 1.25 * compute.measured()["memory_mb_at_full_load"])
        share = int(re.search(r"MaxRAMPercentage=(\d+)", (DEPLOY / "images/service.Dockerfile").read_text())[1])
        self.assertIn(f"{limit * share // 100} MB of heap", compute.measured()["machine"])
