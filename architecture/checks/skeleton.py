"""The deployment skeleton as the tests see it, and the service that it is held against."""

import atexit
import functools
import os
import pathlib
import subprocess
import sys
import unittest

import kubernetes
import service

HERE = pathlib.Path(__file__).resolve().parents[1]
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
