"""The skeleton and the service say the same."""

import re

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

    def test_every_route_that_is_let_in_exists_and_the_actuator_is_not_among_them(self):
        key = self.running.key("admin")
        self.assertEqual(404, self.running.status("/nowhere", key)[0])
        script = re.search(r"/assets/[\w-]+\.js", self.running.status("/login")[1])[0]
        for path, exact in self.let_in():
            lets_in = "/actuator" == path if exact else ("/actuator/health/").startswith(path.rstrip("/") + "/")
            self.assertFalse(lets_in, path)
            asked = {"/v1": "/v1/models/current", "/docs": "/docs", "/webjars": "/webjars/swagger-ui/index.html",
                     "/swagger-ui": "/swagger-ui/index.html", "/assets": script}.get(path, path)
            # Of a session there is none, and one is ended by POST.
            answers = {"/session": (401,), "/logout": (405,)}.get(path, (200, 302))
            self.assertIn(self.running.status(asked, key)[0], answers, path)

    def test_all_that_the_pages_of_the_web_app_ask_for_is_let_in(self):
        sources = "\n".join(file.read_text() for file in (ROOT / "service/web").rglob("*") if file.suffix in (".ts", ".tsx", ".html") and "node_modules" not in file.parts)
        asked = set(re.findall(r"""(?:fetch\(|href=|location\.assign\()["'](/[\w.-]*)""", sources)) | {"/app", "/v1"}
        self.assertLess({"/login", "/logout", "/session", "/assets", "/favicon.svg"}, asked)
        let_in = {path for path, _ in self.let_in()}
        self.assertEqual(set(), {path for path in asked if path not in let_in})

    def test_the_proxies_that_are_believed_are_the_gateway_and_api_management(self):
        terraform = (HERE / "deploy/terraform/cluster.tf").read_text() + (HERE / "deploy/terraform/variables.tf").read_text()
        networks = re.findall(r'(?:pod_cidr|address_space"[^}]*default)\s*=\s*"([\d./]+)"', terraform)
        self.assertEqual(sorted(networks), sorted(served_settings()[0]["FACET_TRUSTED_PROXIES"].split(",")))

    def test_links_lead_to_the_hosts_of_the_environment(self):
        plain, _ = served_settings()
        gateway = one(overlay("production"), "Gateway")["spec"]["listeners"]
        self.assertEqual([f"https://{listener['hostname']}" for listener in gateway], [plain["FACET_PUBLIC_URL"], plain["FACET_MLFLOW_UI"]])

    def let_in(self):
        for rule in one(overlay("production"), "HTTPRoute")["spec"]["rules"]:
            for match in rule["matches"]:
                yield match["path"]["value"], match["path"]["type"] == "Exact"

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
        graceful = int(service.properties()["spring.lifecycle.timeout-per-shutdown-phase"].rstrip("s"))
        waits = service_container()["lifecycle"]["preStop"]["sleep"]["seconds"]
        self.assertGreaterEqual(pod["terminationGracePeriodSeconds"], waits + graceful + 5)

    def test_the_gaps_that_the_readme_names_are_gaps(self):
        java = "\n".join(file.read_text() for file in service.JAVA.rglob("*.java"))
        mlflow = "\n".join(file.read_text() for file in (ROOT / "registry/src/main/java").rglob("*.java"))
        open_ = {
            "MLflow is asked without credentials": "MLFLOW_TRACKING_TOKEN" not in mlflow,
            "Entra ID does not open the database": "AccessToken" not in java,
        }
        named = (HERE / "README.md").read_text()
        for gap, still in open_.items():
            self.assertEqual(still, gap in named, f"README.md, its table of gaps: {gap}: " + ("is missing" if still else "closed; take the row out"))
