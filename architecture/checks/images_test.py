"""Dockerfiles and compose.yaml, against the build."""

import json
import re

import yaml

import service
from skeleton import DEPLOY, IMAGES, ROOT, SCRIPTS, Check, run


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
