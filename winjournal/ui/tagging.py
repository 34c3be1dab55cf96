"""Choosing a tag, and keeping tags of one's own: add, rename, merge, archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.own_tags import label_of, similar_tags, slug_of
from winjournal.domain.tags import TAXONOMY, Actor, Step
from winjournal.services.saying import say_count
from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from winjournal.domain.own_tags import OwnTag
    from winjournal.services.own_tags import TagRow
    from winjournal.ui.app import WinJournalApp

    Chosen = Callable[[str | None], None]

ADD = "+"
"""The answer that is no tag: one more of one's own."""

_STEPS = {
    Step.TRUST: "acts that build or break trust",
    Step.WINNING: "what winning is, and whether it stays",
    Step.VALUE: "what one brings, and the facts",
    Step.SHARE: "what is rightfully whose",
    Step.EGO: "ego, and leaving",
    Step.INTERESTS: "the other side's interests",
}


def choose_tag(app: WinJournalApp, actor: Actor, chosen: Chosen) -> None:
    """Ask for one of all tags, or for a new one of one's own."""
    title = "What they did" if actor is Actor.THEM else "What I did"
    pick_tag(app, title, chosen)


def pick_tag(app: WinJournalApp, title: str, chosen: Chosen) -> None:
    """Ask for one of all tags, found by label, words or slug; each step's own last.

    Args:
        app: The application.
        title: What is asked.
        chosen: Gets the slug, or None where it was left.
    """

    def taken(slug: str | None) -> None:
        if slug == ADD:
            add_tag(app, chosen)
        else:
            chosen(slug)

    app.push_screen(ChooseModal(title, _choices(app.own_tags)), taken)


def add_tag(app: WinJournalApp, chosen: Chosen = lambda _: None) -> None:
    """Ask for a name and a step, and add the tag.

    Args:
        app: The application.
        chosen: Gets the new slug, or None where it was left.
    """

    def named(name: str | None) -> None:
        if name is None:
            chosen(None)
            return
        steps = [Choice(step, step.value, aside) for step, aside in _STEPS.items()]
        title = f"Under which step stands @{slug_of(name)}?"
        app.push_screen(ChooseModal(title, steps), lambda step: under(name, step))

    def under(name: str, step: str | None) -> None:
        if step is None:
            chosen(None)
        else:
            app.desk.ask(lambda j: j.tags.add(name, Step(step)), added)

    def added(tag: OwnTag) -> None:
        app.own_slugs = app.own_slugs | {tag.slug}
        app.done(f"@{tag.slug} is a tag of yours.")
        chosen(tag.slug)

    app.push_screen(_name_line(app, "A tag of your own"), named)


def manage_tags(app: WinJournalApp) -> None:
    """List one's own tags, and ask what is to be done with one of them."""
    app.desk.ask(lambda j: j.tags.rows(), lambda rows: _list(app, rows))


def _list(app: WinJournalApp, rows: Sequence[TagRow]) -> None:
    choices = [
        Choice(row.tag.slug, f"@{row.tag.slug}", _aside(row), also=row.tag.label)
        for row in rows
    ]
    choices.append(Choice(ADD, "Add a tag", "of your own, under a step"))

    def taken(slug: str | None) -> None:
        if slug == ADD:
            add_tag(app)
        elif slug is not None:
            row = next(row for row in rows if row.tag.slug == slug)
            _ask_what(app, row.tag, [r.tag.slug for r in rows if r is not row])

    app.push_screen(ChooseModal("Tags of your own", choices), taken)


def _ask_what(app: WinJournalApp, tag: OwnTag, others: Sequence[str]) -> None:
    archived = tag.archived_at is not None
    choices = [
        Choice("rename", "Rename", "its marks follow"),
        *(
            [Choice("merge", "Merge into another", "its marks follow")]
            if others
            else []
        ),
        Choice("restore", "Offer again", "in the picker")
        if archived
        else Choice("archive", "Archive", "its marks stay; it is offered no longer"),
    ]

    def do(what: str | None) -> None:
        if what == "rename":
            _rename(app, tag)
        elif what == "merge":
            _merge(app, tag, others)
        elif what == "archive":
            app.desk.ask(
                lambda j: j.tags.archive(tag.slug),
                lambda _: app.done(f"@{tag.slug} is archived."),
            )
        elif what == "restore":
            app.desk.ask(
                lambda j: j.tags.restore(tag.slug),
                lambda _: app.done(f"@{tag.slug} is offered again."),
            )

    app.push_screen(ChooseModal(f"What about @{tag.slug}?", choices), do)


def _rename(app: WinJournalApp, tag: OwnTag) -> None:
    def named(name: str | None) -> None:
        if name is not None:
            app.desk.ask(
                lambda j: j.tags.rename(tag.slug, name),
                lambda new: app.done(f"@{tag.slug} is @{new.slug} now."),
            )

    app.push_screen(_name_line(app, f"Another name for @{tag.slug}", tag.slug), named)


def _merge(app: WinJournalApp, tag: OwnTag, others: Sequence[str]) -> None:
    def taken(into: str | None) -> None:
        if into is not None:
            app.desk.ask(
                lambda j: j.tags.merge(tag.slug, into),
                lambda kept: app.done(f"@{tag.slug} is part of @{kept.slug}."),
            )

    choices = [Choice(slug, f"@{slug}") for slug in others]
    app.push_screen(ChooseModal(f"Merge @{tag.slug} into", choices), taken)


def _name_line(app: WinJournalApp, title: str, value: str = "") -> LineModal:
    def echo(text: str) -> str:
        name = slug_of(text)
        near = similar_tags(name, app.own_slugs - {value})
        like = f"   like {' and '.join('@' + slug for slug in near)}" if near else ""
        return f"@{name}{like}"

    def check(text: str) -> str | None:
        from winjournal.domain.errors import Invalid
        from winjournal.domain.own_tags import OwnTag

        name = slug_of(text)
        try:
            OwnTag(id="", slug=name, label=label_of(name), step=Step.TRUST).check()
        except Invalid as error:
            return str(error)
        taken = name in app.own_slugs and name != value
        return f"@{name} is a tag of yours already." if taken else None

    return LineModal(
        title, value=value, placeholder="price-talk", echo=echo, check=check
    )


def _choices(own: Sequence[OwnTag]) -> list[Choice]:
    """Return every tag that is offered, one's own after those of their step."""
    choices = []
    for step in Step:
        choices += [
            Choice(tag.slug, tag.label, tag.definition, also=tag.slug)
            for tag in TAXONOMY
            if tag.step is step
        ]
        choices += [
            Choice(tag.slug, tag.label, f"@{tag.slug}, your own")
            for tag in own
            if tag.step is step and tag.archived_at is None
        ]
    return [*choices, Choice(ADD, "A tag of your own", "add one under a step")]


def _aside(row: TagRow) -> str:
    archived = ", archived" if row.tag.archived_at else ""
    return f"{row.tag.step}, {say_count(row.uses, 'mark')}{archived}"
