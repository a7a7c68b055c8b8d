#!/usr/bin/env python3
"""Makes damaged/: files as they really arrive, and expected.json, which says what must become of each.

The stones are taken from fresh/2026-09.csv, those in which nothing is odd. What is expected is
written down beside the damage, by hand; no line of it comes from the program that is tested.
README.md beside this script says how to read expected.json.
"""

import argparse
import csv
import io
import json
import pathlib
import sys
import zipfile

import make
import survey

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE / "damaged"
COLUMNS = "carat,cut,color,clarity,depth,table,price,x,y,z".split(",")
FEW = 40  # stones in a file whose damage is in its form or in single rows
MANY = 200  # stones in a file that is judged by all its prices
FIRST = 2  # the line of the first stone


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def dense(stone):
    """Weight and volume fit as they nearly always do; a stone outside is odd."""
    s = survey.read(stone.keys(), stone.values())
    return 0.0055 <= s["carat"] / (s["x"] * s["y"] * s["z"]) <= 0.0068


def sound(stone):
    s = survey.read(stone.keys(), stone.values())
    findings = [rule(s) for name, rule in survey.FINDINGS.items() if name[:4] in ("refu", "odd:")]
    return not any(findings) and dense(stone)


def sound_stones(count, start=0, keep=lambda stone: True):
    """Copies, so that every file may damage its own."""
    stones = [s for s in read("fresh/2026-09.csv") if sound(s) and keep(s)]
    return [dict(s) for s in stones[start : start + count]]


def text(stones, columns=COLUMNS, separator=",", end="\n", header=True):
    lines = [separator.join(columns)] if header else []
    lines += [separator.join(s[name] for name in columns) for s in stones]
    return "".join(line + end for line in lines)


def line(place):
    """The line of a file in which the stone at this place of a list stands."""
    return FIRST + place


class Expected:
    """What must become of a file; a row is named by its line."""

    def __init__(self, damage, content, says=()):
        self.content = content.encode("utf-8") if isinstance(content, str) else content
        self.outcome = {"damage": damage, "verdict": "accepted", "because": [], "says": list(says)}

    def counts(self, rows, bad=(), unappraised=0, duplicates=0, superseded=0):
        """`bad`: (line, column, rule) of everything for which a row is set aside."""
        aside = len({where for where, _, _ in bad})
        self.outcome |= {
            "rows": rows,
            "accepted": rows - aside - unappraised - duplicates - superseded,
            "set_aside": aside,
            "unappraised": unappraised,
            "duplicates": duplicates,
            "superseded": superseded,
            "bad": [{"line": at, "column": column, "rule": rule} for at, column, rule in bad],
        }
        return self

    def warns(self, **lines):
        """Lines by rule; 0 stands for the file as a whole."""
        self.outcome["warnings"] = lines
        return self

    def refused(self, *rules, by_champion=False):
        """`by_champion`: without one to compare prices with, nothing is wrong."""
        self.outcome |= {"verdict": "refused", "because": sorted(rules)}
        return self.champion() if by_champion else self

    def champion(self):
        self.outcome["needs_champion"] = True
        return self


def no_stones(damage, content, *says):
    return Expected(damage, content, says).refused("not_a_stone_file")


# Files that look odd and are fine.


def sound_file():
    return Expected("none", text(sound_stones(FEW))).counts(FEW)


def bom_and_crlf():
    content = "\ufeff" + text(sound_stones(FEW), end="\r\n")
    return Expected("none: byte order mark and CRLF, as Excel saves it", content).counts(FEW)


def other_order():
    stones = sound_stones(FEW)
    for place, stone in enumerate(stones):
        stone["note"] = f'"lot {place}, from Antwerp\nby train"'
    content = text(stones, ["note", *reversed(COLUMNS)]).replace("carat", " CARAT ", 1)
    made = Expected("none: columns in another order, one of the user's own", content, ["note"])
    return made.counts(FEW).warns(unread_columns=[0])


def blank_lines():
    content = text(sound_stones(FEW)).replace("\n", "\n\n")
    return Expected("none: a blank line after every line", content).counts(FEW)


def other_case():
    stones = sound_stones(FEW)
    for stone in stones:
        stone |= {"cut": stone["cut"].upper(), "clarity": f" {stone['clarity'].lower()} "}
    return Expected("none: grades in capitals, with blanks", text(stones)).counts(FEW)


# Files that are no table of stones.


def empty():
    return no_stones("no byte in it", "", "is empty")


def header_only():
    made = Expected("a header and no row", text([]))
    return made.refused("no_rows").counts(0)


def missing_column():
    columns = [name for name in COLUMNS if name != "clarity"]
    return no_stones("no column clarity", text(sound_stones(FEW), columns), "missing: clarity")


def renamed_column():
    content = text(sound_stones(FEW)).replace("carat", "weight", 1)
    return no_stones("the column carat is called weight", content, "missing: carat", "weight")


def no_price_column():
    columns = [name for name in COLUMNS if name != "price"]
    return no_stones("no column price", text(sound_stones(FEW), columns), "price")


def column_twice():
    content = text(sound_stones(FEW), [*COLUMNS, "depth"])
    return no_stones("the column depth stands there twice", content, "depth stands there twice")


def no_header():
    content = text(sound_stones(FEW), header=False)
    return no_stones("no header", content, "first line must name the columns")


def title_above_header():
    content = "Appraisals of September\n" + text(sound_stones(FEW))
    return no_stones("a title above the header", content, "Appraisals of September")


def semicolons():
    stones = sound_stones(FEW)
    content = text(stones, separator=";").replace(".", ",")
    return no_stones("semicolons and decimal commas, as a German Excel saves it", content, '";"')


def tabs():
    return no_stones("tabs for commas", text(sound_stones(FEW), separator="\t"), "tabs")


def utf_16():
    content = ("\ufeff" + text(sound_stones(FEW))).encode("utf-16-le")
    return no_stones('UTF-16, as "Unicode text" of Excel', content, "UTF-16")


def latin_1():
    stones = sound_stones(FEW)
    for stone in stones:
        stone["seller"] = "Müller & Söhne"
    content = text(stones, [*COLUMNS, "seller"]).encode("latin-1")
    return no_stones("Latin-1", content, "UTF-8")


def nul_bytes():
    content = text(sound_stones(FEW)).encode()
    middle = len(content) // 2
    content = content[:middle] + bytes(512) + content[middle + 512 :]
    return no_stones("512 NUL bytes, as a full disk leaves them", content, "not text")


def workbook():
    """An .xlsx is a zip; nobody will look further than its first bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        entry = zipfile.ZipInfo("xl/worksheets/sheet1.xml", (2026, 9, 1, 0, 0, 0))
        zipped.writestr(entry, "<worksheet/>")
    return no_stones("an Excel workbook named .csv", packed.getvalue(), "not text")


def login_page():
    content = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body>…</body></html>\n"
    return no_stones("a web page that was saved in place of the file", content, "<!DOCTYPE html>")


def open_quote():
    content = text(sound_stones(FEW)).replace("Ideal", '"Ideal', 1)
    return no_stones("a quote that nobody closes", content, "quote")


# Rows that can't be read.


def cut_off():
    content = text(sound_stones(FEW))[:-25]
    bad = [(line(FEW - 1), "row", "cells")]
    made = Expected("the last line breaks off", content)
    return made.counts(FEW, bad).warns(cut_off=[line(FEW - 1)])


def cut_off_in_a_number():
    content = text(sound_stones(FEW))[:-1]
    made = Expected("the last line has all its cells and no end", content)
    return made.counts(FEW).warns(cut_off=[line(FEW - 1)])


def cells():
    lines = text(sound_stones(FEW)).splitlines()
    lines[4] += ",,"
    lines[8] = lines[8].rsplit(",", 1)[0]
    bad = [(5, "row", "cells"), (9, "row", "cells")]
    made = Expected("one row has cells too many, one too few", "\n".join(lines) + "\n")
    return made.counts(FEW, bad)


def decimal_commas():
    stones = sound_stones(FEW)
    content = text([{name: f'"{v.replace(".", ",")}"' for name, v in s.items()} for s in stones])
    made = Expected("decimal commas, in quotes", content, ["decimals with a point"])
    return made.refused("too_many_bad_rows")


def bare_decimal_commas():
    content = text([{name: v.replace(".", ",") for name, v in s.items()} for s in sound_stones(FEW)])
    made = Expected("decimal commas without quotes, so that cells break", content, ["cells"])
    return made.refused("too_many_bad_rows")


def missing_values():
    stones = sound_stones(FEW)
    stones[3]["carat"] = ""
    stones[7]["cut"] = "  "
    stones[11] |= {"x": "n/a", "y": "-", "z": "#VALUE!"}
    stones[15]["table"] = "NaN"
    bad = [(line(3), "carat", "missing"), (line(7), "cut", "missing"), (line(15), "table", "number")]
    bad += [(line(11), name, "number") for name in "xyz"]
    return Expected("cells empty or filled with words", text(stones)).counts(FEW, sorted(bad))


def misspelt_grades():
    stones = sound_stones(FEW)
    wrong = {1: ("cut", "Idael"), 4: ("cut", "VeryGood"), 9: ("color", "K"), 13: ("color", "E-F")}
    wrong |= {21: ("clarity", "VS-1"), 30: ("clarity", "VVS3")}
    for place, (name, grade) in wrong.items():
        stones[place][name] = grade
    bad = [(line(place), name, "grade") for place, (name, _) in wrong.items()]
    says = ["VeryGood", "Very Good"]
    return Expected("grades misspelt or of no scale", text(stones), says).counts(FEW, bad)


def other_grade_words():
    stones = sound_stones(FEW)
    for stone in stones:
        stone["cut"] = stone["cut"].replace("Ideal", "Excellent")
    made = Expected("a laboratory's word, Excellent, for Ideal", text(stones), ["Excellent"])
    return made.refused("too_many_bad_rows")


def wrong_prices():
    stones = sound_stones(FEW)
    for place, price in {2: "0", 6: "-500", 10: "on request", 14: '"3,649"', 18: "1e400"}.items():
        stones[place]["price"] = price
    bad = [(line(place), "price", "price") for place in (2, 6, 10, 14, 18)]
    return Expected("prices that are none", text(stones)).counts(FEW, bad)


def prices_as_text():
    stones = sound_stones(FEW)
    for stone in stones:
        stone["price"] = f'"${int(stone["price"]):,}"'
    made = Expected("prices as a spreadsheet shows them: $3,649", text(stones), ["$"])
    return made.refused("too_many_bad_rows")


# Stones that can't be.


def zero_dimensions():
    stones = sound_stones(FEW)
    stones[5] |= {"x": "0", "y": "0", "z": "0"}
    stones[12]["z"] = "0.0"
    stones[20]["carat"] = "0"
    bad = [(line(5), name, "dimension") for name in "xyz"]
    bad += [(line(12), "z", "dimension"), (line(20), "carat", "weight")]
    return Expected("weight or dimensions 0", text(stones)).counts(FEW, bad)


def negative_dimensions():
    stones = sound_stones(FEW)
    stones[5]["y"] = "-" + stones[5]["y"]
    stones[12]["carat"] = "-" + stones[12]["carat"]
    bad = [(line(5), "y", "dimension"), (line(12), "carat", "weight")]
    return Expected("weight or dimensions below 0", text(stones)).counts(FEW, bad)


def scaled(stones, factor, *names):
    for stone in stones:
        for name in names:
            stone[name] = f"{float(stone[name]) * factor:.4g}"


def weights_in_mg():
    stones = sound_stones(FEW)
    scaled(stones, 200, "carat")
    made = Expected("all weights in milligrams", text(stones), ["milligrams"])
    return made.refused("too_many_bad_rows")


def dimensions_in_inches():
    stones = sound_stones(FEW)
    scaled(stones, 1 / 25.4, "x", "y", "z")
    made = Expected("all dimensions in inches", text(stones), ["inches"])
    return made.refused("too_many_bad_rows")


def units():
    stones = sound_stones(FEW, keep=lambda s: 0.5 <= float(s["carat"]) <= 0.95)
    scaled([stones[3]], 200, "carat")
    scaled([stones[8]], 100, "carat")
    scaled([stones[13]], 0.2, "carat")
    scaled([stones[18]], 0.1, "x", "y", "z")
    scaled([stones[23]], 1 / 25.4, "x", "y", "z")
    bad = [(line(3), "carat", "weight"), (line(8), "carat", "weight_fit")]
    bad += [(line(place), "carat", "weight_fit") for place in (13, 18, 23)]
    says = ["milligrams", "points", "grams", "centimetres", "inches"]
    made = Expected("single rows in other units", text(stones), says)
    return made.counts(FEW, bad)


def swapped_dimensions():
    stones = sound_stones(FEW)
    for place in (6, 16):
        stones[place]["x"], stones[place]["z"] = stones[place]["z"], stones[place]["x"]
    bad = [(line(place), "depth", "depth_fit") for place in (6, 16)]
    says = ["x and z were swapped"]
    return Expected("x and z swapped in two rows", text(stones), says).counts(FEW, bad)


def swapped_columns():
    stones = sound_stones(FEW, keep=lambda s: 1.5 < abs(float(s["depth"]) - float(s["table"])) < 9)
    for stone in stones:
        stone["depth"], stone["table"] = stone["table"], stone["depth"]
    made = Expected("depth and table swapped in all rows", text(stones), ["depth and table"])
    return made.refused("columns_mixed_up")


def measured_depth(stone):
    return 200 * float(stone["z"]) / (float(stone["x"]) + float(stone["y"]))


def odd_stones():
    stones = sound_stones(3 * FEW)
    stones[4]["table"] = "95"
    stones[9]["depth"] = f"{float(stones[9]['depth']) + 4:.1f}"
    stones[14]["y"] = f"{float(stones[14]['x']) * 1.05:.2f}"
    stones[14]["depth"] = f"{measured_depth(stones[14]):.1f}"
    stones[19]["carat"] = f"{float(stones[19]['carat']) * 1.2:.2f}"
    made = Expected("possible stones that hardly anybody has seen", text(stones))
    return made.counts(3 * FEW).warns(
        odd_table=[line(4)],
        odd_depth_fit=[line(9)],
        odd_outline=[line(14)],
        odd_weight_fit=[line(19)],
    )


# Shares.


def misspelt(share):
    stones = sound_stones(100)
    for stone in stones[:share]:
        stone["color"] = "Q"
    return stones, [(line(place), "color", "grade") for place in range(share)]


def a_fifth_bad():
    stones, bad = misspelt(20)
    return Expected("20 of 100 rows can't be used", text(stones)).counts(100, bad)


def too_many_bad():
    stones, bad = misspelt(21)
    made = Expected("21 of 100 rows can't be used", text(stones), ["21 of 100"])
    return made.refused("too_many_bad_rows").counts(100, bad)


def unappraised():
    stones = sound_stones(FEW)
    for stone in stones[5:25]:
        stone["price"] = "-1"
    stones[30]["price"] = ""
    made = Expected("none: the expert had no time for 21 stones", text(stones))
    return made.counts(FEW, unappraised=21)


def nobody_appraised():
    stones = sound_stones(FEW)
    for stone in stones:
        stone["price"] = "-1"
    made = Expected("a list of stones that nobody appraised", text(stones))
    return made.refused("nothing_appraised").counts(FEW, unappraised=FEW)


# Stones that come twice.


def duplicates():
    stones = sound_stones(FEW)
    content = text([*stones, stones[3], stones[3], stones[17]])
    made = Expected("three rows repeat an earlier one", content)
    return made.counts(FEW + 3, duplicates=3).warns(
        duplicate=[line(FEW), line(FEW + 1), line(FEW + 2)]
    )


def exported_twice():
    content = text(sound_stones(FEW) * 2)
    made = Expected("every row stands there twice", content)
    again = [line(FEW + place) for place in range(FEW)]
    return made.counts(2 * FEW, duplicates=FEW).warns(duplicate=again)


def reappraisals():
    stones = sound_stones(FEW)
    newer = [dict(stones[place]) for place in (8, 21)]
    for stone in newer:
        stone["price"] = str(round(int(stone["price"]) * 1.03))
    content = text([*stones, *newer])
    made = Expected("two stones come again with a newer price", content)
    return made.counts(FEW + 2, superseded=2).warns(reappraised=[line(FEW), line(FEW + 1)])


def known_stones():
    """Five of the collection again, two of them with a newer price, and new ones."""
    known = [dict(s) for s in read("diamonds.csv") if s["price"] != "-1" and sound(s)][:5]
    for stone in known[:2]:
        stone["price"] = str(round(int(stone["price"]) * 1.03))
    made = Expected("stones of the collection come again", text([*known, *sound_stones(FEW)]))
    made.counts(FEW + 5, duplicates=3)
    made.warns(reappraised=[2, 3], duplicate=[4, 5, 6])
    return made.champion()


def nothing_new():
    known = [dict(s) for s in read("diamonds.csv") if s["price"] != "-1" and sound(s)][:FEW]
    made = Expected("stones of the collection and no other", text(known))
    made.counts(FEW, duplicates=FEW)
    made.warns(duplicate=[line(place) for place in range(FEW)], nothing_new=[0])
    return made.champion()


# Prices that only somebody who knows prices can judge.


def priced(damage, says, price, *rules):
    """All prices as `price` makes them from a stone and its place; by these rules at least."""
    stones = sound_stones(MANY)
    prices = [str(round(price(stones, place))) for place in range(MANY)]
    for stone, changed in zip(stones, prices):
        stone["price"] = changed
    return Expected(damage, text(stones), says).refused(*rules, by_champion=True)


def usd(stones, place):
    return int(stones[place]["price"])


def in_euro():
    price = lambda stones, place: usd(stones, place) * 0.68
    return priced("prices in euro of 2008", ["another currency"], price, "price_level")


def in_rupees():
    price = lambda stones, place: usd(stones, place) * 43
    rules = ("price_level", "prices_scattered", "too_many_bad_rows")
    return priced("prices in rupees of 2008", ["another currency"], price, *rules)


def in_cents():
    price = lambda stones, place: usd(stones, place) * 100
    rules = ("price_level", "prices_scattered", "too_many_bad_rows")
    return priced("prices in cents", ["cents"], price, *rules)


def a_quarter_in_rupees():
    price = lambda stones, place: usd(stones, place) * (43 if place % 4 == 0 else 1)
    return priced("every fourth price in rupees", [], price, "too_many_bad_rows")


def half_in_euro():
    price = lambda stones, place: usd(stones, place) * (0.6 if place % 2 else 1)
    damage = "every other price in a currency of which one buys $1.67"
    return priced(damage, [], price, "prices_scattered")


def per_carat():
    price = lambda stones, place: usd(stones, place) / float(stones[place]["carat"])
    return priced("prices per carat", [], price, "prices_scattered")


def shifted_prices():
    price = lambda stones, place: usd(stones, place - 1)
    rules = ("prices_scattered", "too_many_bad_rows")
    return priced("every price stands one row too low", [], price, *rules)


def a_tenth_up():
    """Not damage: a market may move. Somebody should look all the same."""
    stones = sound_stones(MANY)
    for stone in stones:
        stone["price"] = str(round(int(stone["price"]) * 1.12))
    made = Expected("all prices 12 % higher", text(stones)).counts(MANY)
    return made.warns(price_level_odd=[0]).champion()


def slipped_digits():
    stones = sound_stones(MANY)
    places = (10, 50, 90, 130)
    for place in places:
        price = stones[place]["price"]
        stones[place]["price"] = price + "0" if place < 60 else price[:-1]
    bad = [(line(place), "price", "price_far") for place in places]
    made = Expected("a digit too many or too few in four prices", text(stones), ["digit"])
    return made.counts(MANY, bad).champion()


FILES = {
    "sound": sound_file,
    "bom-and-crlf": bom_and_crlf,
    "other-order": other_order,
    "blank-lines": blank_lines,
    "other-case": other_case,
    "empty": empty,
    "header-only": header_only,
    "missing-column": missing_column,
    "renamed-column": renamed_column,
    "no-price-column": no_price_column,
    "column-twice": column_twice,
    "no-header": no_header,
    "title-above-header": title_above_header,
    "semicolons": semicolons,
    "tabs": tabs,
    "utf-16": utf_16,
    "latin-1": latin_1,
    "nul-bytes": nul_bytes,
    "workbook": workbook,
    "login-page": login_page,
    "open-quote": open_quote,
    "cut-off": cut_off,
    "cut-off-in-a-number": cut_off_in_a_number,
    "cells": cells,
    "decimal-commas": decimal_commas,
    "bare-decimal-commas": bare_decimal_commas,
    "missing-values": missing_values,
    "misspelt-grades": misspelt_grades,
    "other-grade-words": other_grade_words,
    "wrong-prices": wrong_prices,
    "prices-as-text": prices_as_text,
    "zero-dimensions": zero_dimensions,
    "negative-dimensions": negative_dimensions,
    "weights-in-mg": weights_in_mg,
    "dimensions-in-inches": dimensions_in_inches,
    "units": units,
    "swapped-dimensions": swapped_dimensions,
    "swapped-columns": swapped_columns,
    "odd-stones": odd_stones,
    "a-fifth-bad": a_fifth_bad,
    "too-many-bad": too_many_bad,
    "unappraised": unappraised,
    "nobody-appraised": nobody_appraised,
    "duplicates": duplicates,
    "exported-twice": exported_twice,
    "reappraisals": reappraisals,
    "known-stones": known_stones,
    "nothing-new": nothing_new,
    "prices-in-euro": in_euro,
    "prices-in-rupees": in_rupees,
    "prices-in-cents": in_cents,
    "a-quarter-in-rupees": a_quarter_in_rupees,
    "half-in-euro": half_in_euro,
    "prices-per-carat": per_carat,
    "shifted-prices": shifted_prices,
    "a-tenth-up": a_tenth_up,
    "slipped-digits": slipped_digits,
}


def everything():
    """The content of every file in damaged/ by its name."""
    made = {f"{name}.csv": damaged() for name, damaged in FILES.items()}
    outcomes = {name: expected.outcome for name, expected in made.items()}
    rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(of)}" for name, of in outcomes.items())
    files = {name: expected.content for name, expected in made.items()}
    return files | {"expected.json": f"{{\n{rows}\n}}\n".encode("utf-8")}


def check(files):
    wrong = False
    for name, content in files.items():
        found = make.difference(FOLDER / name, content)
        wrong = wrong or found is not None
        if found:
            make.say(f"damaged/{name}: {found}")
    strangers = {path.name for path in FOLDER.glob("*")} - files.keys()
    for name in sorted(strangers):
        make.say(f"damaged/{name}: this script doesn't make it")
    if not wrong and not strangers:
        make.say(f"damaged/: {len(files)} files as made")
    return 1 if wrong or strangers else 0


def main():
    parser = argparse.ArgumentParser(description="Without an option: writes damaged/.")
    parser.add_argument(
        "--check",
        action="store_true",
        help="compare byte for byte with what lies here; exit 1 if anything differs",
    )
    asked = parser.parse_args()
    try:
        files = everything()
        if asked.check:
            return check(files)
        for name, content in files.items():
            make.write(FOLDER / name, content)
        make.say(f"damaged/: {len(files)} files")
        return 0
    except (make.Refusal, OSError) as problem:
        make.say(f"damage.py: {problem}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
