#!/bin/sh
# Installs what the file $2 requires into the virtual environment $1.
#
# torch from pip's own index brings 6 GB for NVIDIA cards on Linux. Where there is no such card, its build for CPUs is
# taken from PyTorch's index. TORCH_INDEX names another index, such as that of ROCm; empty, pip's own is taken.
set -u

CPU_INDEX=https://download.pytorch.org/whl/cpu

install() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

has_nvidia_card() {
    [ -e /proc/driver/nvidia/version ] || command -v nvidia-smi >/dev/null 2>&1
}

venv=$1
if [ "$(uname -s)" = Linux ] && ! has_nvidia_card; then
    index=${TORCH_INDEX-$CPU_INDEX}
else
    index=${TORCH_INDEX-}
fi
if [ -n "$index" ]; then
    # shellcheck disable=SC2046  # two requirements, two words
    install --no-deps --retries 0 --timeout 15 --index-url "$index" $(grep -E '^torch(vision)?==' requirements.txt) ||
        echo "torch cannot be installed from $index; pip's own index is tried." >&2
fi
install -r "$2"
