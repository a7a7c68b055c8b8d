"""The script ./facet, from nothing to a priced stone: real Azurite, real MLflow, the real service, in fresh homes on free ports.

test_stack.py [--long] [NAME...]    NAME as in unittest: RunningStack, RunningStack.test_…
"""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
FREE_PORTS = ("--port", "0", "--mlflow-port", "0", "--blob-port", "0")
STONE = {"carat": 0.72, "cut": "Ideal", "color": "F", "clarity": "VS1",
         "depth": 61.5, "table": 56, "x": 5.75, "y": 5.78, "z": 3.55}
LIST_BLOBS = """
import os, azure.storage.blob
service = azure.storage.blob.BlobServiceClient.from_connection_string(os.environ["CONNECTION"])
for blob in service.get_container_client("mlflow").list_blobs():
    print(blob.name, blob.size)
"""


def facet(*arguments, root=ROOT, **environment):
    """Runs ./facet as a job without a terminal does: input closed, output captured."""
    return subprocess.run(
        ["bash", "-c", 'exec "$0" "$@" 0<&-', str(root / "facet"), *arguments],
        env={**clean_environment(), **environment}, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def clean_environment():
    return {name: value for name, value in os.environ.items() if name != "FACET_HOME"}


def answer(url, body=None, key=None):
    """Status and text of a request that no proxy sees."""
    request = urllib.request.Request(url, data=json.dumps(body).encode() if body else None)
    request.add_header("Content-Type", "application/json")
    if key:
        request.add_header("X-API-Key", key)
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def processes_of(home):
    """Ids of all living processes that a stack of this home started, whatever group or parent they have now."""
    found = set()
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if any(each.startswith(b"FACET_PART=" + os.fsencode(home) + b"/") for each in environment):
            found.add(int(process.name))
    return found


def alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def group(pgid):
    """Ids of all living processes of a process group."""
    found = set()
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(") ")[2].split()[:3]
        except OSError:
            continue
        if state != "Z" and int(its_group) == pgid:
            found.add(int(stat.parent.name))
    return found


def until(condition, seconds):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


class Home:
    """A fresh folder for one stack."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="facet test ")).resolve()

    def facet(self, command, *arguments, **environment):
        return facet(command, "--home", str(self.path), *arguments, **environment)

    def pids(self):
        return {file.stem: int(file.read_text().split()[0]) for file in (self.path / "run").glob("*.pid")}

    def url(self, name):
        lines = (self.path / "stack.properties").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)[name]

    def key(self, name):
        return (self.path / "keys" / name).read_text().strip()

    def remove(self):
        self.facet("down")
        shutil.rmtree(self.path)


class StackTest(unittest.TestCase):
    maxDiff = None

    def fresh_home(self):
        home = Home()
        self.addCleanup(home.remove)
        return home

    def assert_exit(self, code, run):
        self.assertEqual(code, run.returncode, run.stdout)


class RunningStack(StackTest):
    """What holds once `./facet up --detach` has returned."""

    @classmethod
    def setUpClass(cls):
        cls.home = Home()
        cls.addClassCleanup(cls.home.remove)
        cls.up = cls.home.facet("up", "--detach", *FREE_PORTS)
        if cls.up.returncode:
            raise AssertionError(f"./facet up ended with {cls.up.returncode}:\n{cls.up.stdout}")

    def test_up_prints_a_price_and_where_everything_is(self):
        self.assertRegex(self.up.stdout, r"\d,\d{3}|\$\s?\d+|\d+ USD")
        for where in (self.home.url("service"), self.home.url("service") + "/docs", self.home.url("mlflow"),
                      f"{self.home.path}/keys", f"{self.home.path}/run", "./facet down --home"):
            self.assertIn(where, self.up.stdout)

    def test_the_service_values_a_stone_for_who_has_a_key(self):
        status, body = answer(self.home.url("service") + "/v1/estimates", STONE, self.home.key("demo"))
        self.assertEqual(200, status, body)
        self.assertTrue(1_000 < json.loads(body)["price"] < 10_000, body)

    def test_the_service_refuses_who_has_none(self):
        self.assertEqual(401, answer(self.home.url("service") + "/v1/estimates", STONE)[0])

    def test_keys_are_for_their_owner_alone(self):
        for name in ("admin", "staff", "demo"):
            self.assertEqual(0o600, (self.home.path / "keys" / name).stat().st_mode & 0o777, name)

    def test_an_appraisal_sent_to_the_api_is_learned_from_and_then_marked(self):
        url, key = self.home.url("service") + "/v1/appraisals", self.home.key("staff")
        sent = []
        for carat in (0.70, 0.71, 0.72, 0.73, 0.74):
            status, body = answer(url, {**STONE, "carat": carat, "price": 3300, "client_reference": "tray 4"}, key)
            self.assertEqual(201, status, body)
            sent.append(json.loads(body)["id"])

        (self.home.path / "incoming").mkdir()
        ran = self.home.facet(
            "pipeline", "--incoming", str(self.home.path / "incoming"), "--from-appraisals", "--family", "linear", "--quiet", "0")

        # The champion is no linear model: the gate refuses, and version 1 stays.
        self.assert_exit(4, ran)
        self.assertRegex(ran.stdout, r"appraisals-\S+ +accepted +5 ")
        _, body = answer(url + "?used=true", key=key)
        used = json.loads(body)["data"]
        self.assertEqual(sent, [one["id"] for one in used])
        self.assertEqual({"2"}, {one["used_by"] for one in used})

    def test_mlflow_has_the_champion(self):
        url = self.home.url("mlflow") + "/api/2.0/mlflow/registered-models/alias?name=facet&alias=champion"
        status, body = answer(url)
        self.assertEqual(200, status, body)
        self.assertEqual("1", json.loads(body)["model_version"]["version"])

    def test_blob_storage_holds_the_files_of_the_model(self):
        listing = subprocess.run(
            [facet("stack-python", "mlflow").stdout.splitlines()[-1], "-c", LIST_BLOBS], check=True, text=True,
            stdout=subprocess.PIPE, env={**os.environ, "CONNECTION": self.connection(), "NO_PROXY": "127.0.0.1"}).stdout
        sizes = dict(line.rsplit(" ", 1) for line in listing.splitlines())
        native = [int(size) for name, size in sizes.items() if name.endswith("/model.facet")]
        self.assertTrue(native and min(native) > 0, listing)

    def connection(self):
        source = (ROOT / "stack" / "parts.sh").read_text()
        published = re.search(r"AccountName=\w+;AccountKey=[^;]+", source).group()
        return f"DefaultEndpointsProtocol=http;{published};BlobEndpoint={self.home.url('blob')}"

    def test_up_again_is_ready_in_seconds_and_starts_nothing(self):
        before, began = self.home.pids(), time.monotonic()
        again = self.home.facet("up")
        self.assert_exit(0, again)
        self.assertIn("Everything runs already.", again.stdout)
        self.assertLess(time.monotonic() - began, 15)
        self.assertEqual(before, self.home.pids())
        self.assertEqual({"azurite", "mlflow", "service"}, set(before))

    def test_status_says_what_runs_and_which_model(self):
        status = self.home.facet("status")
        self.assert_exit(0, status)
        for part in ("azurite", "mlflow", "service"):
            self.assertRegex(status.stdout, rf"{part} +http://127\.0\.0\.1:\d+ since \d{{4}}-")
        self.assertRegex(status.stdout, r"model +facet version 1")

    def test_a_port_in_use_is_named_with_its_holder_before_anything_starts(self):
        other = self.fresh_home()
        service = self.home.url("service").rpartition(":")[2]
        refused = other.facet("up", "--port", service, "--mlflow-port", "0", "--blob-port", "0")
        self.assert_exit(1, refused)
        self.assertIn(f"port {service}, wanted for service, is held by process {self.home.pids()['service']}: ", refused.stdout)
        self.assertIn("--port", refused.stdout)
        self.assertEqual({}, other.pids())
        self.assertEqual(set(), processes_of(other.path))


class StackWithoutService(StackTest):
    """Starting and stopping, on the two parts that need neither build nor training."""

    def up(self, home, *options):
        up = home.facet("up", "--no-service", "--detach", *FREE_PORTS, *options)
        self.assert_exit(0, up)
        return up

    def test_it_needs_no_jdk(self):
        home = self.fresh_home()
        self.assert_exit(0, home.facet("up", "--no-service", "--detach", *FREE_PORTS, **no_jdk(self)))
        self.assertEqual({"azurite", "mlflow"}, set(home.pids()))
        self.assertEqual(200, answer(home.url("mlflow") + "/health")[0])

    def test_down_leaves_no_process_behind_and_can_be_repeated(self):
        home = self.fresh_home()
        self.up(home)
        leaders, all_of_them = home.pids(), processes_of(home.path)
        self.assertGreater(len(all_of_them), len(leaders), "MLflow has a worker")

        self.assert_exit(0, home.facet("down"))

        self.assertEqual([], [pid for pid in all_of_them if alive(pid)])
        self.assertEqual([], [part for part, leader in leaders.items() if group(leader)])
        self.assertEqual(set(), processes_of(home.path))
        self.assertFalse((home.path / "stack.properties").exists())
        self.assert_exit(1, home.facet("status"))
        again = home.facet("down")
        self.assert_exit(0, again)
        self.assertIn("Nothing of", again.stdout)

    def test_two_at_the_same_time_start_one_stack(self):
        home = self.fresh_home()
        command = [ROOT / "facet", "up", "--no-service", "--detach", "--home", home.path, *FREE_PORTS]
        both = [subprocess.Popen(command, env=clean_environment(), stdin=subprocess.DEVNULL, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
        outputs = [each.communicate()[0] for each in both]
        self.assertEqual([0, 0], [each.returncode for each in both], outputs)
        self.assertEqual(1, sum("Everything runs already." in output for output in outputs), outputs)

    def test_a_part_that_was_killed_is_started_again_and_its_orphans_are_stopped(self):
        home = self.fresh_home()
        self.up(home)
        before = home.pids()
        orphans = group(before["mlflow"]) - {before["mlflow"]}
        os.kill(before["mlflow"], signal.SIGKILL)
        self.assertTrue(orphans)

        again = home.facet("up", "--no-service", "--detach")

        self.assert_exit(0, again)
        self.assertEqual([], [pid for pid in orphans if alive(pid)])
        self.assertEqual(before["azurite"], home.pids()["azurite"])
        self.assertNotEqual(before["mlflow"], home.pids()["mlflow"])

    def test_a_process_that_has_a_recycled_number_is_left_alone(self):
        home = self.fresh_home()
        stranger = subprocess.Popen(["sleep", "60"])
        self.addCleanup(stranger.wait)
        self.addCleanup(stranger.kill)
        (home.path / "run").mkdir()
        (home.path / "run" / "mlflow.pid").write_text(f"{stranger.pid} 1 2026-01-01T00:00:00Z\n")
        self.assert_exit(0, home.facet("down"))
        self.assertIsNone(stranger.poll())

    def test_what_cannot_start_shows_the_end_of_its_log_and_takes_the_rest_along(self):
        home = self.fresh_home()
        (home.path / "mlflow").mkdir()
        (home.path / "mlflow" / "mlflow.db").write_text("this is no database, whatever its name says\n" * 100)
        failed = home.facet("up", "--no-service", *FREE_PORTS)
        self.assert_exit(1, failed)
        self.assertIn("file is not a database", failed.stdout)
        self.assertIn(f"{home.path}/run/mlflow.log", failed.stdout)
        self.assertEqual(set(), processes_of(home.path))

    def test_a_foreign_holder_of_a_port_is_named(self):
        home = self.fresh_home()
        with socket.socket() as mine:
            mine.bind(("127.0.0.1", 0))
            mine.listen()
            port = mine.getsockname()[1]
            refused = home.facet("up", "--no-service", "--mlflow-port", "0", "--blob-port", str(port))
        self.assert_exit(1, refused)
        self.assertIn(f"port {port}, wanted for azurite, is held by process {os.getpid()}: ", refused.stdout)
        self.assertIn("--blob-port", refused.stdout)


class Foreground(StackTest):
    """Without --detach it stays."""

    def up(self):
        home = self.fresh_home()
        up = subprocess.Popen(
            [ROOT / "facet", "up", "--no-service", "--home", home.path, *FREE_PORTS], env=clean_environment(), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.addCleanup(up.stdout.close)
        self.addCleanup(up.kill)
        for line in up.stdout:
            if "Ctrl-C" in line:
                return home, up
        self.fail("it did not stay up")

    def test_ctrl_c_stops_what_it_started(self):
        home, up = self.up()
        self.assertTrue(processes_of(home.path))
        os.killpg(up.pid, signal.SIGINT)
        self.assertEqual(0, up.wait(30))
        self.assertEqual(set(), processes_of(home.path))

    def test_down_from_elsewhere_ends_it(self):
        home, up = self.up()
        self.assert_exit(0, home.facet("down"))
        self.assertEqual(0, up.wait(30))
        self.assertIn("Stopped by ./facet down.", up.stdout.read())

    def test_the_death_of_a_part_ends_it_with_an_error(self):
        home, up = self.up()
        os.kill(home.pids()["azurite"], signal.SIGKILL)
        self.assertEqual(1, up.wait(30))
        self.assertIn("azurite has ended", up.stdout.read())
        self.assertTrue(until(lambda: not processes_of(home.path), 5))


def no_jdk(test):
    """An environment in which the only Java, on the PATH and in JAVA_HOME, is a JDK 17."""
    old = pathlib.Path(tempfile.mkdtemp())
    test.addCleanup(shutil.rmtree, old)
    (old / "bin").mkdir()
    for tool in ("java", "javac"):
        (old / "bin" / tool).write_text("#!/bin/sh\nexit 99\n")
        (old / "bin" / tool).chmod(0o755)
    (old / "release").write_text('JAVA_VERSION="17.0.12"\n')
    return {"JAVA_HOME": str(old), "PATH": f"{old}/bin:{os.environ['PATH']}", "FACET_JDK_SEARCH": f"{old}:/nowhere/*"}


class Prerequisites(StackTest):
    def test_without_jdk_25_it_says_where_it_looked_and_how_to_get_one(self):
        environment = no_jdk(self)
        for command in (["up"], ["train", "--data", "stones.csv"], ["mvn", "verify"]):
            refused = facet(*command, **environment)
            self.assert_exit(1, refused)
            self.assertIn("JDK 25 or later", refused.stdout)
            self.assertIn(f"JAVA_HOME ({environment['JAVA_HOME']})", refused.stdout)
            self.assertIn("/nowhere/*", refused.stdout)
            self.assertIn(f"{environment['JAVA_HOME']} (17)", refused.stdout)
            self.assertIn("temurin-25-jdk", refused.stdout)

    def test_all_that_is_missing_is_named_at_once(self):
        bare = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, bare)
        for tool in ("bash", "dirname", "readlink", "sed", "find"):
            (bare / tool).symlink_to(shutil.which(tool))
        refused = facet("up", "--home", str(bare / "home"), root=checkout_without_jars(self),
                        PATH=str(bare), JAVA_HOME="", FACET_JDK_SEARCH="")
        self.assert_exit(1, refused)
        for missing in ("JDK 25", "Maven", "Python 3.10", "Node 20"):
            self.assertIn(missing, refused.stdout)
        self.assertEqual(4, refused.stdout.count("get it:"), refused.stdout)

    def test_a_browser_is_found_and_where_there_is_none_it_says_how_to_get_one(self):
        folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        for tool in ("bash", "dirname", "readlink"):
            (folder / tool).symlink_to(shutil.which(tool))
        refused = facet("stack-browser", PATH=str(folder), FACET_BROWSER="")
        self.assert_exit(1, refused)
        self.assertIn("apt install chromium", refused.stdout)
        (folder / "chromium").write_text("#!/bin/sh\n")
        (folder / "chromium").chmod(0o755)
        self.assertEqual(f"{folder}/chromium\n", facet("stack-browser", PATH=str(folder), FACET_BROWSER="").stdout)
        self.assert_exit(1, facet("stack-browser", PATH=str(folder), FACET_BROWSER="/nowhere/chrome"))

    def test_a_newer_jdk_elsewhere_is_found_without_starting_it(self):
        elsewhere = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, elsewhere)
        for version in ("26", "25.0.1"):
            home = elsewhere / version
            (home / "bin").mkdir(parents=True)
            (home / "release").write_text(f'JAVA_VERSION="{version}"\n')
            (home / "bin" / "javac").write_text("#!/bin/sh\nexit 99\n")
            (home / "bin" / "javac").chmod(0o755)
        mvn = elsewhere / "mvn"
        mvn.write_text('#!/bin/sh\necho "Maven on $JAVA_HOME"\n')
        mvn.chmod(0o755)
        environment = no_jdk(self)
        environment.update(PATH=f"{elsewhere}:{environment['PATH']}", FACET_JDK_SEARCH=f"{elsewhere}/*")
        self.assertEqual(f"Maven on {elsewhere}/25.0.1\n", facet("mvn", "verify", **environment).stdout)


def checkout_without_jars(test):
    """A copy of the script beside modules that have one source each and were never built."""
    checkout = pathlib.Path(tempfile.mkdtemp()).resolve()
    test.addCleanup(shutil.rmtree, checkout)
    shutil.copy(ROOT / "facet", checkout)
    shutil.copytree(ROOT / "stack", checkout / "stack")
    for module in ("valuation", "registry", "training", "service", "notebooks"):
        (checkout / module / "src" / "main").mkdir(parents=True)
        (checkout / module / "pom.xml").touch()
    for folder in ("src", "public"):
        (checkout / "service" / "web" / folder).mkdir(parents=True)
    for file in ("pom.xml", "service/openapi.yaml", "service/web/page.html", "service/web/package-lock.json", "service/web/build.mjs"):
        (checkout / file).touch()
    return checkout


class Building(StackTest):
    """When Maven is run; in its place, and in Java's, stand programs that write down that they ran."""

    def setUp(self):
        self.checkout = checkout_without_jars(self)
        jdk = self.checkout / "jdk"
        (jdk / "bin").mkdir(parents=True)
        (jdk / "release").write_text('JAVA_VERSION="25"\n')
        self.program(jdk / "bin" / "javac", "")
        self.program(jdk / "bin" / "java", 'for last; do :; done; exit "$last"')
        self.maven("for module in training service notebooks; do mkdir -p $module/target; touch $module/target/facet-$module.jar; done")
        self.environment = {"JAVA_HOME": str(jdk), "PATH": f"{self.checkout}/bin:{os.environ['PATH']}"}

    def program(self, path, script):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def maven(self, script):
        self.program(self.checkout / "bin" / "mvn", f'cd "{self.checkout}"; echo run >>mvn.runs; {script}')

    def maven_runs(self):
        return len((self.checkout / "mvn.runs").read_text().splitlines())

    def value(self, exit_code=0):
        return facet("value", str(exit_code), root=self.checkout, **self.environment)

    def test_it_builds_once_and_again_after_an_edit(self):
        self.assertIn("building the jars", self.value().stdout)
        self.assertEqual("", self.value().stdout)
        self.assertEqual(1, self.maven_runs())

        edited = self.checkout / "valuation" / "src" / "main" / "Diamond.java"
        edited.touch()
        self.assertIn("building the jars", self.value().stdout)
        self.assertEqual(2, self.maven_runs())

    def test_a_deleted_source_counts_as_an_edit(self):
        source = self.checkout / "registry" / "src" / "main" / "Registry.java"
        source.touch()
        self.value()
        source.unlink()
        self.assertIn("building the jars", self.value().stdout)

    def test_a_failed_build_shows_what_maven_said_and_is_tried_again(self):
        self.maven('echo "[ERROR] Diamond.java:[7,3] cannot find symbol"; exit 1')
        for _ in range(2):
            failed = self.value()
            self.assert_exit(1, failed)
            self.assertIn("cannot find symbol", failed.stdout)
        self.assertEqual(2, self.maven_runs())

    def test_the_exit_code_of_the_java_command_line_passes_through(self):
        for code in (0, 1, 2, 3, 4):
            self.assert_exit(code, self.value(code))


class Usage(StackTest):
    def test_alone_it_lists_its_commands_in_groups(self):
        listing = facet()
        self.assert_exit(0, listing)
        for group_name in ("The stack", "Models", "Developing"):
            self.assertIn(group_name, listing.stdout)
        for command in ("up", "down", "status", "backup", "restore", "train", "value", "evaluate", "models", "quote", "keys", "test", "mvn"):
            self.assertRegex(listing.stdout, rf"(?m)^  {command} +\w")

    def test_every_command_of_the_script_has_help(self):
        for command in ("up", "down", "status", "backup", "restore", "test", "mvn", "architecture"):
            shown = facet(command, "--help")
            self.assert_exit(0, shown)
            self.assertIn(f"./facet {command}", shown.stdout)

    def test_wrong_usage_is_exit_2_and_says_what_is_wrong(self):
        for arguments, complaint in (
                (["up", "--prot", "1"], "--prot"),
                (["up", "--port", "many"], "many"),
                (["up", "--port=65536"], "65536"),
                (["up", "--port"], "--port needs"),
                (["up", "--home"], "--home needs"),
                (["up", "--no-service", "--mlflow-port", "7001", "--blob-port", "7001"], "7001"),
                (["down", "all"], "all"),
                (["status", "--verbose"], "--verbose"),
                (["test", "--quick"], "--quick"),
                (["backup"], "backup needs a file"),
                (["restore", "a.zip", "b.zip"], "one file"),
                (["stack-python", "nothing"], "stack-python")):
            refused = facet(*arguments)
            self.assert_exit(2, refused)
            self.assertIn(complaint, refused.stdout)


class EmptyCache(StackTest):
    """Long: everything is installed from the registries of Python and npm."""

    def test_an_empty_cache_is_filled_once_and_then_used(self):
        cache = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, cache)
        home = self.fresh_home()
        first = home.facet("up", "--no-service", "--detach", *FREE_PORTS, FACET_CACHE=str(cache))
        self.assert_exit(0, first)
        self.assertRegex(first.stdout, r"mlflow +installed in \d+ s")
        self.assertRegex(first.stdout, r"azurite +installed in \d+ s")
        second = self.fresh_home().facet("up", "--no-service", "--detach", *FREE_PORTS, FACET_CACHE=str(cache))
        self.assert_exit(0, second)
        self.assertNotIn("install", second.stdout)

    def test_the_scoring_virtualenv_imports_what_scores(self):
        python = facet("stack-python", "scoring").stdout.splitlines()[-1]
        subprocess.run([python, "-c", "import mlflow.pyfunc, mlflow.onnx, onnxruntime, uvicorn"], check=True)


def main():
    long = "--long" in sys.argv[1:]
    names = [argument for argument in sys.argv[1:] if argument != "--long"]
    cases = [Usage, Prerequisites, Building, StackWithoutService, Foreground, RunningStack] + [EmptyCache] * long
    loader = unittest.defaultTestLoader
    tests = unittest.TestSuite(
        [loader.loadTestsFromName(name, sys.modules[__name__]) for name in names]
        or [loader.loadTestsFromTestCase(case) for case in cases])
    count = tests.countTestCases()
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Tally).run(tests)
    print(f"{result.passed} passed, {count - result.passed} failed", flush=True)
    return 0 if count and result.passed == count else 1


class Tally(unittest.TextTestResult):
    """Counts what passed: a test that never ran, as its class could not be set up, has failed."""

    passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


if __name__ == "__main__":
    sys.exit(main())
