"""Generators as other people write them, trained for real on small pictures, and the files they would have saved."""
