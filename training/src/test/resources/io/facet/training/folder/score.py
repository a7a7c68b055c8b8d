"""Scores stones as a Python user would: score.py MODEL STONES.csv; prints one JSON list per stone."""

import json
import sys

import mlflow
import pandas as pd

stones = pd.read_csv(sys.argv[2], dtype={"cut": str, "color": str, "clarity": str})
model = mlflow.pyfunc.load_model(sys.argv[1])
for row in model.predict(stones)[["estimate", "low", "high"]].itertuples(index=False):
    print(json.dumps(list(row)))
