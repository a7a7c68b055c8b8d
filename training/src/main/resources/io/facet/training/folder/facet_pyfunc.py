"""Prices diamonds in Python: loaded by mlflow.pyfunc.load_model and mlflow models serve."""

import os

import numpy as np
import onnxruntime
import pandas as pd
from mlflow.exceptions import MlflowException
from mlflow.protos.databricks_pb2 import INVALID_PARAMETER_VALUE

GRADES = {
    "cut": ["Fair", "Good", "Very Good", "Premium", "Ideal"],
    "color": ["J", "I", "H", "G", "F", "E", "D"],
    "clarity": ["I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"],
}
NUMBERS = ["carat", "depth", "table", "x", "y", "z"]


class Appraiser:
    """Takes the nine columns, grades as text in any case; answers estimate, low, high in USD."""

    def __init__(self, session):
        self.session = session

    def predict(self, stones, params=None):
        problems = []
        missing = [name for name in [*NUMBERS, *GRADES] if name not in stones]
        if missing:
            refuse(["missing columns: " + ", ".join(missing)])
        columns = {name: numbers(stones, name, problems) for name in NUMBERS}
        columns |= {name: grades(stones, name, problems) for name in GRADES}
        if not problems:
            possible(columns, problems)
        if problems:
            refuse(problems)
        feed = {name: column.reshape(-1, 1) for name, column in columns.items()}
        outputs = ["estimate", "low", "high"]
        answers = self.session.run(outputs, feed)
        return pd.DataFrame(
            {name: answer.ravel() for name, answer in zip(outputs, answers)}, index=stones.index
        )


def numbers(stones, name, problems):
    column = pd.to_numeric(stones[name], errors="coerce").to_numpy(dtype=np.float64)
    bad = ~np.isfinite(column)
    if name not in ("depth", "table"):
        bad |= column <= 0
    note(bad, stones[name].to_list(), f"{name} can't be", problems)
    return column


def grades(stones, name, problems):
    spelling = {grade.lower(): grade for grade in GRADES[name]}
    given = stones[name].to_list()
    known = [spelling.get(str(value).strip().lower()) for value in given]
    note(np.array([grade is None for grade in known]), given, f"{name} is none of {GRADES[name]}:", problems)
    # Python strings: the string type of pandas 3 is not one that onnxruntime takes.
    return np.array([grade or "" for grade in known], dtype=object)


def possible(columns, problems):
    carat, depth, x, y, z = (columns[name] for name in ["carat", "depth", "x", "y", "z"])
    note(carat > 100, carat, "carat is above 100:", problems)
    note(np.abs(depth - 200 * z / (x + y)) > 10, depth, "depth doesn't fit x, y and z:", problems)
    density = carat / (x * y * z)
    note((density < 0.003) | (density > 0.010), carat, "carat doesn't fit x, y and z:", problems)


def note(bad, values, what, problems):
    problems += [f"row {row}: {what} {values[row]!r}" for row in np.flatnonzero(bad)]


def refuse(problems):
    shown = problems[:20] + ([f"and {len(problems) - 20} more"] if len(problems) > 20 else [])
    raise MlflowException("; ".join(shown), error_code=INVALID_PARAMETER_VALUE)


def _load_pyfunc(path):
    model = os.path.join(path, "model.onnx")
    return Appraiser(onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]))
