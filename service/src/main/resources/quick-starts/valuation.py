"""A valuation from Python: python3 valuation.py, 3.9 or later, nothing to install."""
import json
import os
import sys
import urllib.error
import urllib.request


def ask(path, body, **headers):
    request = urllib.request.Request(
        os.environ["FACET_URL"] + path,
        data=json.dumps(body).encode(),
        headers={"X-API-Key": os.environ["FACET_KEY"], "Content-Type": "application/json", **headers},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as failure:
        problem = json.load(failure)
        sys.exit(f"{problem['title']}: {problem.get('detail', '')} {problem.get('errors', '')} (request {problem['request_id']})")


stone = {"carat": 0.72, "cut": "Ideal", "color": "F", "clarity": "VS1", "depth": 61.5, "table": 56, "x": 5.75, "y": 5.78, "z": 3.55}

# Ask for a price; nothing is stored.
estimate = ask("/v1/estimates", stone)
print(f"${estimate['price']}, from ${estimate['range']['low']} to ${estimate['range']['high']}")

# Have it stored with its reasons. Sent again with the same key it makes nothing twice.
valuation = ask("/v1/valuations", {**stone, "client_reference": "tray 4, stone 12"}, **{"Idempotency-Key": "tray-4-stone-12-of-python"})
print(valuation["id"])
for reason in valuation["reasons"]:
    print(reason["usd"], reason["text"])
