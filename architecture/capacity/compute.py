"""From figures measured on one machine, prices and assumptions to pods, nodes and EUR: ./facet architecture capacity.

Writes capacity.md, cost.md and the plots; a test holds the two documents to what this computes.
"""

import csv
import dataclasses
import functools
import itertools
import json
import math
import pathlib
import re

import numpy

import simulate

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"S": 10, "M": 1_000, "L": 100_000}


@functools.cache
def measured():
    return json.loads((HERE / "measured.json").read_text())


@functools.cache
def assumptions():
    return json.loads((HERE / "assumptions.json").read_text())


@functools.cache
def assumed():
    return {name: assumption["is"] for name, assumption in assumptions().items()}


@functools.cache
def prices():
    with open(HERE / "prices.csv", newline="") as file:
        return {row["item"]: row for row in csv.DictReader(file)}


def eur(item):
    return float(prices()[item]["eur"])


@functools.cache
def environment(name):
    """What terraform is given for an environment."""
    text = (HERE.parent / f"deploy/terraform/environments/{name}.tfvars").read_text()
    given = dict(re.findall(r"^(\w+)\s+= (.*)$", text, re.MULTILINE))
    return {"least_nodes": int(re.search(r"min = (\d+)", given["node_count"])[1]), "database": given["database_sku"].strip('"'),
            "zones": given["zone_redundant"] == "true", "log_gb_a_day": float(given["log_gb_a_day"])}


def seen():
    """The open-loop measurements in which a pod kept the objective, up to the first in which it did not."""
    return list(itertools.takewhile(lambda check: check["p99_ms"] <= assumed()["p99_ms_at_most"], sorted(measured()["open_loop"], key=lambda check: check["rate"])))


def target():
    """Requests a second that a pod is given: what it was seen to keep the objective at, and no more than the share of its most, on a vCPU of Azure."""
    most = measured()["estimates_per_s"] * assumed()["use_of_a_pod"]
    return int(min(most, seen()[-1]["rate"]) * assumed()["vcpu_of_azure_in_our_cores"] // 100 * 100)


def capacity():
    """Requests a second that a pod is taken to serve where it is simulated: no more than twice what it is given, whatever it reached without pauses."""
    return min(measured()["estimates_per_s"] * assumed()["vcpu_of_azure_in_our_cores"], target() / assumed()["use_of_a_pod"])


def pods(size):
    peak = SIZES[size]
    return {"least": 3, "mean": max(3, math.ceil(assumed()["mean_of_peak"] * peak / target())),
            "peak": max(3, math.ceil(peak / target())), "spike": max(3, math.ceil(10 * peak / target()))}


def nodes(count):
    return max(environment("production")["least_nodes"], math.ceil(count / assumed()["pods_a_node"]))


def rows_a_database_vcore():
    """Valuations a second that a vCore of a database is given: as many as it can write where each has a commit of its own."""
    return 1e6 / measured()["postgresql"]["alone"]["cpu_us_a_valuation"] * assumed()["use_of_a_database_vcore"]


def database_vcores(size):
    rows = SIZES[size] * assumed()["share_stored"] / databases(size)
    needed = max(rows / rows_a_database_vcore(), 2 if size == "S" else assumed()["least_vcores_of_production"])
    return next((cores for cores in (2, 4, 8, 16, 32, 48, 64, 96) if cores >= needed), 96)


def stored_gb(size):
    return requests_a_month(size) * assumed()["share_stored"] * assumed()["months_kept"] * measured()["postgresql"]["bytes_a_valuation"] / 1e9


def databases(size):
    return math.ceil(stored_gb(size) / assumed()["gb_a_database_at_most"])


def requests_a_month(size):
    return assumed()["mean_of_peak"] * SIZES[size] * 3600 * assumed()["hours_a_month"]


def logs_gb_a_day(size):
    return (requests_a_month(size) * assumed()["log_bytes_a_request"] / 1e9 + assumed()["gb_of_other_logs_a_month"]) / (assumed()["hours_a_month"] / 24)


def private_endpoints():
    return len(re.findall(r"^    \w+\s+= \{ resource = ", (HERE.parent / "deploy/terraform/network.tf").read_text(), re.MULTILINE))


def cost(size, front=True):
    """EUR a month, by part. Without `front`, businesses come by private endpoints of their own to the Private Link service."""
    hours, a = assumed()["hours_a_month"], assumed()
    mean_nodes = nodes(pods(size)["mean"])
    asked = requests_a_month(size)
    return {
        "nodes of the service": mean_nodes * eur("node_service") * hours,
        "nodes of the system, AKS": (3 * eur("node_system") + eur("aks_standard")) * hours,
        "MLflow (2 pods, on the service's nodes)": eur("node_service") * hours * (2 * .5 / 4),
        "PostgreSQL, two zones": 2 * databases(size) * database_vcores(size) * eur("postgres_vcore") * hours,
        "its storage after two years": 2 * max(128, stored_gb(size)) * eur("postgres_storage"),
        "Blob storage": 200 * eur("blob_gzrs"),
        "training": a["retrainings_a_month"] * a["hours_a_retraining"] * eur("node_service"),
        "Front Door": (eur("front_door_base") + asked / 10_000 * eur("front_door_requests") + asked * a["bytes_an_answer"] / 1e9 * eur("front_door_traffic"))
        if front else 0.0,
        "private link: traffic": asked * a["bytes_a_request"] / 1e9 * eur("private_link_traffic"),
        "logs and metrics": logs_gb_a_day(size) * hours / 24 * eur("logs") + eur("grafana")
        + pods(size)["mean"] * a["series_a_pod"] * 4 * 60 * hours / 1e7 * eur("metrics"),
        "network, Defender": private_endpoints() * eur("private_endpoint") + eur("nat_gateway") + eur("load_balancer")
        + (4 * mean_nodes + 6) * eur("defender"),
    }


def api_management(size):
    """(units, EUR a month for them, EUR a month by the request) of API Management behind Front Door; no EUR where its most units are too few."""
    a = assumed()
    units = max(a["units_of_api_management_at_least"], math.ceil(SIZES[size] / a["requests_a_second_a_unit_of_api_management"]))
    if units > a["units_of_api_management_at_most"]:
        return units, None, None
    beyond = max(0, requests_a_month(size) / 1e6 - a["million_requests_included_by_api_management"])
    return units, units * eur("api_management"), beyond * eur("api_management_requests")


def second_region(size):
    """EUR a month that a second region adds: it can carry all requests alone, has a replica of the database, and shares Front Door."""
    parts = cost(size)
    return sum(parts[part] for part in ("nodes of the service", "nodes of the system, AKS", "MLflow (2 pods, on the service's nodes)", "Blob storage", "network, Defender")) \
        + (parts["PostgreSQL, two zones"] + parts["its storage after two years"]) / 2 + cost("S")["logs and metrics"]


def beside_production(name):
    """EUR a month of an environment that nobody asks much: what is there whether or not it is used."""
    hours, given = assumed()["hours_a_month"], environment(name)
    system = 1 if name == "dev" else 3
    vcores = re.search(r"_D(\d+)", given["database"])
    return {
        "nodes, AKS": (given["least_nodes"] * eur("node_service") + system * eur("node_system") + (0 if name == "dev" else eur("aks_standard"))) * hours,
        "PostgreSQL": (int(vcores[1]) * eur("postgres_vcore") if vcores else eur("postgres_burstable")) * hours + 128 * eur("postgres_storage"),
        "Front Door": eur("front_door_base"),
        "the rest": private_endpoints() * eur("private_endpoint") + eur("nat_gateway") + eur("load_balancer") + eur("grafana") + 200 * eur("blob_gzrs")
        + (4 * given["least_nodes"] + 2 * system) * eur("defender") + assumed()["gb_of_other_logs_a_month"] * eur("logs"),
    }


def together(name):
    return sum((cost("M") if name == "production" else beside_production(name)).values())


def scaling():
    a = assumed()
    return simulate.Scaling(
        target=target(), capacity=capacity(), least=3, most=40, pod_start=a["seconds_to_a_pod"],
        node_start=a["seconds_to_a_node"], pods_a_node=a["pods_a_node"], patience=a["seconds_a_caller_waits"],
        noticed=a["seconds_until_a_lost_zone_is_noticed"], replaced=a["seconds_until_its_pods_are_replaced"],
        nodes=environment("production")["least_nodes"])


PEAK = 20_000  # requests a second: where scaling has something to do


def day(t):
    """Requests a second: little at night, most in the afternoon."""
    hour = t / 3600 % 24
    return PEAK * (0.12 + 0.88 * max(0, math.sin(math.pi * (hour - 6) / 16)) ** 1.5 if 6 < hour < 22 else 0.12)


def spike(t):
    """Ten-fold within a minute, for ten minutes, from a fifth of the peak."""
    return PEAK / 5 * (1 + 9 * min(1, max(0, t - 600) / 60) if t < 1200 else max(1, 10 - 9 * (t - 1200) / 60))


def kept_ready():
    """Pods that can serve the spike before scaling has seen it, with a fifth of room."""
    return math.ceil(1.2 * 2 * PEAK / capacity())


@functools.cache
def scenarios():
    return {
        "a day": simulate.run(scaling(), day, 86_400),
        "ten-fold for ten minutes": simulate.run(scaling(), spike, 3_600),
        "ten-fold, pods for it kept ready": simulate.run(dataclasses.replace(scaling(), least=kept_ready()), spike, 3_600),
        "a zone lost at the peak": simulate.run(scaling(), lambda t: PEAK, 1_800, zone_lost_at=600),
        "the same with pods at 90 %": simulate.run(dataclasses.replace(scaling(), target=0.9 * scaling().capacity), lambda t: PEAK, 1_800, zone_lost_at=600),
    }


def queue_alone(rate):
    """p50 and p99 in ms of one pod under this rate, by the same simulation."""
    rows = simulate.run(dataclasses.replace(scaling(), capacity=measured()["estimates_per_s"], least=1, most=1, target=1e9), lambda t: rate, 600)
    return float(numpy.median(rows[:, 4])), float(numpy.median(rows[:, 5]))


def minutes_in_words(minutes):
    whole = math.ceil(minutes)
    return "one minute" if whole == 1 else f"{whole} minutes"


def money(amount):
    return f"{amount:,.0f}"


def capacity_document():
    m, a, p = measured(), assumed(), measured()["postgresql"]
    many, alone = p["shared"], p["alone"]
    missed = [check for check in m["open_loop"] if check not in seen()]
    far = [check["p99_ms"] / queue_alone(check["rate"])[1] for check in m["open_loop"]]
    lines = [
        "# Capacity", "",
        "Computed by `./facet architecture capacity`; nothing here is written by hand.", "",
        f"One pod, measured on {m['on']} on {m['machine']} (`./facet architecture measure`):", "",
        "| | |", "|---|---|",
        f"| estimates a second, as fast as 32 connections can ask | {m['estimates_per_s']:,} (p99 {m['estimates_p99_ms_at_32_connections']} ms) |",
        f"| valuations a second, 64 connections, stored in H2 | {m['valuations_per_s']:,} (p99 {m['valuations_p99_ms_at_64_connections']} ms) |",
        f"| estimates a second that arrive by chance, and 99 % within {a['p99_ms_at_most']} ms | {seen()[-1]['rate']:,} (p99 {seen()[-1]['p99_ms']} ms) |",
        f"| valuations a second, 64 connections, stored in PostgreSQL {p['version']} | {many['valuations_per_s']:,} (p99 {many['p99_ms']} ms), {many['valuations_a_commit']} in a commit |",
        f"| what one costs PostgreSQL then, and where each has a commit of its own | {many['cpu_us_a_valuation']} µs of a core and {many['wal_bytes_a_valuation']:,} bytes of its log · {alone['cpu_us_a_valuation']} µs and {alone['wal_bytes_a_valuation']:,} bytes |",
        f"| what one takes of its disk, with its indexes | {p['bytes_a_valuation']:,} bytes |",
        f"| memory at full load | {m['memory_mb_at_full_load']} MB |",
        f"| start to ready | {m['start_s']} s |", "",
        f"A pod is given **{target()} requests a second**: what it was seen to keep the objective at, and no more than {100 * a['use_of_a_pod']:.0f} % of its most, so that two zones "
        f"can do the work of three; and {100 * a['vcpu_of_azure_in_our_cores']:.0f} % of that, because nobody knows yet what a vCPU of Azure does beside its neighbours." + (f" At {missed[0]['rate']:,} a second it did not: p99 was {missed[0]['p99_ms']:,.0f} ms." if missed else ""),
        "", f"PostgreSQL ran on the load generator's core, with its defaults, without a standby. A vCore is given {rows_a_database_vcore():,.0f} valuations a second, "
        f"{100 * a['use_of_a_database_vcore']:.0f} % of what that core could if each had a commit of its own; a load test in staging must confirm it before anyone relies on a number of valuations.",
        "", "## How many", "",
        "| | S | M | L |", "|---|---|---|---|",
        "| requests a second at the peak | " + " | ".join(f"{rate:,}" for rate in SIZES.values()) + " |",
        *(f"| pods, {word} | " + " | ".join(f"{pods(size)[key]:,}" for size in SIZES) + " |"
          for key, word in (("least", "at night at least"), ("mean", "on average"), ("peak", "at the peak"), ("spike", "ten-fold spike"))),
        "| nodes of 4 vCPU at the peak | " + " | ".join(f"{nodes(pods(size)['peak']):,}" for size in SIZES) + " |",
        "| vCores of each PostgreSQL | " + " | ".join(str(database_vcores(size)) for size in SIZES) + " |",
        "| GB of valuations after two years | " + " | ".join(f"{stored_gb(size):,.0f}" for size in SIZES) + " |",
        f"| databases, of {a['gb_a_database_at_most']:,} GB at most | " + " | ".join(str(databases(size)) for size in SIZES) + " |",
        "| GB of logs a day | " + " | ".join(f"{logs_gb_a_day(size):,.1f}" for size in SIZES) + " |", "",
        "More than one database for each group of businesses is not built, so L is what it would take, not what could be ordered.",
        f"Log Analytics is capped at {environment('production')['log_gb_a_day']:.0f} GB a day in production; above it logs are missing until midnight.", "",
        "## Autoscaling, simulated", "",
        f"With {PEAK:,} requests a second at the peak (the spike: from {PEAK // 5:,} to {2 * PEAK:,}), in slices of 15 s (`simulate.py`): requests arrive by chance,",
        f"each pod serves {capacity():,.0f} a second at most, one after the other, {environment('production')['least_nodes']} nodes stand ready, the scaler sees the rate of the last minute 30 s late, doubles at most every 15 s,",
        "waits ten minutes before it shrinks. A caller waits 2 s, then counts as refused. p99 is that of queueing alone. A new pod has its full rate at once here;",
        "a real one compiles for about a minute first, in which it serves a fraction (measured after 25 s of warm-up: a fifth), so a real spike costs more than this.", "",
        "| | most pods | median of p99 | worst p99 | refused of all | minutes with refusals |", "|---|---|---|---|---|---|",
    ]
    for name, rows in scenarios().items():
        asked = rows[:, 1].sum()
        lines.append(f"| {name} | {rows[:, 2].max():.0f} | {numpy.median(rows[:, 5]):.1f} ms | {rows[:, 5].max():,.0f} ms | "
                     f"{100 * (rows[:, 6] * rows[:, 1]).sum() / asked:.2f} % | {(rows[:, 6] > 0.0005).sum() * simulate.SLICE / 60:.1f} |")
    lost = scenarios()["a zone lost at the peak"]
    lines += [
        "", "![A day](day.svg)", "", "![Ten-fold](spike.svg)", "", "![A zone lost](zone.svg)", "",
        f"When a zone is lost, a third of the requests go to pods that are gone until Kubernetes notices, {a['seconds_until_a_lost_zone_is_noticed']} s later "
        f"(here {100 * lost[:, 6].max():.0f} % at worst): that alone is {100 * a['seconds_until_a_lost_zone_is_noticed'] / 3 / 2592:.0f} % of a month's error budget. The gateway's retries may save most of them; that was not tried.",
        "", "A spike is followed only as far as nodes stand ready: a new one takes two minutes. Who expects one (an auction, a listing)",
        "sets `minReplicaCount` for that hour. Batches are the other answer: they wait without being lost.", "",
        "## Is the simulation right?", "",
        "Against a real load of requests that arrive by chance, on one pod:", "",
        "| requests a second | p50 measured | p50 simulated | p99 measured | p99 simulated |", "|---|---|---|---|---|",
    ]
    for check in m["open_loop"]:
        p50, p99 = queue_alone(check["rate"])
        lines.append(f"| {check['rate']} | {check['p50_ms']} ms | {p50:.2f} ms | {check['p99_ms']} ms | {p99:.2f} ms |")
    lines += [
        "", f"The measured p99 is {min(far):,.0f} to {max(far):,.0f} times the simulated: the simulation knows the queue only, not the network, the client beside it, pauses of the JVM, "
        "or how warm it is. So its latencies promise nothing. What it is for is how many pods, when, and what share is refused; the latency that a pod keeps is the measured one, and a pod is given no more than that.", "",
        "## Assumptions", "", "| | | from |", "|---|---|---|",
        *(f"| {name.replace('_', ' ')} | {assumption['is']:,} | {assumption['from']} |" for name, assumption in assumptions().items()), "",
    ]
    return "\n".join(lines)


def cost_document():
    columns = {"S": cost("S"), "M": cost("M"), "L": cost("L"), "L, by private link": cost("L", front=False)}
    asked = {name: requests_a_month(name[0]) for name in columns}
    total = {name: sum(column.values()) for name, column in columns.items()}
    share = lambda size, part: f"{100 * columns[size][part] / total[size]:.0f} %"
    everything = sum(together(name) for name in ("dev", "staging", "production")) + eur("registry")
    lines = [
        "# Cost", "",
        "Computed by `./facet architecture capacity` from `prices.csv`, `assumptions.json`, `measured.json` and Terraform's variables. EUR a month, one region,",
        "pay as you go, without VAT. **The prices are assumptions**: list prices of West Europe as known in October 2025, not fetched",
        "live (no network where this was made). Take new ones from the pages that `prices.csv` names before anyone signs.", "",
        "| production | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|",
        "| requests a second at the peak | " + " | ".join(f"{SIZES[name[0]]:,}" for name in columns) + " |",
        *(f"| {part} | " + " | ".join(money(column[part]) for column in columns.values()) + " |" for part in columns["S"]),
        "| **together** | " + " | ".join(f"**{money(total[name])}**" for name in columns) + " |",
        "| for 1,000 requests, a stone priced by each | " + " | ".join(f"{1000 * total[name] / asked[name]:.4f}" for name in columns) + " |",
        "| for 1,000 stored valuations, if they bore it all | " + " | ".join(f"{1000 * total[name] / asked[name] / assumed()['share_stored']:.4f}" for name in columns) + " |", "",
        f"Logs stay below their cap at S and M; at L they would be {logs_gb_a_day('L'):,.0f} GB a day, priced here as if the cap ({environment('production')['log_gb_a_day']:.0f} GB) were raised. "
        f"L needs {databases('L')} databases, which is not built: [capacity](capacity.md#how-many).", "",
        "## All environments", "",
        "| | dev | staging | production, M |", "|---|---|---|---|",
        *(f"| {part} | {money(beside_production('dev')[part])} | {money(beside_production('staging')[part])} | |" for part in beside_production("dev")),
        f"| **together** | **{money(together('dev'))}** | **{money(together('staging'))}** | **{money(together('production'))}** |", "",
        f"With the one registry ({money(eur('registry'))}) **{money(everything)}** a month. Not in it: the house's firewall ({money(eur('firewall'))} a month before traffic, if it is not there already), "
        "the gateways' pods (a few on nodes that are there; at L many, and never measured), CI's runners, Bastion, Defender for storage and databases, support, people. Backups as large as the storage are free (unverified).", "",
        "What follows from it:", "",
        f"- At S {share('S', 'Front Door')} is Front Door, {share('S', 'nodes of the service')} the three nodes that stand ready: ten requests a second fit on one machine, and `compose.yaml` or Container Apps is the better buy.",
        f"- At M nodes are {share('M', 'nodes of the service')}, Front Door {share('M', 'Front Door')}, the database with two years of valuations "
        f"{100 * (columns['M']['PostgreSQL, two zones'] + columns['M']['its storage after two years']) / total['M']:.0f} %: retention decides the price more than load.",
        f"- At L storage is {share('L', 'its storage after two years')} and Front Door {share('L', 'Front Door')} of {money(total['L'])}: keep valuations for months, not years, and take large businesses by private link, or in batches of a thousand stones a request.", "",
        "## What is not chosen", "",
        "A portal: API Management (Standard v2) behind Front Door, as [decision 5](../decisions/05-one-private-way-in.md#if-a-portal-is-wanted) has it, would add:", "",
        "| | " + " | ".join(SIZES) + " |", "|---" * (len(SIZES) + 1) + "|",
        "| units | " + " | ".join(str(api_management(size)[0]) for size in SIZES) + " |",
        *(f"| {what} | " + " | ".join("more than can be had" if api_management(size)[part] is None else money(api_management(size)[part]) for size in SIZES) + " |"
          for part, what in ((1, "for units"), (2, "by the request"))), "",
        f"A second region, as [decision 8](../decisions/08-two-regions-one-writer.md) has it: {money(second_region('S'))} a month more at S, {money(second_region('M'))} at M: nodes for all requests, a replica of the database, no second Front Door. What flows between the regions is not in it.", "",
    ]
    return "\n".join(lines)


def documents():
    return {HERE / "capacity.md": capacity_document(), HERE / "cost.md": cost_document()}


def plot(file, title, *runs):
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plt
    matplotlib.rcParams["svg.hashsalt"] = "facet"
    unit = 3600 if runs[0][1][-1, 0] > 7200 else 60
    figure, axes = plt.subplots(4, 1, sharex=True, figsize=(10, 8))
    rows = runs[0][1]
    axes[0].plot(rows[:, 0] / unit, rows[:, 1], color="grey", label="asked")
    for name, rows in runs:
        time = rows[:, 0] / unit
        axes[1].plot(time, rows[:, 2], label=name)
        axes[2].plot(time, rows[:, 5], label=name)
        axes[3].plot(time, 100 * rows[:, 6], label=name)
    for axis, label in zip(axes, ("requests a second", "pods ready", "p99 by queueing, ms", "refused, %")):
        axis.set_ylabel(label)
        axis.set_ylim(bottom=0)
        axis.grid(alpha=.3)
    axes[3].set_ylim(top=max(5, axes[3].get_ylim()[1]))
    if max(rows[:, 5].max() for _, rows in runs) > 200:
        # A queue of two seconds must fit beside one of milliseconds.
        axes[2].set_yscale("symlog", linthresh=10)
    axes[0].set_title(title)
    axes[3].set_xlabel("hours" if unit == 3600 else "minutes")
    if len(runs) > 1:
        axes[1].legend(loc="upper left", bbox_to_anchor=(1.01, 1), fontsize=8, frameon=False)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


def main():
    for file, text in documents().items():
        file.write_text(text)
        print(f"  written   {file}")
    found = scenarios()
    plot(HERE / "day.svg", f"A day with a peak of {PEAK:,} requests a second", ("", found["a day"]))
    plot(HERE / "spike.svg", "Ten times the load within a minute", ("3 pods at least", found["ten-fold for ten minutes"]),
         (f"{kept_ready()} pods at least", found["ten-fold, pods for it kept ready"]))
    plot(HERE / "zone.svg", "A zone lost at the peak", (f"pods at {target()} a second", found["a zone lost at the peak"]), ("pods at 90 %", found["the same with pods at 90 %"]))


if __name__ == "__main__":
    main()
