#!/bin/sh
# A valuation from a shell. FACET_URL and FACET_KEY say where and with which key.
set -eu

# Ask for a price; nothing is stored.
curl --silent --show-error --fail-with-body "$FACET_URL/v1/estimates" \
  -H "X-API-Key: $FACET_KEY" -H "Content-Type: application/json" \
  -d '{"carat": 0.72, "cut": "Ideal", "color": "F", "clarity": "VS1",
       "depth": 61.5, "table": 56, "x": 5.75, "y": 5.78, "z": 3.55}'
echo

# Have it stored with its reasons. Sent again with the same key, after a lost
# connection say, it makes nothing twice.
curl --silent --show-error --fail-with-body "$FACET_URL/v1/valuations" \
  -H "X-API-Key: $FACET_KEY" -H "Content-Type: application/json" \
  -H "Idempotency-Key: tray-4-stone-12-of-shell" \
  -d '{"carat": 0.72, "cut": "Ideal", "color": "F", "clarity": "VS1",
       "depth": 61.5, "table": 56, "x": 5.75, "y": 5.78, "z": 3.55,
       "client_reference": "tray 4, stone 12"}'
echo
