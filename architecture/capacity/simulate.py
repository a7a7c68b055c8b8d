"""Autoscaling as events: slices of 15 s in which each pod serves one request after the other, and what Kubernetes decides between them.

Within a slice each pod's queue is exact (Lindley's recursion on arrivals by chance); between slices pods start, stop, vanish.
"""

import dataclasses

import numpy

SLICE = 15  # seconds: HPA looks that often


@dataclasses.dataclass
class Pod:
    zone: int
    ready_at: float
    free_at: float = 0.0  # when its queue will be empty
    gone: bool = False


@dataclasses.dataclass
class Scaling:
    target: float  # requests a second a pod
    capacity: float  # requests a second that a pod can serve
    least: int
    most: int
    pod_start: float
    node_start: float
    pods_a_node: int
    patience: float  # seconds a caller waits
    noticed: float  # seconds until the gateway sends nothing to a dead pod
    replaced: float  # seconds from then until another one is wanted in its place
    nodes: int  # that are there however few pods there are
    scale_down_after: float = 600
    metric_delay: int = 2  # slices: scraped every 15 s, a rate over a minute


def turn_away(arrivals, services, free_at, patience):
    """Latencies of those who are served when whoever would wait longer than `patience` goes at once, and when the pod is free again."""
    taken = []
    for arrival, service in zip(arrivals.tolist(), services.tolist()):
        start = max(arrival, free_at)
        if start - arrival <= patience:
            free_at = start + service
            taken.append(free_at - arrival)
    return numpy.array(taken), free_at


def run(scaling, rate, seconds, zone_lost_at=None, seed=1):
    """Follows rate(t) requests a second; one row a slice: time, rate, pods ready, pods wanted, p50, p99 (ms), refused (share)."""
    chance = numpy.random.default_rng(seed)
    pods = [Pod(index % 3, 0.0) for index in range(max(scaling.least, int(numpy.ceil(rate(0) / scaling.target))))]
    nodes_ready = [0.0] * max(scaling.nodes, int(numpy.ceil(len(pods) / scaling.pods_a_node)))
    history, wishes, rows = [], [], []
    lost_at = None
    for now in range(0, seconds, SLICE):
        if zone_lost_at is not None and lost_at is None and now >= zone_lost_at:
            lost_at = now
            for pod in pods:
                pod.gone = pod.zone == 0
            nodes_ready = nodes_ready[len(nodes_ready) // 3:]
        asked = rate(now)
        ready = [pod for pod in pods if pod.ready_at <= now and not pod.gone]
        dead = [pod for pod in pods if pod.gone]
        latencies, refused, offered = [], 0, 0
        asked_of_living = asked
        if dead:
            unnoticed = min(1, max(0, (lost_at + scaling.noticed - now) / SLICE))
            share_dead = len(dead) / (len(dead) + len(ready)) * unnoticed
            refused = offered = chance.poisson(asked * SLICE * share_dead)
            asked_of_living = asked * (1 - share_dead)
            if now >= lost_at + scaling.noticed + scaling.replaced:
                pods = [pod for pod in pods if not pod.gone]
        for pod in ready:
            count = chance.poisson(asked_of_living / len(ready) * SLICE)
            offered += count
            if not count:
                continue
            gaps = numpy.cumsum(chance.exponential(1, count + 1))
            arrivals = now + gaps[:-1] / gaps[-1] * SLICE
            services = chance.exponential(1 / scaling.capacity, count)
            done = numpy.cumsum(services)
            starts = numpy.maximum.accumulate(numpy.maximum(arrivals, pod.free_at) - (done - services)) + (done - services)
            waits = starts - arrivals
            if waits.max() > scaling.patience:
                taken, pod.free_at = turn_away(arrivals, services, pod.free_at, scaling.patience)
                refused += count - len(taken)
                latencies.append(taken)
            else:
                latencies.append(waits + services)
                pod.free_at = starts[-1] + services[-1]
        answered = numpy.concatenate(latencies) if latencies else numpy.array([numpy.nan])
        answered = answered if len(answered) else numpy.array([numpy.nan])
        history.append(asked)
        seen = numpy.mean(history[max(0, len(history) - 4 - scaling.metric_delay + 1):max(1, len(history) - scaling.metric_delay + 1)])
        wish = int(min(scaling.most, max(scaling.least, numpy.ceil(seen / scaling.target))))
        wishes.append(wish)
        current = len(pods)
        if wish > current:
            grown = min(wish, max(2 * current, current + 1))
            for index in range(current, grown):
                free_nodes = [at for at in nodes_ready for _ in range(scaling.pods_a_node)]
                if index >= len(free_nodes):
                    nodes_ready.append(now + scaling.node_start)
                    free_nodes.append(nodes_ready[-1])
                pods.append(Pod(index % 3, max(now, free_nodes[index]) + scaling.pod_start))
        elif current > max(wishes[-int(scaling.scale_down_after / SLICE):]):
            keep = max(max(wishes[-int(scaling.scale_down_after / SLICE):]), int(current * 0.95))
            pods = pods[:keep]
            nodes_ready = nodes_ready[:max(scaling.nodes, int(numpy.ceil(len(pods) / scaling.pods_a_node)) + 1)]
        rows.append((now, asked, len(ready), wish, 1000 * float(numpy.nanquantile(answered, .5)),
                     1000 * float(numpy.nanquantile(answered, .99)), refused / max(1, offered)))
    return numpy.array(rows)
