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

    def test_gateways_routes_scaling_and_monitor_are_what_their_controllers_accept(self):
        for name in OVERLAYS:
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
            for route in (each for each in found if each["kind"] == "HTTPRoute"):
                for parent in route["spec"]["parentRefs"]:
                    self.assertIn(("Gateway", parent["namespace"], parent["name"]), names)
                for rule in route["spec"]["rules"]:
                    self.assertLessEqual(len(rule["matches"]), 8)
                    for backend in rule["backendRefs"]:
                        self.assertIn(("Service", route["metadata"]["namespace"], backend["name"]), names)
            labels = [each["spec"]["template"]["metadata"]["labels"] for each in found if each["kind"] == "Deployment"]
            for each in found:
                if each["kind"] == "Service":
                    self.assertTrue(any(each["spec"]["selector"].items() <= these.items() for these in labels), each["metadata"]["name"])

    def test_front_door_and_the_public_gateway_know_each_other(self):
        terraform = (DEPLOY / "terraform/edge.tf").read_text()
        for name in OVERLAYS:
            gateway = one(overlay(name), "Gateway", "public")["spec"]
            host = re.search(r'api_host\s+= "(.*)"', (DEPLOY / f"terraform/environments/{name}.tfvars").read_text())[1]
            self.assertEqual([host], [listener["hostname"] for listener in gateway["listeners"]])
            service_name = gateway["infrastructure"]["annotations"]["service.beta.kubernetes.io/azure-pls-name"]
            self.assertIn(f"privateLinkServices/{service_name}\"", terraform)
        self.assertNotIn("azure-pls-create", str(one(overlay("production"), "Gateway", "inside")))

    def test_who_reads_mlflow_in_a_browser_does_not_write(self):
        for name in OVERLAYS:
            for rule in one(overlay(name), "HTTPRoute", "mlflow")["spec"]["rules"]:
                for match in rule["matches"]:
                    path = match["path"]
                    self.assertTrue(match["method"] == "GET" or match["method"] == "POST" and path["type"] == "Exact"
                                    and path["value"].endswith(("/search", "/graphql")), match)

    def test_no_account_reads_secrets_that_another_one_needs(self):
        text = (DEPLOY / "terraform/identity.tf").read_text()
        self.assertNotRegex(text, r'"Key Vault Secrets User", on = azurerm_key_vault')
        given = {}
        for who, secret in re.findall(r'who = "([\w-]+)", role = "Key Vault Secrets User", on = local.secret\["([\w-]+)"\]', text):
            given.setdefault(who, set()).add(secret)
        for account, provider in (("service", "facet"), ("mlflow", "mlflow"), ("sign-in", "sign-in")):
            asked = set(re.findall(r"objectName: (\S+)", one(overlay("production"), "SecretProviderClass", provider)["spec"]["parameters"]["objects"]))
            self.assertEqual(given[account], asked)
        subjects = dict(re.findall(r'([\w-]+)\s+= "system:serviceaccount:([\w:-]+)"', text))
        accounts = {f"{each['metadata']['namespace']}:{each['metadata']['name']}" for name in OVERLAYS for each in overlay(name) if each["kind"] == "ServiceAccount"}
        self.assertEqual(accounts, set(subjects.values()) - {"kube-system:keda-operator"})

    def test_a_zone_that_is_lost_keeps_no_pod_from_starting_elsewhere(self):
        for each in overlay("production"):
            if each["kind"] == "Deployment":
                for spread in each["spec"]["template"]["spec"].get("topologySpreadConstraints", []):
                    self.assertEqual("ScheduleAnyway", spread["whenUnsatisfiable"])

    def test_the_canary_is_the_service_but_for_its_image_and_its_track(self):
        def plain(deployment):
            return yaml.safe_dump(deployment["spec"]["template"]).replace("track: canary", "track: stable").replace("\n", " ")
        found = overlay("production")
        stable, canary = one(found, "Deployment"), one(found, "Deployment", "facet-canary")
        self.assertEqual(plain(stable), plain(canary))
        self.assertEqual(0, canary["spec"]["replicas"])
        self.assertEqual([("facet", 100), ("facet-canary", 0)],
                         [(each["name"], each["weight"]) for each in one(found, "HTTPRoute", "public")["spec"]["rules"][0]["backendRefs"]])

    def test_the_queue_of_events_is_the_one_that_starts_training(self):
        starter = one(overlay("staging"), "ScaledJob", "starter")["spec"]
        queue = re.search(r'"azurerm_storage_queue" "new_files" \{\n\s+name\s+= "([\w-]+)"', (DEPLOY / "terraform/data.tf").read_text())[1]
        self.assertEqual(queue, starter["triggers"][0]["metadata"]["queueName"])
        self.assertIn(f"--queue-name {queue} ", starter["jobTargetRef"]["template"]["spec"]["containers"][0]["args"][0])
        schedule = yaml.safe_load((DEPLOY / "azureml/schedule.yml").read_text())["name"]
        self.assertIn({"name": "RUN", "value": one(yaml.safe_load_all((DEPLOY / "kubernetes/overlays/staging/environment.yaml").read_text()), "ConfigMap", "environment")["data"]["SCHEDULE"]},
                      starter["jobTargetRef"]["template"]["spec"]["containers"][0]["env"])
        self.assertIn(f"/schedules/{schedule}", (DEPLOY / "terraform/outputs.tf").read_text())

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
        subnet = dict(re.findall(r"(\w+)\s+= \{ bits = 8, index = (\d+)", terraform))
        hosts = dict(re.findall(r"(\w+)\s+= \{ zone = .*?, host = (\d+) \}", terraform))
        address = "service.beta.kubernetes.io/azure-load-balancer-ipv4"
        found = overlay("production")
        annotations = {name: one(found, "Gateway", name)["spec"]["infrastructure"]["annotations"] for name in ("public", "inside")}
        self.assertEqual({"app": hosts["app"], "mlflow_ui": hosts["app"], "mlflow": hosts["mlflow"]}, hosts)
        self.assertEqual(f"10.20.{subnet['ingress']}.{hosts['app']}", annotations["inside"][address])
        self.assertEqual(f"10.20.{subnet['ingress']}.{hosts['mlflow']}", one(found, "Service", "mlflow-outside")["metadata"]["annotations"][address])
        self.assertEqual(3, len({annotations["public"][address], annotations["inside"][address], f"10.20.{subnet['ingress']}.{hosts['mlflow']}"}))
        self.assertEqual("ingress", annotations["public"]["service.beta.kubernetes.io/azure-pls-ip-configuration-subnet"])
        outside = {f"10.20.{subnet[name]}.0/24" for name in ("training", "operations")}
        self.assertEqual(outside, set(re.findall(r"10\.20\.\d+\.0/24", (DEPLOY / "kubernetes/mlflow/network.yaml").read_text())))
        self.assertEqual(outside, set(one(found, "Service", "mlflow-outside")["spec"]["loadBalancerSourceRanges"]))
        self.assertIn('"10.20.0.0/16"', (DEPLOY / "terraform/variables.tf").read_text())
