"""Prints which model the service serves: current_model.py URL KEYFILE"""

import json
import sys
import urllib.request

url, key_file = sys.argv[1:]
direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
try:
    with open(key_file) as file:
        request = urllib.request.Request(url + "/v1/models/current", headers={"X-API-Key": file.read().strip()})
    with direct.open(request, timeout=5) as response:
        model = json.load(response)
    since = model.get("trained_at")
    print(model["name"], "version", model["version"] + (f", trained {since}" if since else ""))
except (OSError, ValueError, LookupError) as problem:
    sys.exit(f"not known: {problem}")
