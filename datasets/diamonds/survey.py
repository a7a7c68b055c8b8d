"""Counts what is in the stones and what is wrong with them: the table that README.md quotes."""

import pathlib

CUTS = ("Fair", "Good", "Very Good", "Premium", "Ideal")
COLORS = ("J", "I", "H", "G", "F", "E", "D")
CLARITIES = ("I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF")
GRADES = {"cut": CUTS, "color": COLORS, "clarity": CLARITIES}
NUMBERS = ("carat", "depth", "table", "price", "x", "y", "z")
COLLECTION = "diamonds.csv"


def unreadable(s):
    return any(s[n] is None for n in NUMBERS) or any(s[g] not in GRADES[g] for g in GRADES)


def weightless(s):
    return not 0 < s["carat"] <= 100


def flat(s):
    return min(s["x"], s["y"], s["z"]) <= 0


def depth_error(s):
    """Points between the stated depth and the one that x, y and z give."""
    return 0 if flat(s) else abs(s["depth"] - 100 * s["z"] / ((s["x"] + s["y"]) / 2))


def wrong_depth(s):
    return depth_error(s) > 10


def wrong_weight(s):
    return not flat(s) and not 0.003 <= s["carat"] / (s["x"] * s["y"] * s["z"]) <= 0.010


def out_of_round(s):
    return not flat(s) and not 0.97 <= s["y"] / s["x"] <= 1.03


def refused(s):
    return any(rule(s) for rule in (weightless, flat, wrong_depth, wrong_weight))


FINDINGS = {
    "without an appraisal (price -1)": lambda s: s["price"] == -1,
    "refused: carat not within (0, 100]": weightless,
    "refused: x, y or z is 0": flat,
    "refused: stated depth over 10 points off": wrong_depth,
    "refused: carat/(x*y*z) not within .003-.010": wrong_weight,
    "refused for any of these four": refused,
    "odd: stated depth 1 to 10 points off": lambda s: 1 < depth_error(s) <= 10,
    "odd: y/x not within .97-1.03": out_of_round,
    "odd: depth not within 55-70": lambda s: not 55 <= s["depth"] <= 70,
    "odd: table not within 50-70": lambda s: not 50 <= s["table"] <= 70,
    "rare: 2 ct and above": lambda s: s["carat"] >= 2,
    "near the price limit: above $18,000": lambda s: s["price"] > 18000,
}


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def read(header, fields):
    stone = dict(zip(header, fields))
    return {name: number(text) if name in NUMBERS else text for name, text in stone.items()}


def span(stones, name):
    values = [s[name] for s in stones if s["price"] != -1]
    return f"{min(values):g}-{max(values):g}"


def nine(header, fields):
    return tuple(text for name, text in zip(header, fields) if name != "price")


def column(header, rows, collection):
    """One file's column of the table, top to bottom."""
    everything = [read(header, fields) for fields in rows]
    stones = [s for s in everything if not unreadable(s)]
    nines = [nine(header, fields) for fields in rows]
    known = {nine(header, fields) for fields in collection}
    yield len(rows)
    yield len(rows) - len({tuple(fields) for fields in rows})
    yield len(nines) - len(set(nines))
    yield "" if rows is collection else sum(stone in known for stone in nines)
    yield len(everything) - len(stones)
    for finding in FINDINGS.values():
        yield sum(map(finding, stones))
    for name in NUMBERS:
        yield span(stones, name)


def table(header, files):
    labels = ["stones", "row repeats an earlier one", "nine features repeat an earlier stone's"]
    labels += ["nine features are those of one in the collection"]
    labels += ["unreadable: value missing, no number, unknown grade", *FINDINGS]
    labels += [f"{name}, least-most" for name in NUMBERS]
    collection = files[COLLECTION]
    names = [pathlib.PurePosixPath(name).stem for name in files]
    columns = [list(column(header, rows, collection)) for rows in files.values()]
    lines = [f"{'':52}" + "".join(f"{name:>12}" for name in names)]
    for label, *cells in zip(labels, *columns):
        texts = [f"{cell:,}" if isinstance(cell, int) else cell for cell in cells]
        lines.append(f"{label:52}" + "".join(f"{text:>12}" for text in texts))
    return "\n".join(line.rstrip() for line in lines)
