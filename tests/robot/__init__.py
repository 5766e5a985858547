"""A robot that does anything at all in the whole window, the same for the same seed, and tells what went wrong."""
