"""Stands in for the process that works a file out: says who it is, and never ends by itself."""

import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    Path(sys.argv[1]).with_suffix(".process").write_text(str(os.getpid()))
    time.sleep(600)
