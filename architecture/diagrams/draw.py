"""Renders each diagram to SVG: ./facet architecture draw [FOLDER]. The same source gives the same bytes."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
D2 = pathlib.Path(os.environ["FACET_TOOLS"]) / "d2"
CLOSE_TOGETHER = ("--layout=elk", "--elk-nodeNodeBetweenLayers=25", "--elk-edgeNodeBetweenLayers=20",
                  "--elk-padding=[top=40,left=25,bottom=25,right=25]")


def sources():
    return sorted(file for file in HERE.glob("*.d2") if file.stem != "style")


def draw(source, folder):
    drawn = folder / f"{source.stem}.svg"
    subprocess.run([D2, *CLOSE_TOGETHER, str(source), str(drawn)], check=True, capture_output=True)
    drawn.chmod(0o644)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for source in sources():
        draw(source, folder)
        print(f"  drawn     {folder / source.stem}.svg")
