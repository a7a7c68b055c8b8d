"""Rendered manifests of all environments."""

import pathlib
import re
import tempfile

import yaml

import kubernetes
from skeleton import DEPLOY, IMAGES, OVERLAYS, SCRIPTS, Check, one, overlay, run, served_settings


class Kubernetes(Check):

    def test_every_overlay_is_what_kubernetes_accepts(self):
        for name in OVERLAYS:
            with self.subTest(name):
                self.assert_none(kubernetes.wrong_core(overlay(name)))

    def test_gateway_scaling_rollout_and_monitor_are_what_their_controllers_accept(self):
        for name in OVERLAYS[1:]:
            with self.subTest(name):
                self.assert_none(kubernetes.wrong_extensions(overlay(name)))

    def test_checkov_finds_nothing(self):
        # No limit of CPU, secrets as variables: deploy/RATIONALE.md.
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "production.yaml"
            file.write_text(yaml.safe_dump_all(overlay("production")))
            self.assert_exit(0, run(SCRIPTS / "checkov", "-f", file, "--framework", "kubernetes", "--quiet", "--compact", "--skip-download",
                                    "--skip-check", "CKV_K8S_11,CKV_K8S_35"))

    def test_no_word_in_capitals_is_left_for_an_environment_to_fill(self):
        for name in OVERLAYS:
            values = one(yaml.safe_load_all((DEPLOY / f"kubernetes/overlays/{name}/environment.yaml").read_text()), "ConfigMap", "environment")["data"]
            text = yaml.safe_dump_all(overlay(name))
            for key, value in values.items():
                self.assertNotRegex(text, rf"[ /@\"']{key}\b", name)
                self.assertIn(value, text, f"{name}: {key} is used nowhere")

    def test_what_scales_routes_and_selects_refers_to_something(self):
        for name in OVERLAYS:
            found = overlay(name)
            names = {(each["kind"], each["metadata"].get("namespace"), each["metadata"]["name"]) for each in found}
            target = one(found, "ScaledObject")["spec"]["scaleTargetRef"]
            self.assertIn((target.get("kind", "Deployment"), "facet", target["name"]), names)
            for backend in one(found, "HTTPRoute")["spec"]["rules"][0]["backendRefs"]:
                self.assertIn(("Service", "facet", backend["name"]), names)
            labels = [each["spec"]["template"]["metadata"]["labels"] for each in found if each["kind"] == "Deployment"]
            for each in found:
                if each["kind"] == "Service":
                    self.assertTrue(any(each["spec"]["selector"].items() <= these.items() for these in labels), each["metadata"]["name"])

    def test_api_management_asks_by_the_name_that_the_gateway_hears(self):
        asked = re.search(r'service_url\s+= "https://(.*)"', (DEPLOY / "terraform/edge.tf").read_text())[1]
        for name in OVERLAYS:
            self.assertEqual(asked.replace("${var.environment}", name), one(overlay(name), "Gateway")["spec"]["listeners"][0]["hostname"])

    def test_mlflow_knows_every_name_by_which_it_is_asked(self):
        for name in OVERLAYS:
            container = one(overlay(name), "Deployment", "mlflow")["spec"]["template"]["spec"]["containers"][0]
            allowed = next(each["value"] for each in container["env"] if each["name"] == "MLFLOW_SERVER_ALLOWED_HOSTS").split(",")
            upstream = next(arg for arg in one(overlay(name), "Deployment", "sign-in")["spec"]["template"]["spec"]["containers"][0]["args"] if "upstream" in arg)
            asked = {served_settings(name)[0]["FACET_MLFLOW_URI"], upstream.split("=")[1], f"http://mlflow.{name}.facet.internal:5000",
                     "http://" + container["readinessProbe"]["httpGet"]["httpHeaders"][0]["value"]}
            self.assertEqual(set(), {each.removeprefix("http://") for each in asked} - set(allowed))

    def test_mlflow_is_asked_where_it_listens(self):
        uri = re.match(r"http://(\w+)\.(\w+)\.svc\.cluster\.local:(\d+)$", served_settings()[0]["FACET_MLFLOW_URI"])
        listening = one(overlay("production"), "Service", uri[1])
        self.assertEqual(uri[2], listening["metadata"]["namespace"])
        self.assertEqual(int(uri[3]), listening["spec"]["ports"][0]["port"])
        self.assertIn(f'"--port", "{uri[3]}"', IMAGES["mlflow"].read_text())

    def test_subnets_of_the_policies_are_those_of_the_network(self):
        terraform = (DEPLOY / "terraform/network.tf").read_text()
        ingress = re.search(r"ingress\s+= \{ bits = 8, index = (\d+)", terraform)[1]
        records = dict(re.findall(r"(api|mlflow) = (\d+)", re.search(r'"internal" \{\n  for_each\s+= (.*)', terraform)[1]))
        address = "service.beta.kubernetes.io/azure-load-balancer-ipv4"
        found = overlay("production")
        self.assertEqual(f"10.20.{ingress}.{records['api']}", one(found, "Gateway")["spec"]["infrastructure"]["annotations"][address])
        self.assertEqual(f"10.20.{ingress}.{records['mlflow']}", one(found, "Service", "mlflow-for-training")["metadata"]["annotations"][address])
        training = int(re.search(r"training\s+= \{ bits = 8, index = (\d+)", terraform)[1])
        text = (DEPLOY / "kubernetes/mlflow/network.yaml").read_text()
        self.assertEqual({f"10.20.{training}.0/24"}, set(re.findall(r"10\.20\.\d+\.0/24", text)))
        self.assertIn('"10.20.0.0/16"', (DEPLOY / "terraform/variables.tf").read_text())
