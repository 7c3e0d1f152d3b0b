#!/bin/sh
# Makes the fonts of this folder, which every page fetches before it is read, from those of the packages, of which they keep what pages
# use: Latin letters; one weight of Fraunces in all its optical sizes; three of Hanken Grotesk.
# Needs Python's fonttools and brotli: pip install fonttools==4.60.1 brotli==1.1.0
set -eu
cd "$(dirname "$0")"
from=../../../../node_modules/@fontsource-variable
latin='U+20-7E,U+A0-FF,U+131,U+152-153,U+2BC,U+2C6,U+2DA,U+2DC,U+2009-200A,U+2013-2014,U+2018-201A,U+201C-201E,U+2020,U+2022,U+2026,U+202F,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212,U+2215'
subset() { pyftsubset "$1" --unicodes="$2" --layout-features=kern,liga,calt,ccmp,locl,mark,mkmk,tnum,lnum --flavor=woff2 --output-file="$3"; }
part=$(mktemp -d)
trap 'rm -r "$part"' EXIT
fonttools varLib.instancer -q "$from/fraunces/files/fraunces-latin-standard-normal.woff2" wght=400 -o "$part/fraunces.ttf"
fonttools varLib.instancer -q "$from/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2" wght=400:600 -o "$part/hanken.ttf"
subset "$part/fraunces.ttf" "$latin" fraunces-latin.woff2
subset "$part/hanken.ttf" "$latin" hanken-grotesk-latin.woff2
