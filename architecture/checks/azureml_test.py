"""Azure ML's YAML, by its own loaders."""

import logging
import pathlib
import re
import shlex
import tempfile

import yaml

from commands import wrong_command
from skeleton import DEPLOY, ROOT, Check, run


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

    def test_ingest_train_and_evaluate_run_as_they_are_written(self):
        fresh = ROOT / "datasets/diamonds/fresh"
        with tempfile.TemporaryDirectory() as folder:
            given = {"inputs.stones": fresh / "2026-09.csv", "inputs.base": ROOT / "datasets/diamonds/diamonds.csv", "inputs.held_out": fresh / "2026-10.csv",
                     "inputs.family": "linear", "inputs.seed": 1, "inputs.model": f"{folder}/model",
                     "outputs.report": f"{folder}/report", "outputs.model": f"{folder}/model", "outputs.figures": f"{folder}/figures.json"}
            for step in ("ingest", "train", "evaluate"):
                command = yaml.safe_load((self.FOLDER / f"components/{step}.yml").read_text())["command"]
                command = re.sub(r"\$\{\{([\w.]+)\}\}", lambda match: shlex.quote(str(given[match[1]])), command)
                self.assert_exit(0, run("bash", "-c", f'facet() {{ {shlex.quote(str(ROOT / "facet"))} "$@"; }}; {command}'))
            self.assertTrue(list(pathlib.Path(folder, "report").rglob("*.html")))
            self.assertIn("r2", pathlib.Path(folder, "figures.json").read_text().lower())

    def test_every_input_of_a_component_is_used_or_orders_the_steps(self):
        for file in sorted((self.FOLDER / "components").glob("*.yml")):
            component = yaml.safe_load(file.read_text())
            unused = {name for name, each in component.get("inputs", {}).items()
                      if f"inputs.{name}" not in component["command"] and "comes after" not in each.get("description", "")}
            self.assertEqual(set(), unused, file.name)

    def test_steps_are_given_what_they_ask_for_by_something_that_is_there(self):
        for file in sorted((self.FOLDER / "pipelines").glob("*.yml")):
            pipeline = yaml.safe_load(file.read_text())
            components = {name: yaml.safe_load((file.parent / job["component"]).read_text()) for name, job in pipeline["jobs"].items()}
            for name, job in pipeline["jobs"].items():
                asked = components[name].get("inputs", {})
                self.assertEqual(set(), {each for each, of in asked.items() if "default" not in of} - set(job["inputs"]), f"{file.name}: {name}")
                self.assertEqual(set(), set(job["inputs"]) - set(asked), f"{file.name}: {name}")
            for step, output in re.findall(r"parent\.jobs\.(\w+)\.outputs\.(\w+)", file.read_text()):
                self.assertIn(output, components[step]["outputs"], file.name)
            for kind, name in re.findall(r"parent\.(inputs|outputs)\.(\w+)", file.read_text()):
                self.assertIn(name, pipeline[kind], file.name)

    def test_names_and_versions_agree(self):
        environment = yaml.safe_load((self.FOLDER / "environment.yml").read_text())
        compute_name = yaml.safe_load((self.FOLDER / "compute.yml").read_text())["name"]
        for file in (self.FOLDER / "components").glob("*.yml"):
            self.assertEqual(f"azureml:{environment['name']}@latest", yaml.safe_load(file.read_text())["environment"])
        data = {f"azureml:{each['name']}:{each['version']}" for each in map(yaml.safe_load, (file.read_text() for file in (self.FOLDER / "data").glob("*.yml")))}
        for file in (self.FOLDER / "pipelines").glob("*.yml"):
            pipeline = yaml.safe_load(file.read_text())
            self.assertEqual(f"azureml:{compute_name}", pipeline["settings"]["default_compute"])
            self.assertEqual(set(), {each["path"] for each in pipeline["inputs"].values() if isinstance(each, dict)} - data, file.name)
        self.assertIn(f"/schedules/{yaml.safe_load((self.FOLDER / 'schedule.yml').read_text())['name']}",
                      (DEPLOY / "terraform/outputs.tf").read_text())
