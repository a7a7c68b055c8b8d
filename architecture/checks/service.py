"""What the service really has: its settings as its code reads them, and its answers while it runs."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAVA = ROOT / "service/src/main/java"
JAR = ROOT / "service/target/facet-service.jar"
TRAINING = ROOT / "training/target/facet-training.jar"
MODEL = ROOT / "target/architecture-model"


def settings():
    """The environment variables that the service reads."""
    return set(re.findall(r'"(FACET_[A-Z_]+)"', "\n".join(file.read_text() for file in JAVA.rglob("*.java"))))


def default(setting):
    """A default as ServerSettings writes it."""
    found = re.search(rf'"{setting}",[^;]*?"?([\w.]+)"?\)[,)]', (JAVA / "io/facet/service/ServerSettings.java").read_text())
    return found[1]


def java_options():
    """The options with which ./facet starts every JVM."""
    return re.search(r"java_options=\((.*)\)", (ROOT / "stack/develop.sh").read_text())[1].split()


def facet(*arguments):
    return subprocess.run([str(ROOT / "facet"), *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True)


def model():
    """A model folder to serve, learned once for each build."""
    if not (MODEL / "MLmodel").exists() or MODEL.stat().st_mtime < TRAINING.stat().st_mtime:
        shutil.rmtree(MODEL, ignore_errors=True)
        run = facet("train", "--quick", "--family", "linear", "--data", str(ROOT / "datasets/diamonds/diamonds.csv"), "--out", str(MODEL))
        if run.returncode:
            raise AssertionError(run.stdout + run.stderr)
        os.utime(MODEL)
    return MODEL


class Running:
    """The service in a process of its own, with these variables and a fresh home."""

    def __init__(self, environment, java=None):
        self.home = tempfile.mkdtemp(prefix="facet-architecture-")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        java = java or re.search(r"/.*", subprocess.run(
            ["bash", "-c", f'source {ROOT}/stack/say.sh; source {ROOT}/stack/prerequisites.sh; require jdk; echo "$JAVA_HOME/bin/java"'],
            capture_output=True, text=True, check=True).stdout)[0]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("FACET_")}
        self.process = subprocess.Popen(
            [java, *java_options(), "-jar", str(JAR)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**clean, **environment, "FACET_ADDRESS": "127.0.0.1", "FACET_PORT": str(self.port), "FACET_HOME": self.home})

    def status(self, path, key=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"X-API-Key": key} if key else {})
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as e:
            return e.code, e.read().decode()
        except OSError:
            return 0, ""

    def await_ready(self, path, seconds):
        end = time.monotonic() + seconds
        while self.status(path)[0] != 200:
            if self.process.poll() is not None or time.monotonic() > end:
                self.process.kill()
                raise AssertionError(f"the service did not answer {path}:\n{self.process.communicate()[0]}")
            time.sleep(0.2)

    def key(self, name):
        return (pathlib.Path(self.home) / "keys" / name).read_text().strip()

    def remove(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        shutil.rmtree(self.home, ignore_errors=True)
