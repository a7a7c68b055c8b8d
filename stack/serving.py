"""How fast the service answers, beside a bare route in the same process and beside `mlflow models serve`.

All are asked in turn, round after round, so that whatever else the machine does meets all of them; figures are medians,
ratios are taken within each round.
"""

import argparse
import contextlib
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
TRAINING = ROOT / "training/target/facet-training.jar"
STONE = {"carat": 0.72, "cut": "Ideal", "color": "F", "clarity": "VS1", "depth": 61.5, "table": 56, "x": 5.75, "y": 5.78, "z": 3.55}
JAVA_OPTIONS = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """A program that answers HTTP, and all that it has started."""

    def __init__(self, command, log, environment=None):
        self.log = log
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log.open("w"), stderr=subprocess.STDOUT,
                                        start_new_session=True, env={**os.environ, **(environment or {})})

    def await_line(self, pattern, seconds=120):
        end = time.monotonic() + seconds
        while not (found := re.search(pattern, self.log.read_text())):
            if self.process.poll() is not None or time.monotonic() > end:
                sys.exit(f"{self.process.args[0]} did not start:\n{self.log.read_text()}")
            time.sleep(0.2)
        return found[1]

    def cpu(self):
        """Seconds of processor that its whole session has used."""
        used = 0
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.process.pid:
                    used += int(fields[11]) + int(fields[12])
        return used / TICK

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Route:
    """What is asked, and what became of it in each round."""

    def __init__(self, name, server, url, body, headers=()):
        self.name, self.server, self.url, self.body = name, server, url, json.dumps(body)
        self.headers = ("Content-Type: application/json", *headers)
        self.rounds = []

    def ask(self, connections, seconds):
        before = self.server.cpu()
        command = [os.environ["FACET_LOAD"], "-c", str(connections), "-d", f"{seconds}s", "-m", "POST", "-b", self.body, "-t", "30s",
                   "-l", "-p", "r", "-o", "json"]
        for header in self.headers:
            command += ["-H", header]
        run = subprocess.run([*command, self.url], capture_output=True, text=True)
        if run.returncode:
            sys.exit(run.stdout + run.stderr)
        result = json.loads(run.stdout)["result"]
        failed = result["req1xx"] + result["req3xx"] + result["req4xx"] + result["req5xx"] + result["others"]
        if failed or not result["req2xx"]:
            sys.exit(f"{self.name}: {failed} requests failed, {result['req2xx']} did not: {result.get('errors')}")
        latency = result["latency"]["percentiles"]
        return {"per_s": result["req2xx"] / result["timeTakenSeconds"], "p50_ms": latency["50"] / 1000, "p99_ms": latency["99"] / 1000,
                "cpu_us": 1e6 * (self.server.cpu() - before) / result["req2xx"]}

    def measure(self, connections, seconds):
        self.rounds.append(self.ask(connections, seconds))

    def median(self, figure):
        return statistics.median(each[figure] for each in self.rounds)

    def against(self, other, figure):
        return statistics.median(own[figure] / theirs[figure] for own, theirs in zip(self.rounds, other.rounds))


def learned_model():
    """A model folder of the default family, learned once for each build."""
    model = ROOT / "target/bench-model"
    if not (model / "MLmodel").exists() or model.stat().st_mtime < TRAINING.stat().st_mtime:
        shutil.rmtree(model, ignore_errors=True)
        subprocess.run([ROOT / "facet", "train", "--data", ROOT / "datasets/diamonds/diamonds.csv", "--out", model], check=True, stdout=sys.stderr)
        os.utime(model)
    return model


def facet(model, folder):
    java = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java"
    server = Server([java, *JAVA_OPTIONS, f"-Dloader.path={ROOT}/service/target/test-classes", "-Dloader.main=io.facet.service.BareRoute",
                     "-cp", ROOT / "service/target/facet-service.jar", "org.springframework.boot.loader.launch.PropertiesLauncher"],
                    folder / "facet.log", {"FACET_MODEL": str(model), "FACET_HOME": str(folder / "home"), "FACET_PORT": "0"})
    bare = server.await_line(r"Bare route on port (\d+)")
    port = server.await_line(r"Netty started on port (\d+)")
    key = "X-API-Key: " + (folder / "home/keys/demo").read_text().strip()
    return [Route("bare route in the same process", server, f"http://127.0.0.1:{bare}/v1/estimates", STONE),
            Route("POST /v1/estimates", server, f"http://127.0.0.1:{port}/v1/estimates", STONE, (key,)),
            Route("POST /v1/valuations, stored", server, f"http://127.0.0.1:{port}/v1/valuations", STONE, (key,))]


def mlflow(model, folder):
    scoring = pathlib.Path(os.environ["FACET_SCORING"])
    subprocess_path = f"{scoring.parent}:{os.environ['PATH']}"
    port = free_port()
    server = Server([scoring, "-m", "mlflow", "models", "serve", "-m", model, "--env-manager", "local", "--host", "127.0.0.1", "--port", str(port)],
                    folder / "mlflow.log", {"PATH": subprocess_path, "MLFLOW_DISABLE_TELEMETRY": "true"})
    await_answer(server, f"http://127.0.0.1:{port}/ping")
    body = {"dataframe_split": {"columns": list(STONE), "data": [list(STONE.values())]}}
    return Route("mlflow models serve", server, f"http://127.0.0.1:{port}/invocations", body)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_answer(server, url, seconds=120):
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError), urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=5) as answer:
            if answer.status == 200:
                return
        if server.process.poll() is not None or time.monotonic() > end:
            sys.exit(f"{url} is not answered:\n{server.log.read_text()}")
        time.sleep(0.2)


def machine():
    cpu = re.search(r"model name\s+: (.*)", pathlib.Path("/proc/cpuinfo").read_text())[1]
    return f"{os.cpu_count()} processors of {cpu}"


def table(routes):
    lines = [f"{'':34}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'CPU us/req':>12}{'of bare':>9}"]
    for route in routes:
        lines.append(f"{route.name:34}{route.median('per_s'):9,.0f}{route.median('p50_ms'):9.2f}{route.median('p99_ms'):9.2f}"
                     f"{route.median('cpu_us'):12,.0f}{100 * route.against(routes[0], 'per_s'):8.0f}%")
    return lines


def verdict(bare, estimates, valuations, other):
    def line(what, value, bound, unit, met):
        return f"  {what:58}{value:8.2f}{unit}  {'at least' if bound >= 1 or unit == ' %' else 'at most'} {bound:g}{unit}  {'met' if met else 'NOT MET'}"
    share, kept = 100 * estimates.against(bare, "per_s"), 100 * valuations.against(bare, "per_s")
    times, wait = estimates.against(other, "per_s"), estimates.against(other, "p99_ms")
    return [line("estimates, of the bare route", share, 85, " %", share >= 85), line("valuations, of the bare route", kept, 35, " %", kept >= 35),
            line("estimates, times mlflow models serve", times, 8, " x", times >= 8), line("p99 of estimates, of that of mlflow", wait, 0.2, " x", wait <= 0.2)]


def main():
    parser = argparse.ArgumentParser(prog="facet bench serving", add_help=False)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    model = (options.model or learned_model()).resolve()
    with tempfile.TemporaryDirectory(prefix="facet-serving-") as temporary, contextlib.ExitStack() as stack:
        folder = pathlib.Path(temporary)
        routes = facet(model, folder)
        stack.callback(routes[0].server.stop)
        routes.append(mlflow(model, folder))
        stack.callback(routes[-1].server.stop)
        for route in routes:
            route.ask(options.connections, max(15, 2 * options.seconds))
        for round_ in range(options.rounds):
            print(f"round {round_ + 1} of {options.rounds}", file=sys.stderr)
            for route in routes[round_ % 2 * -1:] + routes[:round_ % 2 * -1] if round_ % 2 else routes:
                route.measure(options.connections, options.seconds)
    on = datetime.date.today().isoformat()
    print(f"{on}, {machine()}, the load generator on the same ones")
    print(f"{options.connections} connections, {options.rounds} rounds of {options.seconds} s, medians; ratios within each round")
    print()
    print("\n".join(table(routes)))
    print()
    print("\n".join(verdict(*routes)))
    if options.json:
        options.json.write_text(json.dumps({"on": on, "machine": machine(), "connections": options.connections,
                                            "rounds": {route.name: route.rounds for route in routes}}, indent=1) + "\n")


if __name__ == "__main__":
    main()
