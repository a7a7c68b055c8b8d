"""The skeleton and the service say the same."""

import csv
import re

import compute
import service
from observability_test import metrics
from skeleton import HERE, ROOT, Check, one, overlay, running_service, served_settings, service_container


class Service(Check):
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

    def test_every_route_that_is_let_in_exists_and_of_the_actuator_only_what_the_probe_asks(self):
        key = self.running.key("admin")
        self.assertEqual(404, self.running.status("/nowhere", key)[0])
        script = re.search(r"/assets/[\w-]+\.js", self.running.status("/login")[1])[0]
        for name in ("facet", "public"):
            for path, exact, _ in self.let_in(name):
                probe = path == "/actuator/health/readiness" and exact and name == "public"
                lets_in = "/actuator" == path if exact else ("/actuator/health/").startswith(path.rstrip("/") + "/")
                self.assertFalse(lets_in, path)
                self.assertTrue(probe or not path.startswith("/actuator"), path)
                asked = {"/v1": "/v1/models/current", "/docs": "/docs", "/webjars": "/webjars/swagger-ui/index.html",
                         "/swagger-ui": "/swagger-ui/index.html", "/assets": script}.get(path, path)
                # Of a session there is none, and one is ended by POST; some routes of the API are prefixes, or take POST.
                answers = {"/session": (401,), "/logout": (405,), "/v1/estimates": (405,), "/v1/stones": (404,), "/v1/valuations/batch": (404, 405)}.get(path, (200, 302))
                self.assertIn(self.running.status(asked, key)[0], answers, path)

    def test_businesses_reach_the_operations_that_are_theirs_and_no_other(self):
        with open(HERE / "deploy/edge/operations.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        contract = (ROOT / "service/openapi.yaml").read_text()
        paths = contract[contract.index("\npaths:"):contract.index("\ncomponents:")]
        operations = {(path, method.upper()) for path, body in re.findall(r"^  (/\S*):\n(.*?)(?=^  /|\Z)", paths, re.MULTILINE | re.DOTALL)
                      for method in re.findall(r"^    (get|post|put|patch|delete):", body, re.MULTILINE)}
        self.assertEqual(operations, {(row["path"], row["method"]) for row in rows}, "edge/operations.csv: whose is it?")
        for row in rows:
            asked = row["path"].replace("{", "").replace("}", "")
            self.assertEqual(row["who"] == "business", self.lets_in("public", asked, row["method"]), row)
            self.assertTrue(self.lets_in("facet", asked, row["method"]), row)
        for path, exact, _ in self.let_in("public"):
            self.assertFalse(any(house.startswith(path) and not exact for house in ("/login", "/session", "/logout", "/app", "/assets", "/v1/keys", "/v1/collection")), path)

    def test_all_that_the_pages_of_the_web_app_ask_for_is_let_in(self):
        sources = "\n".join(file.read_text() for file in (ROOT / "service/web").rglob("*") if file.suffix in (".ts", ".tsx", ".html") and "node_modules" not in file.parts)
        asked = set(re.findall(r"""(?:fetch\(|href=|location\.assign\()["'](/[\w.-]*)""", sources)) | {"/app", "/v1"}
        self.assertLess({"/login", "/logout", "/session", "/assets", "/favicon.svg"}, asked)
        let_in = {path for path, _, _ in self.let_in("facet")}
        self.assertEqual(set(), {path for path in asked if path not in let_in})

    def test_the_proxies_that_are_believed_are_the_gateways_and_the_network_before_them(self):
        terraform = (HERE / "deploy/terraform/cluster.tf").read_text() + (HERE / "deploy/terraform/variables.tf").read_text()
        networks = re.findall(r'(?:pod_cidr|address_space"[^}]*default)\s*=\s*"([\d./]+)"', terraform)
        self.assertEqual(sorted(networks), sorted(served_settings()[0]["FACET_TRUSTED_PROXIES"].split(",")))

    def test_links_lead_to_the_hosts_of_the_environment(self):
        plain, _ = served_settings()
        listeners = one(overlay("production"), "Gateway", "inside")["spec"]["listeners"]
        self.assertEqual([f"https://{listener['hostname']}" for listener in listeners], [plain["FACET_PUBLIC_URL"], plain["FACET_MLFLOW_UI"]])

    def test_valuations_are_kept_as_long_as_the_documents_say(self):
        months = int(served_settings()[0]["FACET_RETENTION_DAYS"]) * 12 // 365
        self.assertIn(f"| {months} months, then deleted", (HERE / "data-protection.md").read_text())
        self.assertEqual(compute.assumed()["months_kept"], months)

    def let_in(self, route):
        for rule in one(overlay("production"), "HTTPRoute", route)["spec"]["rules"]:
            for match in rule["matches"]:
                yield match["path"]["value"], match["path"]["type"] == "Exact", match.get("method")

    def lets_in(self, route, path, method):
        return any((path == value if exact else path == value or path.startswith(value.rstrip("/") + "/")) and only in (None, method)
                   for value, exact, only in self.let_in(route))

    def test_metrics_are_served_as_the_monitor_expects_or_said_to_be_planned(self):
        endpoint = one(overlay("production"), "PodMonitor")["spec"]["podMetricsEndpoints"][0]
        status, text = self.running.status(endpoint["path"], self.running.key("admin"))
        self.assertEqual(200, status)
        served = set(re.findall(r"^(\w+)[{ ]", text, re.MULTILINE))
        self.assertEqual(set(), {row["metric"] for row in metrics() if row["from"] in ("boot", "facet")} - served)
        planned = {row["metric"] for row in metrics() if row["from"] == "planned"}
        self.assertEqual(set(), planned & served, "served by now: no longer planned")
        self.assertEqual(bool(planned), "are not served yet" in (HERE / "README.md").read_text())

    def test_a_pod_is_given_the_time_that_the_service_takes_to_stop(self):
        pod = one(overlay("production"), "Deployment")["spec"]["template"]["spec"]
        graceful = int(served_settings()[0]["FACET_STOP_SECONDS"])
        waits = service_container()["lifecycle"]["preStop"]["sleep"]["seconds"]
        self.assertGreaterEqual(pod["terminationGracePeriodSeconds"], waits + graceful + 20)

    def test_the_gaps_that_the_readme_names_are_gaps(self):
        java = "\n".join(file.read_text() for file in service.JAVA.rglob("*.java"))
        mlflow = "\n".join(file.read_text() for file in (ROOT / "registry/src/main/java").rglob("*.java"))
        open_ = {
            "MLflow is asked without credentials": "MLFLOW_TRACKING_TOKEN" not in mlflow,
            "Entra ID does not open the database": "AccessToken" not in java,
            "Businesses can't come with OAuth2 client credentials": "JwtDecoder" not in java,
        }
        named = (HERE / "README.md").read_text()
        for gap, still in open_.items():
            self.assertEqual(still, gap in named, f"README.md, its table of gaps: {gap}: " + ("is missing" if still else "closed; take the row out"))
