"""Measures what one pod does, on this machine: ./facet architecture measure. Writes measured.json, which is committed.

The service gets one core and the memory of a pod, the load generator the other core, and PostgreSQL too where valuations
go there. Needs wrk and PostgreSQL (apt install wrk postgresql), taskset and six quiet minutes. Whatever else the machine
does meanwhile is in the figures.
"""

import asyncio
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "checks"))
import postgres
import service

STONE = '{"carat":0.72,"cut":"Ideal","color":"F","clarity":"VS1","depth":61.5,"table":56,"x":5.75,"y":5.78,"z":3.55}'
POD = "-XX:ActiveProcessorCount=1 -Xmx384m"


def wrk(running, route, connections, seconds, key):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f"wrk.method='POST'\nwrk.body='{STONE}'\nwrk.headers['Content-Type']='application/json'\nwrk.headers['X-API-Key']='{key}'\n")
        script.flush()
        out = subprocess.run(["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name,
                              f"http://127.0.0.1:{running.port}{route}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        raise AssertionError(out)
    return round(float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])), milliseconds(re.search(r"99%\s+(\S+)", out)[1])


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return round(float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], 2)


async def open_loop(running, rate, seconds, key, connections=64):
    """Latencies in seconds of requests that arrive by chance, whether or not the one before has been answered."""
    body = STONE.encode()
    request = (f"POST /v1/estimates HTTP/1.1\r\nHost: x\r\nX-API-Key: {key}\r\nContent-Type: application/json\r\n"
               f"Content-Length: {len(body)}\r\n\r\n").encode() + body
    free = asyncio.Queue()
    for _ in range(connections):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", running.port))
    chance, latencies, tasks = random.Random(1), [], []

    async def one(arrived):
        reader, writer = await free.get()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", head)[1]))
        latencies.append(time.perf_counter() - arrived)
        free.put_nowait((reader, writer))

    begun = due = time.perf_counter()
    while due - begun < seconds:
        due += chance.expovariate(rate)
        wait = due - time.perf_counter()
        if wait > 0.001:
            await asyncio.sleep(wait)
        tasks.append(asyncio.create_task(one(due)))
        if wait <= 0.001:
            await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    return sorted(latencies)


def quantile(latencies, share):
    return round(1000 * latencies[int(share * (len(latencies) - 1))], 2)


def valuations_in_postgresql(java):
    """What a valuation costs a PostgreSQL of its own."""
    database = postgres.Postgres(core=1)
    try:
        running = service.Running({"FACET_MODEL": str(service.model()), "FACET_KEY_PEPPER": "measured-on-one-machine", "FACET_DATABASE": database.address()}, java=java)
        try:
            running.await_ready("/actuator/health/readiness", 60)
            key = running.key("admin")
            wrk(running, "/v1/valuations", 64, 30, key)
            shared, alone = (stored(database, running, key, connections) for connections in (64, 1))
            return {"version": database.ask("show server_version").split()[0], "bytes_a_valuation": database.bytes_a_row(), "shared": shared, "alone": alone}
        finally:
            running.process.terminate()
            running.process.communicate()
    finally:
        database.stop()


def stored(database, running, key, connections):
    before, commits = database.state(), commits_of(running, key)
    rate, p99 = wrk(running, "/v1/valuations", connections, 20, key)
    after = database.state()
    rows = after["rows"] - before["rows"]
    return {"connections": connections, "valuations_per_s": rate, "p99_ms": p99, "valuations_a_commit": round(rows / (commits_of(running, key) - commits), 1),
            "cpu_us_a_valuation": round(1e6 * (after["cpu_s"] - before["cpu_s"]) / rows), "wal_bytes_a_valuation": round((after["wal"] - before["wal"]) / rows)}


def commits_of(running, key):
    return float(re.search(r"^facet_store_commit_seconds_count\S* (\S+)", running.status("/actuator/prometheus", key)[1], re.MULTILINE)[1])


def main():
    os.sched_setaffinity(0, {1})
    java = subprocess.run(["bash", "-c", f'source {service.ROOT}/stack/say.sh; source {service.ROOT}/stack/prerequisites.sh; require jdk; echo $JAVA_HOME/bin/java'],
                          capture_output=True, text=True, check=True).stdout.strip()
    service.model()
    launcher = tempfile.NamedTemporaryFile("w", suffix=".sh", delete=False)
    launcher.write(f'#!/bin/sh\nexec taskset -c 0 {java} {POD} "$@"\n')
    launcher.close()
    os.chmod(launcher.name, 0o755)
    begun = time.monotonic()
    running = service.Running({"FACET_MODEL": str(service.model()), "FACET_KEY_PEPPER": "measured-on-one-machine"}, java=launcher.name)
    try:
        running.await_ready("/actuator/health/readiness", 60)
        start = time.monotonic() - begun
        key = running.key("admin")
        # The JVM compiles for a minute on one core before it is as fast as it gets.
        wrk(running, "/v1/estimates", 32, 60, key)
        wrk(running, "/v1/valuations", 64, 30, key)
        estimates = wrk(running, "/v1/estimates", 32, 15, key)
        valuations = wrk(running, "/v1/valuations", 64, 15, key)
        rss = int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{running.process.pid}/status").read_text())[1]) // 1024
        checked = []
        for share in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
            rate = round(share * estimates[0])
            latencies = asyncio.run(open_loop(running, rate, 15, key))
            checked.append({"rate": rate, "p50_ms": quantile(latencies, .5), "p99_ms": quantile(latencies, .99)})
    finally:
        running.process.terminate()
        running.process.communicate()
    stored = valuations_in_postgresql(launcher.name)
    cpu = re.search(r"model name\s+: (.*)", pathlib.Path("/proc/cpuinfo").read_text())[1]
    (HERE / "measured.json").write_text(json.dumps({
        "on": datetime.date.today().isoformat(), "machine": f"one core of {cpu}, 384 MB of heap, the load generator on another",
        "start_s": round(start, 1),
        "estimates_per_s": estimates[0], "estimates_p99_ms_at_32_connections": estimates[1],
        "valuations_per_s": valuations[0], "valuations_p99_ms_at_64_connections": valuations[1],
        "memory_mb_at_full_load": rss, "postgresql": stored, "open_loop": checked}, indent=1) + "\n")
    print((HERE / "measured.json").read_text())


if __name__ == "__main__":
    main()
