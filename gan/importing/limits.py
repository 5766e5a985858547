"""How large and how slow a file may be, and what the two processes agree on."""

LARGEST_FILE = 2**29
"""Bytes of a file that is read."""
LARGEST_ARRAYS = 2**29
"""Bytes of all arrays of a file, as they are handed on: four for a floating number, eight for a whole one."""
MOST_ARRAYS = 20_000
MOST_VALUES = 10_000
"""Numbers and texts beside arrays; more are left out."""
DEEPEST = 32
"""Dicts and lists within each other."""
MOST_DIMENSIONS = 8
LONGEST_NAME = 500
"""Characters of a key, and of a text that is kept."""
LARGEST_HEADER = 2**26
"""Bytes of what a file says of its arrays; what the child process says of them may be as long."""

MEMORY = 2**30
"""Bytes of the child process."""
SECONDS = 10
"""How long a file may take, its transfer included."""
LENGTH_BYTES = 8
"""The answer of the child process begins with the length of its header, little endian."""
