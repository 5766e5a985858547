"""Prints what it was started with."""

import sys

if __name__ == "__main__":
    sys.stdout.buffer.write(f"{sys.argv[1:]}\n".encode())
