"""The real service, asked by schemathesis whatever its OpenAPI document allows and forbids."""

import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = pathlib.Path(__file__).resolve().parent
JAR = ROOT / "service/target/facet-service.jar"
JAVA = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java"


class Service:
    """The service in a fresh home, on a model learned in a hurry."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.log = folder / "service.log"
        model = folder / "model"
        subprocess.run([ROOT / "facet", "train", "--data", ROOT / "datasets/diamonds/diamonds.csv", "--family", "linear", "--quick", "--out", model],
                       check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [JAVA, "-jar", JAR], stdin=subprocess.DEVNULL, stdout=self.log.open("w"), stderr=subprocess.STDOUT,
            env={**os.environ, "FACET_MODEL": str(model), "FACET_HOME": str(self.home), "FACET_PORT": "0",
                 "FACET_TRUSTED_PROXIES": "127.0.0.1/32"})

    def url(self):
        deadline = time.monotonic() + 60
        while not (port := re.search(r"Netty started on port (\d+)", self.log.read_text())):
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"the service did not start:\n{self.log.read_text()}")
            time.sleep(0.2)
        return f"http://127.0.0.1:{port[1]}"

    def key(self, name):
        return (self.home / "keys" / name).read_text().strip()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class Api(unittest.TestCase):
    def test_schemathesis_finds_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            service = Service(pathlib.Path(folder))
            self.addCleanup(service.stop)
            checked = subprocess.run(
                [sys.executable, "-m", "schemathesis.cli", "--config-file", HERE / "schemathesis.toml",
                 "run", ROOT / "service/openapi.yaml", "--url", service.url()], cwd=HERE,
                env={**os.environ, "FACET_ADMIN_KEY": service.key("admin"), "FACET_STAFF_KEY": service.key("staff")})
            self.assertEqual(checked.returncode, 0)


if __name__ == "__main__":
    unittest.main()
