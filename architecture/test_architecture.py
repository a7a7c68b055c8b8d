"""The cloud design held against the code that it deploys: ./facet architecture check [NAME...]

What needs Azure, a cluster or Docker is not run here; README.md says what that leaves unproved.
"""

import atexit
import copy
import csv
import functools
import json
import logging
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE / "checks"), str(HERE / "diagrams"), str(HERE / "capacity")]
import azurerm
import compute
import documents
import draw
import kubernetes
import service

ROOT = HERE.parent
DEPLOY = HERE / "deploy"
OVERLAYS = ("dev", "staging", "production")
IMAGES = {file.name.split(".")[0]: file for file in sorted((DEPLOY / "images").glob("*.Dockerfile"))}
TOOLS = pathlib.Path(os.environ["FACET_TOOLS"])
SCRIPTS = pathlib.Path(sys.executable).parent


def run(*command, cwd=HERE):
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)


@functools.cache
def overlay(name):
    return kubernetes.rendered(DEPLOY / "kubernetes/overlays" / name)


def one(documents_, kind, name="facet"):
    return next(each for each in documents_ if each["kind"] == kind and each["metadata"]["name"] == name)


def service_container(overlay_name="production"):
    return one(overlay(overlay_name), "Deployment")["spec"]["template"]["spec"]["containers"][0]


def served_settings(overlay_name="production"):
    """What the service's pods get as environment variables, from the map and from the secret."""
    found = overlay(overlay_name)
    names = {reference["configMapRef"]["name"] for reference in service_container(overlay_name)["envFrom"] if "configMapRef" in reference}
    plain = next(each for each in found if each["kind"] == "ConfigMap" and each["metadata"]["name"] in names)["data"]
    secret = [data["key"] for each in one(found, "SecretProviderClass")["spec"]["secretObjects"] for data in each["data"]]
    return plain, secret


@functools.cache
def running_service():
    """The service with the settings of production's pods, but for what only a cluster has."""
    plain, _ = served_settings()
    started = service.Running({**{name: value for name, value in plain.items() if name != "FACET_MLFLOW_URI"}, "FACET_MODEL": str(service.model())})
    atexit.register(started.remove)
    started.await_ready(service_container()["readinessProbe"]["httpGet"]["path"], 90)
    return started


class Check(unittest.TestCase):
    maxDiff = None

    def assert_none(self, wrong):
        self.assertEqual("", "\n".join(wrong))

    def assert_exit(self, code, finished):
        self.assertEqual(code, finished.returncode, finished.stdout + finished.stderr)


class Images(Check):

    def test_hadolint_finds_nothing(self):
        self.assert_exit(0, run(SCRIPTS / "hadolint", *IMAGES.values()))

    def test_what_they_copy_is_there_and_not_ignored(self):
        allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
        for name, file in IMAGES.items():
            for line in re.findall(r"^COPY (?!--from)(.*)$", file.read_text(), re.MULTILINE):
                for source in [word for word in line.split() if not word.startswith("--")][:-1]:
                    self.assertTrue((ROOT / source).exists(), f"{name} copies {source}")
                    self.assertTrue(any(source == each or source.startswith(each + "/") for each in allowed), f".dockerignore hides {source}")

    def test_the_jvm_gets_the_options_that_facet_gives_it(self):
        for text in (IMAGES["service"].read_text(), (DEPLOY / "images/facet").read_text()):
            for option in service.java_options():
                self.assertIn(option, text)

    def test_jars_are_those_that_the_build_makes(self):
        built = re.findall(r"_jar=\$root/(\S+)", (ROOT / "stack/build.sh").read_text())
        for name, jar in (("service", "service/target/facet-service.jar"), ("training", "training/target/facet-training.jar")):
            self.assertIn(jar, built)
            self.assertIn(jar, IMAGES[name].read_text())

    def test_they_run_as_nobody_with_the_port_and_home_of_the_service(self):
        for name, file in IMAGES.items():
            self.assertRegex(file.read_text(), r"\nUSER 65532:65532\n", name)
        environment = dict(pair.split("=") for line in re.findall(r"^ENV (.*)$", IMAGES["service"].read_text(), re.MULTILINE) for pair in line.split())
        self.assertEqual(set(), set(environment) - service.settings())
        self.assertIn(f"EXPOSE {environment['FACET_PORT']}", IMAGES["service"].read_text())

    def test_the_servers_have_the_versions_of_the_local_stack(self):
        here = (DEPLOY / "images/mlflow-requirements.in").read_text().splitlines()
        self.assertEqual(set(), set((ROOT / "stack/mlflow-requirements.in").read_text().splitlines()) - set(here))
        azurite = json.loads((ROOT / "stack/package.json").read_text())["dependencies"]["azurite"]
        self.assertIn(f"azurite:{azurite}", (DEPLOY / "compose.yaml").read_text())

    def test_compose_has_settings_ports_and_files_that_exist(self):
        services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
        facet = services["service"]["environment"]
        self.assertEqual(set(), set(facet) - service.settings())
        self.assertEqual([f"127.0.0.1:{facet['FACET_PORT']}:{facet['FACET_PORT']}"], services["service"]["ports"])
        for name, each in services.items():
            if "build" in each:
                self.assertTrue((DEPLOY / each["build"]["context"] / each["build"]["dockerfile"]).exists(), name)


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

    def test_mlflow_is_asked_where_it_listens(self):
        uri = re.match(r"http://(\w+)\.(\w+)\.svc\.cluster\.local:(\d+)$", served_settings()[0]["FACET_MLFLOW_URI"])
        listening = one(overlay("production"), "Service", uri[1])
        self.assertEqual(uri[2], listening["metadata"]["namespace"])
        self.assertEqual(int(uri[3]), listening["spec"]["ports"][0]["port"])
        self.assertIn(f'"--port", "{uri[3]}"', IMAGES["mlflow"].read_text())

    def test_subnets_of_the_policies_are_those_of_the_network(self):
        terraform = (DEPLOY / "terraform/network.tf").read_text()
        training = int(re.search(r"training\s+= \{ bits = 8, index = (\d+)", terraform)[1])
        text = (DEPLOY / "kubernetes/mlflow/network.yaml").read_text()
        self.assertEqual({f"10.20.{training}.0/24"}, set(re.findall(r"10\.20\.\d+\.0/24", text)))
        self.assertIn('"10.20.0.0/16"', (DEPLOY / "terraform/variables.tf").read_text())


class Service(Check):
    """The skeleton and the service say the same."""

    @classmethod
    def setUpClass(cls):
        cls.running = running_service()

    def test_every_setting_is_one_that_the_service_reads(self):
        plain, secret = served_settings()
        self.assertEqual(set(), (set(plain) | set(secret)) - service.settings())

    def test_what_pods_must_share_comes_from_outside(self):
        self.assertEqual(["FACET_DATABASE", "FACET_KEY_PEPPER"], served_settings()[1])

    def test_ports_agree(self):
        plain, _ = served_settings()
        self.assertEqual(int(plain["FACET_PORT"]), service_container()["ports"][0]["containerPort"])
        self.assertEqual(service.default("FACET_PORT"), plain["FACET_PORT"])

    def test_home_is_a_folder_that_can_be_written(self):
        mounts = {mount["mountPath"] for mount in service_container()["volumeMounts"] if not mount.get("readOnly")}
        self.assertIn(served_settings()[0]["FACET_HOME"], mounts)

    def test_every_probe_is_answered(self):
        for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
            path = service_container()[probe]["httpGet"]["path"]
            self.assertEqual(200, self.running.status(path)[0], f"{probe} {path}")

    def test_every_route_that_is_let_in_exists_and_the_actuator_is_not_among_them(self):
        for match in one(overlay("production"), "HTTPRoute")["spec"]["rules"][0]["matches"]:
            path = match["path"]["value"]
            lets_in = "/actuator" == path if match["path"]["type"] == "Exact" else ("/actuator/health/").startswith(path.rstrip("/") + "/")
            self.assertFalse(lets_in, path)
            asked = {"/v1": "/v1/models/current", "/docs": "/docs", "/webjars": "/webjars/swagger-ui/index.html"}.get(path, path)
            self.assertIn(self.running.status(asked, self.running.key("admin"))[0], (200, 302), path)

    def test_metrics_are_served_as_the_monitor_expects_or_said_to_be_missing(self):
        endpoint = one(overlay("production"), "PodMonitor")["spec"]["podMetricsEndpoints"][0]
        status, text = self.running.status(endpoint["path"], self.running.key("admin"))
        if "prometheus" not in service.properties()["management.endpoints.web.exposure.include"]:
            self.assertEqual(404, status)
            self.assertIn("The service serves no metrics yet", (HERE / "README.md").read_text())
            return
        self.assertEqual(200, status)
        self.assertNotIn("The service serves no metrics yet", (HERE / "README.md").read_text())
        served = set(re.findall(r"^(\w+)[{ ]", text, re.MULTILINE))
        self.assertEqual(set(), {row["metric"] for row in metrics() if row["from"] != "kubernetes"} - served)

    def test_a_pod_is_given_the_time_that_the_service_takes_to_stop(self):
        pod = one(overlay("production"), "Deployment")["spec"]["template"]["spec"]
        graceful = int(service.properties()["spring.lifecycle.timeout-per-shutdown-phase"].rstrip("s"))
        waits = service_container()["lifecycle"]["preStop"]["sleep"]["seconds"]
        self.assertGreaterEqual(pod["terminationGracePeriodSeconds"], waits + graceful + 5)

    def test_the_gaps_that_the_readme_names_are_gaps(self):
        java = "\n".join(file.read_text() for file in service.JAVA.rglob("*.java"))
        migrations = "\n".join(file.read_text() for file in (ROOT / "service/src/main/resources/db/migration").glob("*.sql"))
        mlflow = "\n".join(file.read_text() for file in (ROOT / "registry/src/main/java").rglob("*.java"))
        open_ = {
            "Keys lie in a file of each pod": not re.search(r"create table \w*key", migrations, re.IGNORECASE),
            "Nothing is limited or metered": "RateLimit" not in java,
            "MLflow is asked without credentials": "MLFLOW_TRACKING_TOKEN" not in mlflow,
            "Entra ID does not open the database": "AccessToken" not in java,
            "There is no `rollback`": any(wrong_command("facet rollback")),
        }
        named = (HERE / "README.md").read_text()
        for gap, still in open_.items():
            self.assertEqual(still, gap in named, f"README.md, its table of gaps: {gap}: " + ("is missing" if still else "closed; take the row out"))


class AzureMl(Check):

    FOLDER = DEPLOY / "azureml"

    def test_its_own_loaders_take_every_file(self):
        logging.disable(logging.WARNING)
        from azure.ai.ml import load_component, load_compute, load_data, load_datastore, load_environment, load_job
        from azure.ai.ml.entities._load_functions import load_schedule
        loaders = {"components": load_component, "pipelines": load_job, "environment": load_environment, "compute": load_compute,
                   "data": load_data, "datastore": load_datastore, "schedule": load_schedule}
        for file in sorted(self.FOLDER.rglob("*.yml")):
            with self.subTest(file.name):
                loaded = loaders[file.parent.name if file.parent != self.FOLDER else file.stem](file)
                if hasattr(loaded, "_validate"):
                    self.assertEqual({}, loaded._validate().error_messages)

    def test_components_call_commands_that_exist(self):
        for file in sorted((self.FOLDER / "components").glob("*.yml")):
            self.assert_none(wrong_command(yaml.safe_load(file.read_text())["command"]))

    def test_every_input_of_a_component_is_used_or_orders_the_steps(self):
        for file in sorted((self.FOLDER / "components").glob("*.yml")):
            component = yaml.safe_load(file.read_text())
            unused = {name for name, each in component.get("inputs", {}).items()
                      if f"inputs.{name}" not in component["command"] and "comes after" not in each.get("description", "")}
            self.assertEqual(set(), unused, file.name)

    def test_names_and_versions_agree(self):
        environment = yaml.safe_load((self.FOLDER / "environment.yml").read_text())
        compute_name = yaml.safe_load((self.FOLDER / "compute.yml").read_text())["name"]
        for file in (self.FOLDER / "components").glob("*.yml"):
            self.assertEqual(f"azureml:{environment['name']}:{environment['version']}", yaml.safe_load(file.read_text())["environment"])
        for file in (self.FOLDER / "pipelines").glob("*.yml"):
            self.assertEqual(f"azureml:{compute_name}", yaml.safe_load(file.read_text())["settings"]["default_compute"])
        self.assertIn(f"/schedules/{yaml.safe_load((self.FOLDER / 'schedule.yml').read_text())['name']}",
                      (DEPLOY / "terraform/training.tf").read_text())


@functools.cache
def help_of(*command):
    return service.facet(*command, "--help")


def wrong_command(line):
    """What of a line that calls facet doesn't exist: the command, or one of its options."""
    called = documents.facet_command(line)
    if called is None:
        return
    command, options = called
    if command[0] == "stack-python":
        return
    shown = help_of(*command)
    # The command line answers a command that it does not know with its own usage.
    if not re.search(rf"facet {' '.join(command)}\b", shown.stdout):
        yield f"there is no ./facet {' '.join(command)}, in: {line}"
        return
    yield from (f"./facet {' '.join(command)} has no {option}, in: {line}" for option in options
                if option not in ("--help", "--home") and not re.search(rf"{option}\b", shown.stdout))


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

    def test_the_workflow_is_json_and_the_policy_is_xml(self):
        import xml.dom.minidom
        json.loads((self.FOLDER / "start-pipeline.json").read_text())
        xml.dom.minidom.parse(str(DEPLOY / "apim/policy.xml"))

    def test_its_outputs_are_what_the_overlays_ask_for(self):
        printed = set(re.findall(r"^    (\w+)\s+=", (self.FOLDER / "outputs.tf").read_text(), re.MULTILINE))
        asked = one(yaml.safe_load_all((DEPLOY / "kubernetes/overlays/production/environment.yaml").read_text()), "ConfigMap", "environment")["data"]
        self.assertEqual(set(), printed - set(asked))


OF_EVERY_POD = {"namespace", "pod", "service"}


def metrics():
    with open(DEPLOY / "observability/metrics.csv", newline="") as file:
        return list(csv.DictReader(file))


class Observability(Check):

    FOLDER = DEPLOY / "observability"

    def expressions(self):
        """Every PromQL expression of alerts, dashboards, scaling and rollout, by where it stands."""
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
        for metric in one(overlay("production"), "AnalysisTemplate", "facet-canary")["spec"]["metrics"]:
            yield metric["name"], metric["provider"]["prometheus"]["query"].replace("{{args.service}}", "facet-canary")

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
        self.assertEqual(set(), set(listed) - used - {"process_uptime_seconds"})

    def test_every_alert_says_what_to_do(self):
        for group in yaml.safe_load((self.FOLDER / "rules.yml").read_text())["groups"]:
            for rule in group["rules"]:
                if "alert" in rule:
                    file, anchor = rule["annotations"]["runbook"].split("#")
                    self.assertIn(anchor, documents.anchors(HERE / file), rule["alert"])


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


class ChecksCanFail(Check):
    """What is ours among the checks finds what it is there for."""

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
                'resource "azurerm_resource_group" "a" {\n  name = var.a\n  location = azurerm_resource_group.a.nowhere\n  tags = azurerm_subnet.b.id\n}\n')
            self.assertEqual({"a.tf: azurerm_resource_group.a has no nowhere", "a.tf: azurerm_subnet.b is not there", "a.tf: var.a is not there"},
                             set(azurerm.Folder(folder).dangling()))

    def test_a_manifest_that_kubernetes_would_refuse_is_found(self):
        found = copy.deepcopy(overlay("production"))
        one(found, "Deployment")["spec"]["template"]["spec"]["containers"][0]["readynessProbe"] = {}
        self.assertIn("readynessProbe", "\n".join(kubernetes.wrong_core(found)))

    def test_an_extension_that_its_controller_would_refuse_is_found(self):
        found = copy.deepcopy(overlay("production"))
        one(found, "ScaledObject")["spec"]["pollingIntervall"] = 15
        del one(found, "Gateway")["spec"]["gatewayClassName"]
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


class Documents(Check):

    def test_links_lead_somewhere(self):
        self.assert_none(wrong for document in documents.all_documents() for wrong in documents.broken_links(document))

    def test_commands_exist(self):
        lines = [line for document in documents.all_documents() for line in documents.quoted_lines(document)]
        self.assertGreater(len(lines), 20)
        self.assert_none(wrong for line in lines for wrong in wrong_command(line))

    def test_what_kubectl_is_told_of_exists(self):
        names = {(each["kind"].lower(), each["metadata"]["name"]) for each in overlay("production")}
        short = {"deploy": "deployment", "rollout": "rollout", "svc": "service", "cm": "configmap"}
        for document in documents.all_documents():
            for line in documents.quoted_lines(document):
                for kind, name in re.findall(r"(?<=\s)([a-z]+)/([a-z-]+)(?=\s|$)", line if line.startswith("kubectl") else ""):
                    self.assertIn((short.get(kind, kind), name), names, line)

    def test_what_curl_asks_is_a_route(self):
        facet = running_service()
        routes = json.loads(facet.status("/v3/api-docs")[1])["paths"]
        asked = 0
        for document in documents.all_documents():
            for line in documents.quoted_lines(document):
                for path in re.findall(r"https?://[^/\s\"]+(/[\w/{}.-]+)", line if line.startswith("curl") else ""):
                    method = (re.search(r"-X (\w+)", line) or ["", "GET"])[1].lower()
                    known = any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route), path) and method in methods for route, methods in routes.items())
                    self.assertTrue(known or facet.status(path)[0] == 200, line)
                    asked += 1
        self.assertGreater(asked, 1)

    def test_ten_decisions_are_argued(self):
        decisions = sorted((HERE / "decisions").glob("*.md"))
        self.assertEqual([f"{n:02}" for n in range(1, len(decisions) + 1)], [file.name[:2] for file in decisions])
        self.assertGreaterEqual(len(decisions), 10)
        for file in decisions:
            for part in ("## Decided", "## Instead of", "## Costs"):
                self.assertIn(part, file.read_text(), file.name)


if __name__ == "__main__":
    unittest.main(warnings="ignore")
