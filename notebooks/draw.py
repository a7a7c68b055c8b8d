"""Draws a Vega-Lite specification: JSON on standard input, a PNG on standard output."""

import io
import sys

import vl_convert
from PIL import Image

# Twice the pixels that it is shown with, so that it is sharp in print; few colors, so that a notebook stays small.
png = vl_convert.vegalite_to_png(sys.stdin.read(), vl_version="5.21", scale=2, ppi=72)
Image.open(io.BytesIO(png)).convert("RGB").quantize(64).save(sys.stdout.buffer, "PNG", optimize=True)
