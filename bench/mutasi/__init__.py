"""Mutation testing of the core: change one constant, comparison, word or order of a rule, and see that a test falls.

`python -m bench.mutasi` runs it; `docs/penjelasan/uji-mutasi.md` says what was measured and explains what survives.
"""
