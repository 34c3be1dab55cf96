"""The measures: what is counted from the negotiations, and how sure one can be.

One file a measure, M1 to M10 of `docs/measures.md`, over a few files of statistics.
Everything is a pure function of numbers, dates and words; nothing here knows an
entity, a clock or a row. What cannot be known is None, never zero.
"""
