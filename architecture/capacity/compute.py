"""From figures measured on one machine, prices and assumptions to pods, nodes and EUR: ./facet architecture capacity.

Writes capacity.md, cost.md and the plots; a test holds the two documents to what this computes.
"""

import csv
import dataclasses
import functools
import json
import math
import pathlib

import numpy

import simulate

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"S": 10, "M": 1_000, "L": 100_000}


@functools.cache
def measured():
    return json.loads((HERE / "measured.json").read_text())


@functools.cache
def assumed():
    return json.loads((HERE / "assumptions.json").read_text())


@functools.cache
def prices():
    with open(HERE / "prices.csv", newline="") as file:
        return {row["item"]: row for row in csv.DictReader(file)}


def eur(item):
    return float(prices()[item]["eur"])


def target():
    """Requests a second that a pod is given: half of what it can, so that two zones can do the work of three."""
    return int(measured()["estimates_per_s"] * assumed()["use_of_a_pod"] // 100 * 100)


def pods(size):
    peak = SIZES[size]
    return {"least": 3, "mean": max(3, math.ceil(assumed()["mean_of_peak"] * peak / target())),
            "peak": max(3, math.ceil(peak / target())), "spike": max(3, math.ceil(10 * peak / target()))}


def nodes(count):
    return max(3, math.ceil(count / assumed()["pods_a_node"]))


def database_vcores(size):
    rows = SIZES[size] * assumed()["share_stored"]
    needed = max(rows / assumed()["rows_a_second_a_database_vcore"],
                 rows / assumed()["valuations_a_commit"] / assumed()["commits_a_second_a_database_vcore"])
    return next((cores for cores in (2, 4, 8, 16, 32, 48, 64, 96) if cores >= needed), 96)


def stored_gb(size):
    a_month = assumed()["mean_of_peak"] * SIZES[size] * assumed()["share_stored"] * 3600 * assumed()["hours_a_month"]
    return a_month * assumed()["months_kept"] * assumed()["bytes_a_stored_valuation"] / 1e9


def requests_a_month(size):
    return assumed()["mean_of_peak"] * SIZES[size] * 3600 * assumed()["hours_a_month"]


def cost(size, front=True):
    """EUR a month, by part. Without `front`, requests come in by private link: no Front Door, and API Management only shows the portal."""
    hours, a = assumed()["hours_a_month"], assumed()
    mean_nodes = nodes(pods(size)["mean"])
    asked = requests_a_month(size)
    units = max(1 if size == "S" else 3, math.ceil(SIZES[size] / a["requests_a_second_an_apim_unit"])) if front else 3
    return {
        "nodes of the service": mean_nodes * eur("node_service") * hours,
        "nodes of the system, AKS": (3 * eur("node_system") + eur("aks_standard")) * hours,
        "MLflow (2 pods, on the service's nodes)": eur("node_service") * hours * (2 * .5 / 4),
        "PostgreSQL, two zones": 2 * (database_vcores(size) * eur("postgres_vcore") * hours + max(128, min(32768, stored_gb(size))) * eur("postgres_storage")),
        "Blob storage": 200 * eur("blob_gzrs"),
        "training": a["retrainings_a_month"] * a["hours_a_retraining"] * eur("node_service"),
        "API Management": units * eur("apim_standard_v2" if size == "S" else "apim_premium_v2"),
        "Front Door": (eur("front_door_base") + asked / 10_000 * eur("front_door_requests") + asked * a["bytes_an_answer"] / 1e9 * eur("front_door_traffic"))
        if front else 0.0,
        "logs and metrics": asked * a["log_bytes_a_request"] / 1e9 * eur("logs") + eur("grafana")
        + pods(size)["mean"] * a["series_a_pod"] * 4 * 60 * hours / 1e7 * eur("metrics"),
        "network, registry, Defender": 4 * eur("private_endpoint") + eur("nat_gateway") + 2 * eur("load_balancer") + eur("registry")
        + (4 * mean_nodes + 6) * eur("defender"),
    }


def scaling():
    a = assumed()
    return simulate.Scaling(
        target=target(), capacity=measured()["estimates_per_s"], least=3, most=30, pod_start=a["seconds_to_a_pod"],
        node_start=a["seconds_to_a_node"], pods_a_node=a["pods_a_node"], patience=a["seconds_a_caller_waits"],
        noticed=a["seconds_until_a_lost_zone_is_noticed"])


PEAK = 5_000  # requests a second: where scaling has something to do


def day(t):
    """Requests a second: little at night, most in the afternoon."""
    hour = t / 3600 % 24
    return PEAK * (0.12 + 0.88 * max(0, math.sin(math.pi * (hour - 6) / 16)) ** 1.5 if 6 < hour < 22 else 0.12)


def spike(t):
    """Ten-fold within a minute, for ten minutes, from an hour's load of 1,000."""
    return 1000 * (1 + 9 * min(1, max(0, t - 600) / 60) if t < 1200 else max(1, 10 - 9 * (t - 1200) / 60))


@functools.cache
def scenarios():
    return {
        "a day": simulate.run(scaling(), day, 86_400),
        "ten-fold for ten minutes": simulate.run(scaling(), spike, 3_600),
        "ten-fold, twelve pods kept ready": simulate.run(dataclasses.replace(scaling(), least=12), spike, 3_600),
        "a zone lost at the peak": simulate.run(scaling(), lambda t: PEAK, 1_800, zone_lost_at=600),
        "the same with pods at 90 %": simulate.run(dataclasses.replace(scaling(), target=0.9 * scaling().capacity), lambda t: PEAK, 1_800, zone_lost_at=600),
    }


def queue_alone(rate):
    """p50 and p99 in ms of one pod under this rate, by the same simulation."""
    rows = simulate.run(dataclasses.replace(scaling(), least=1, most=1, target=1e9), lambda t: rate, 600)
    return float(numpy.median(rows[:, 4])), float(numpy.median(rows[:, 5]))


def money(amount):
    return f"{amount:,.0f}"


def capacity_document():
    m = measured()
    lines = [
        "# Capacity", "",
        "Computed by `./facet architecture capacity`; nothing here is written by hand.", "",
        f"One pod, measured on {m['on']} on {m['machine']} (`./facet architecture measure`):", "",
        "| | |", "|---|---|",
        f"| estimates a second | {m['estimates_per_s']:,} (p99 {m['estimates_p99_ms_at_32_connections']} ms at 32 connections) |",
        f"| valuations a second, stored in H2 | {m['valuations_per_s']:,} (p99 {m['valuations_p99_ms_at_64_connections']} ms at 64 connections) |",
        f"| memory at full load | {m['memory_mb_at_full_load']} MB |",
        f"| start to ready | {m['start_s']} s |", "",
        f"A pod is given **{target()} requests a second**, about half of what it can: when one of three zones is lost, the other two still can.",
        "", "## How many", "",
        "| | S | M | L |", "|---|---|---|---|",
        "| requests a second at the peak | " + " | ".join(f"{rate:,}" for rate in SIZES.values()) + " |",
        *(f"| pods, {word} | " + " | ".join(f"{pods(size)[key]:,}" for size in SIZES) + " |"
          for key, word in (("least", "at night at least"), ("mean", "on average"), ("peak", "at the peak"), ("spike", "ten-fold spike"))),
        "| nodes of 4 vCPU at the peak | " + " | ".join(f"{nodes(pods(size)['peak']):,}" for size in SIZES) + " |",
        "| vCores of PostgreSQL | " + " | ".join(str(database_vcores(size)) for size in SIZES) + " |",
        "| GB of valuations after two years | " + " | ".join(f"{stored_gb(size):,.0f}" for size in SIZES) + " |", "",
        "At L one PostgreSQL does not hold what is stored: valuations of that rate go to one database for each group of businesses,",
        "or are kept three months and then in Blob storage. That is not built.", "",
        "## Autoscaling, simulated", "",
        f"With {PEAK:,} requests a second at the peak (the spike: from 1,000 to 10,000), in slices of 15 s (`simulate.py`): requests arrive by chance,",
        "each pod serves one after the other, the scaler sees the rate of the last minute 30 s late, doubles at most every 15 s, waits ten minutes before it shrinks. A caller waits 2 s, then counts as refused.", "",
        "| | most pods | median of p99 | worst p99 | refused of all | minutes with refusals |", "|---|---|---|---|---|---|",
    ]
    for name, rows in scenarios().items():
        asked = rows[:, 1].sum()
        lines.append(f"| {name} | {rows[:, 2].max():.0f} | {numpy.median(rows[:, 5]):.1f} ms | {rows[:, 5].max():,.0f} ms | "
                     f"{100 * (rows[:, 6] * rows[:, 1]).sum() / asked:.2f} % | {(rows[:, 6] > 0.0005).sum() * simulate.SLICE / 60:.1f} |")
    lines += [
        "", "![A day](day.svg)", "", "![Ten-fold](spike.svg)", "", "![A zone lost](zone.svg)", "",
        "So a ten-fold spike within a minute can't be followed by starting pods: nodes take two minutes. Who expects one (an auction, a listing)",
        "sets `minReplicaCount` for that hour. Batches are the other answer: they wait without being lost.", "",
        "## Is the simulation right?", "",
        "Against a real load of requests that arrive by chance, on one pod:", "",
        "| requests a second | p50 measured | p50 simulated | p99 measured | p99 simulated |", "|---|---|---|---|---|",
    ]
    for check in m["open_loop"]:
        p50, p99 = queue_alone(check["rate"])
        lines.append(f"| {check['rate']} | {check['p50_ms']} ms | {p50:.2f} ms | {check['p99_ms']} ms | {p99:.2f} ms |")
    lines += [
        "", "The simulation knows the queue only. What is missing is the network, the client on the other core, pauses of the JVM and, on this machine,",
        "other programs: they add 1-2 ms to the median and make the tail of the measurement theirs. Read the simulated p99 as",
        "\"what queueing adds\", and expect the knee where it shows it, not its height.", "",
        "## Assumptions", "", "| | |", "|---|---|",
        *(f"| {name.replace('_', ' ')} | {value:,} |" for name, value in assumed().items()), "",
    ]
    return "\n".join(lines)


def cost_document():
    columns = {"S": cost("S"), "M": cost("M"), "L": cost("L"), "L, by private link": cost("L", front=False)}
    stones = {name: requests_a_month(name[0]) for name in columns}
    lines = [
        "# Cost", "",
        "Computed by `./facet architecture capacity` from `prices.csv`, `assumptions.json` and `measured.json`. EUR a month, one region,",
        "pay as you go, without VAT. **The prices are assumptions**: list prices of West Europe as known in October 2025, not fetched",
        "live (no network where this was made). Take new ones from the pages that `prices.csv` names before anyone signs.", "",
        "| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|",
        "| requests a second at the peak | " + " | ".join(f"{SIZES[name[0]]:,}" for name in columns) + " |",
        *(f"| {part} | " + " | ".join(money(column[part]) for column in columns.values()) + " |" for part in columns["S"]),
        "| **together** | " + " | ".join(f"**{money(sum(column.values()))}**" for column in columns.values()) + " |",
        "| for 1,000 requests | " + " | ".join(f"{1000 * sum(column.values()) / stones[name]:.5f}" for name, column in columns.items()) + " |", "",
        "What follows from it:", "",
        f"- At S {100 * (columns['S']['API Management'] + columns['S']['Front Door']) / sum(columns['S'].values()):.0f} % is the front "
        "(API Management, Front Door). Who has ten requests a second can do without both and keep our own keys.",
        f"- At M the front is {100 * (columns['M']['API Management'] + columns['M']['Front Door']) / sum(columns['M'].values()):.0f} %; the pods that compute prices are "
        f"{100 * columns['M']['nodes of the service'] / sum(columns['M'].values()):.0f} %.",
        f"- At L the front would be {100 * (columns['L']['API Management'] + columns['L']['Front Door']) / sum(columns['L'].values()):.0f} % of a bill of "
        f"{money(sum(columns['L'].values()))}: both bill by the request or by units of a thousand requests a second. Businesses of that size come in by private link, or in batches of a thousand stones a request.",
        "- A second region costs the same again, less what scales with requests.", "",
    ]
    return "\n".join(lines)


def documents():
    return {HERE / "capacity.md": capacity_document(), HERE / "cost.md": cost_document()}


def plot(file, title, *runs):
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plt
    matplotlib.rcParams["svg.hashsalt"] = "facet"
    figure, axes = plt.subplots(3, 1, sharex=True, figsize=(9, 6.5))
    for name, rows in runs:
        minutes = rows[:, 0] / (3600 if rows[-1, 0] > 7200 else 60)
        axes[0].plot(minutes, rows[:, 2], label=f"pods ready{name}")
        axes[1].plot(minutes, numpy.maximum(rows[:, 5], .1), label=f"p99{name}")
        axes[2].plot(minutes, 100 * rows[:, 6], label=f"refused{name}")
    rows = runs[0][1]
    asked = axes[0].twinx()
    asked.plot(rows[:, 0] / (3600 if rows[-1, 0] > 7200 else 60), rows[:, 1], color="grey", linestyle=":")
    asked.set_ylabel("requests a second (dotted)")
    axes[0].set_title(title)
    axes[0].set_ylabel("pods")
    axes[1].set_yscale("log")
    axes[1].set_ylabel("p99, ms")
    axes[2].set_ylabel("refused, %")
    axes[2].set_xlabel("hours" if rows[-1, 0] > 7200 else "minutes")
    for axis in axes:
        axis.legend(loc="upper left", fontsize=8)
        axis.grid(alpha=.3)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


def main():
    for file, text in documents().items():
        file.write_text(text)
        print(f"  written   {file}")
    found = scenarios()
    plot(HERE / "day.svg", f"A day with a peak of {PEAK:,} requests a second", ("", found["a day"]))
    plot(HERE / "spike.svg", "Ten times the load within a minute", (", 3 pods at least", found["ten-fold for ten minutes"]),
         (", 12 pods at least", found["ten-fold, twelve pods kept ready"]))
    plot(HERE / "zone.svg", "A zone lost at the peak", (", pods at 50 %", found["a zone lost at the peak"]), (", at 90 %", found["the same with pods at 90 %"]))


if __name__ == "__main__":
    main()
