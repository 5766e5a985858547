#!/bin/sh
# Makes the virtual environment $1 with the first Python >= 3.11 that is found.
set -u

for candidate in ${PYTHON_FOR_VENV:-} python3.13 python3.12 python3.11 python3 python python3.14; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    found=$candidate
    break
done

if [ -z "${found:-}" ]; then
    echo "Latentarium needs Python 3.11 or newer, and none was found. On Debian: apt-get install python3 python3-venv" >&2
    exit 1
fi
if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 &&
        apt-get update >/dev/null 2>&1 && apt-get install -y "python$version-venv" >/dev/null 2>&1; then
        echo "Installed python$version-venv."
    else
        echo "$found cannot make virtual environments. On Debian: sudo apt-get install python$version-venv" >&2
        exit 1
    fi
fi
rm -rf "$1"
"$found" -m venv "$1" || { rm -rf "$1"; exit 1; }
