"""What schemathesis can't know from the OpenAPI document."""

import csv
import itertools
import json
import os
import pathlib

import schemathesis
from hypothesis import strategies

STONES = pathlib.Path(__file__).resolve().parent.parent / "datasets/diamonds/diamonds.csv"
OWN_IDS = {os.environ[name].split("_")[2] for name in ("FACET_ADMIN_KEY", "FACET_STAFF_KEY")}

with STONES.open() as file:
    header, *rows = itertools.islice(file, 100)
stones = [{name: text if name in ("cut", "color", "clarity") else float(text) for name, text in row.items() if name != "price"}
          for row in csv.DictReader([header, *rows])]


def lines(of):
    return strategies.lists(strategies.sampled_from(of), max_size=5)


# No schema says what a table or a stream of lines looks like.
schemathesis.openapi.media_type("text/csv", lines(rows).map(lambda some: (header + "".join(some)).encode()))
schemathesis.openapi.media_type(
    "application/x-ndjson", lines(stones).map(lambda some: "".join(json.dumps(stone) + "\n" for stone in some).encode()))

callers = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    # From one address only twenty bad keys a minute are looked at, and the checks try more: each comes from one of its own.
    # Set past Case, which takes it for a change of what is tested; and a dict, for from any other mapping 4.30 takes nothing
    # over to what it tries with bad keys.
    object.__setattr__(case, "headers", {**case.headers, "X-Forwarded-For": f"2001:db8:0:{next(callers):x}::1"})
    # Whoever revokes the key he asks with learns nothing more.
    if case.path_parameters.get("id") in OWN_IDS:
        case.path_parameters["id"] = "0" * 16
