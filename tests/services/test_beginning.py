"""A preparation as a template begins it."""

from __future__ import annotations

import pytest

from winjournal.domain.templates import BUILT_IN, Template
from winjournal.domain.terms import FairBasis, Terms, Unit
from winjournal.services.beginning import begun_by
from winjournal.services.journal import Journal
from winjournal.services.prep import prep_of


@pytest.mark.parametrize("one", BUILT_IN, ids=lambda one: one.name)
def test_what_comes_with_the_program_can_be_written(
    journal: Journal, one: Template
) -> None:
    prep = begun_by(one, title="A talk", person="Dana", currency="USD")
    deal = journal.deals.create(prep)
    held = prep_of(journal.deals.read(deal.id))
    assert (held.kind, held.sphere) == (one.kind, one.sphere)
    assert [(c.text, c.weight) for c in held.my_criteria] == list(one.my_criteria)
    assert [item.text for item in held.value_items] == list(one.value_items)
    assert [gap.text for gap in held.information_gaps] == list(one.gaps)
    assert held.terms.currency == ("USD" if one.unit is Unit.MONEY else None)
    assert held.ego_risk == one.sting


def test_a_template_that_says_nothing_leaves_all_blank() -> None:
    prep = begun_by(Template(name="x", fair_basis=FairBasis.COST), currency="USD")
    assert prep.terms == Terms()
    assert prep.my_criteria == ()
