"""Pages by the user's own templates: text stays text, and mistakes are told."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.exchange.dossiers import acme
from winjournal.domain.errors import DamagedJournal
from winjournal.domain.redaction import Hide, redaction_of
from winjournal.exchange.manner import Manner
from winjournal.exchange.templates import Source, Templates


def written(text: str, *, alone: bool = True, hidden: tuple[Hide, ...] = ()) -> str:
    templates = Templates({"negotiation": Source("negotiation.md", text)})
    people = [acme().counterparty]
    manner = Manner(redaction_of(hidden, lambda: people), templates)
    dossier = acme()
    deal = replace(dossier.negotiation, title="[x](y) *now*", value_case="a\n\n# b")
    return manner.negotiation(replace(dossier, negotiation=deal), 2, alone=alone)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ level|signs }} {{ negotiation.negotiation.title }}",
         "## \\[x\\](y) \\*now\\*\n"),
        ("{{ negotiation.negotiation.value_case|markdown(level) }}", "a\n\n### b\n"),
        ("{{ negotiation.negotiation.planned_for }}{{ negotiation.outcome }}",
         "agreed\n"),
        ("{{ negotiation.negotiation.opened_on.year }}", "2026\n"),
        ("{{ alone }} {{ hidden|join(', ') }}", "yes \n"),
        ("{{ {'title': 'a: b'}|front }}", "---\ntitle: 'a: b'\n---\n"),
        ("{{ negotiation.offers|length > 0 }}", "yes\n"),
        ("{{ negotiation.negotiation.title|cell }}", "\\[x\\](y) \\*now\\*\n"),
        ("{{ negotiation.negotiation.value_case|lines }}", "a\\\n  \\# b\n"),
        ("{{ 0.5 }}{{ negotiation.negotiation.terms.fair_low }}", "0.538000\n"),
    ],
)  # fmt: skip
def test_a_template_writes_the_page(text: str, said: str) -> None:
    assert written(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\n{% for %}", "negotiation.md, line 2: "),
        ("one\n\n{{ negotiation.mood }}", "negotiation.md, line 3: "),
        ("{{ nobody }}", "negotiation.md, line 1: 'nobody' is undefined."),
        ("{{ ''.__class__.__mro__ }}", "negotiation.md, line 1: "),
        ("{{ 1 / 0 }}", "negotiation.md, line 1: division by zero."),
        ("{% include 'other' %}", "negotiation.md"),
        ("{{ range(10000000)|list }}", "negotiation.md, line 1: "),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(DamagedJournal) as told:
        written(text)
    assert told.value.sentence.startswith(said)
    assert "\n" not in str(told.value)


def test_what_is_hidden_never_reaches_a_template() -> None:
    text = "{{ negotiation }} {{ hidden|join(' ') }}"
    name = acme().counterparty.name
    assert name in written(text)
    seen = written(text, hidden=(Hide.NAMES,))
    assert name not in seen
    assert seen.rstrip().endswith("names")


def test_what_has_no_template_is_written_as_ever() -> None:
    manner = Manner(templates=Templates({"entry": Source("entry.md", "x")}))
    assert manner.negotiation(acme(), 1, alone=True) == Manner().negotiation(
        acme(), 1, alone=True
    )


def test_without_a_template_no_engine_is_loaded() -> None:
    code = (
        "import sys, winjournal.exporting, winjournal.cli.exporting;"
        "print('jinja2' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
