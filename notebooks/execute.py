"""Executes a notebook from nothing and holds its text to what was computed.

A figure in the text is followed by a comment with the Java expression that it states: `259.05<!-- figures.mae() --> USD`.
Whoever reads the page doesn't see it. The expression is evaluated after the last cell; a number is rounded as the
text rounds it. Words in `code` or **bold** are compared letter by letter.
"""

import re
import sys
import time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

QUOTE = re.compile(
    r"(?P<text>[-+−]?\d[\d,]*(?:\.\d+)?|`[^`]+`|\*\*[^*]+\*\*)(?P<unit>(?: ?%)?(?:\*\*)?)"
    r"<!-- *(?P<java>(?:(?!-->).)+?) *-->"
)
VOLATILE = "volatile"
COLORS = re.compile(r"\x1b\[[0-9;]*m")


def in_the_manner_of(text, value):
    """`value`, as Java prints it, written as `text` is: its sign, thousands and decimals."""
    if text[0] in "`*":
        edge = "`" if text[0] == "`" else "**"
        return edge + value + edge
    decimals = len(text.partition(".")[2])
    number = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    sign = "−" if number < 0 and "−" in text else "-" if number < 0 else "+" if text[0] == "+" else ""
    return f"{sign}{abs(number):,.{decimals}f}"


def requote(source, evaluate):
    """The text with every figure as it is computed now, what has changed, and what can't be computed."""
    changes, unknown = [], []

    def now(match):
        try:
            said = in_the_manner_of(match["text"], evaluate(match["java"]))
        except (CellExecutionError, InvalidOperation) as failure:
            unknown.append(f"the text says {match['text']}, and {match['java']} can't be computed: {reason(failure)}")
            return match[0]
        if said != match["text"]:
            changes.append(f"the text says {match['text']} where {match['java']} is {said}")
        return said + match[0][len(match["text"]):]

    return QUOTE.sub(now, source), changes, unknown


def reason(failure):
    """What a cell died of: the kernel's own words, which nbclient leaves out where they are long."""
    words = [getattr(failure, "ename", ""), getattr(failure, "evalue", ""), getattr(failure, "traceback", str(failure))]
    return COLORS.sub("", "\n".join(word for word in words if word))


class Kernel:
    """The notebook's kernel, which goes on living after the last cell."""

    def __init__(self, client):
        self.client = client

    def evaluate(self, java):
        cell = nbformat.v4.new_code_cell(f"System.out.println({java});")
        # nbclient puts a cell that it executes into its notebook, at the place that it is told.
        cells = self.client.nb.cells
        cells.append(cell)
        try:
            self.client.execute_cell(cell, len(cells) - 1)
        finally:
            cells.pop()
        return "".join(output.get("text", "") for output in cell.outputs).strip()


def shown(cell):
    """What a cell shows, as text; a figure by what it is drawn from."""
    seen = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            seen.append(f"{output.name}: {output.text}")
        elif output.output_type == "error":
            seen.append(f"{output.ename}: {output.evalue}")
        else:
            data = output.data
            seen.append(data.get("text/plain") or "")
            # Its pixels change with a font.
            if "image/png" in data:
                seen.append("figure " + output.metadata.get("image/png", {}).get("drawn", "that is not known"))
    return "\n".join(part for part in seen if part).strip()


def first_difference(before, after):
    for old, new in zip(before.splitlines() + [""], after.splitlines() + [""]):
        if old != new:
            return f"it showed {old[:300]!r} and shows {new[:300]!r}"
    return "it shows more or fewer lines than before"


def execute(path, keep):
    notebook = nbformat.read(path, as_version=4)
    before = [shown(cell) for cell in notebook.cells]
    changes, unknown = [], []
    client = NotebookClient(
        notebook, timeout=600, kernel_name="facet", resources={"metadata": {"path": str(path.parent)}}
    )
    with client.setup_kernel():
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            start = time.monotonic()
            client.execute_cell(cell, index)
            cell.metadata.pop("execution", None)
            first = cell.source.strip().splitlines()[0]
            print(f"  [{cell.execution_count}] {time.monotonic() - start:5.1f} s  {first[:80]}", flush=True)
            if VOLATILE not in cell.metadata.get("tags", []) and shown(cell) != before[index]:
                difference = first_difference(before[index], shown(cell))
                changes.append(f"cell [{cell.execution_count}] shows something else: {difference}")
        kernel = Kernel(client)
        for cell in list(notebook.cells):
            if cell.cell_type == "markdown":
                cell.source, changed, failed = requote(cell.source, kernel.evaluate)
                changes += changed
                unknown += failed
    if keep:
        nbformat.write(notebook, path)
    return changes, unknown


def main():
    task, path = sys.argv[1], Path(sys.argv[2])
    start = time.monotonic()
    try:
        changes, unknown = execute(path, keep=task == "--run")
    except CellExecutionError as failure:
        sys.exit(f"{path.name}: a cell failed.\n{reason(failure)}")
    for change in changes:
        print(f"  {'changed: ' if task == '--run' else ''}{change}")
    for failure in unknown:
        print(f"  {failure}")
    if unknown:
        sys.exit(f"{path.name} states what can't be computed.")
    if changes and task == "--check":
        sys.exit(f"{path.name} is no longer what is computed. ./facet notebook --run brings it up to date.")
    print(f"  {path.name}: executed in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
