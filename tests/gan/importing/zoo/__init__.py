"""Generators as other people write them, trained for real on small pictures, and the files that they would have saved."""
