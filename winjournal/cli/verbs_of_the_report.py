"""The verbs of the report, and of what is said back to it."""

from __future__ import annotations

from winjournal.cli.verb import Verb

OF_THE_REPORT = (
    Verb(
        name="character",
        does="show what the negotiations of a period say, with the evidence",
        usage="[PERIOD...] [--where STEP]",
        module="character",
        examples=('wj character "last 90 days" --plain', "wj character --where ego"),
        most=None,
        reads=True,
    ),
    Verb(
        name="agree",
        does="agree with a statement of the report; that stands beside it",
        usage="STEP [--over PERIOD]",
        module="answering",
        examples=("wj agree ego", "wj agree share --over q3"),
        most=None,
    ),
    Verb(
        name="contest",
        does="contest a statement of the report; the reason stands beside it",
        usage="STEP REASON... [--over PERIOD]",
        module="answering",
        examples=(
            "wj contest share they asked me to set the price",
            'wj contest ego "I tagged it to learn" --over 2026',
        ),
        most=None,
    ),
)
