"""Latentarium's window: ``python main.py [MODEL, RUN or FOLDER OF PICTURES]``."""

import sys

from app.application import main

if __name__ == "__main__":
    sys.exit(main())
