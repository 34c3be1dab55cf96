"""What a user can do with tags of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import Invalid, NotFound
from winjournal.domain.moments import Moment
from winjournal.domain.own_tags import OwnTag, label_of, similar_tags, slug_of

if TYPE_CHECKING:
    from winjournal.domain.tags import Step
    from winjournal.services.ports import Clock, Ids, Reader, Store, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """One own tag, and how many moments carry it."""

    tag: OwnTag
    uses: int = 0


class OwnTags:
    """Add, rename, merge and archive tags; they never enter a step's counts."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def all(self) -> tuple[OwnTag, ...]:
        """Return every own tag by step and name, also the archived ones."""
        with self._store.read() as reader:
            return own_tags(reader)

    def rows(self) -> tuple[TagRow, ...]:
        """Return every own tag with its uses, by step and name; the archived last."""
        with self._store.views() as views:
            uses = dict(views.tags_used())
        rows = [TagRow(tag=tag, uses=uses.get(tag.slug, 0)) for tag in self.all()]
        return tuple(sorted(rows, key=lambda row: row.tag.archived_at is not None))

    def similar(self, slug: str) -> tuple[str, ...]:
        """Return tags, of the taxonomy or one's own, whose names are nearly this."""
        return similar_tags(slug_of(slug), (tag.slug for tag in self.all()))

    def add(self, slug: str, step: Step, label: str = "") -> OwnTag:
        """Add a tag under a step.

        Args:
            slug: Its name; blanks become hyphens.
            step: Where it is listed.
            label: A few words; empty takes the name.

        Raises:
            Invalid: The name is taken or none, or the label too long.
        """
        name = slug_of(slug)
        tag = OwnTag(
            id=self._ids.new(self._clock.now()),
            slug=name,
            label=label.strip() or label_of(name),
            step=step,
        )
        tag.check()
        with self._store.write("added the tag", f"@{name}") as writer:
            _free(writer, name)
            writer.put(tag)
            return tag

    def rename(self, slug: str, new: str, label: str = "") -> OwnTag:
        """Give a tag another name, also where it was marked.

        Args:
            slug: Which.
            new: Its new name.
            label: A few words; empty keeps them, or follows the name they came from.

        Raises:
            NotFound: There is no such tag.
            Invalid: The name is taken or none.
        """
        name = slug_of(new)
        with self._store.write("renamed the tag", f"@{slug_of(slug)}") as writer:
            old = _named(writer, slug)
            words = label.strip() or (
                label_of(name) if old.label == label_of(old.slug) else old.label
            )
            tag = replace(old, slug=name, label=words)
            tag.check()
            if name != old.slug:
                _free(writer, name)
                _move(writer, old.slug, name)
            if tag != old:
                writer.put(tag)
            return tag

    def merge(self, slug: str, into: str) -> OwnTag:
        """Make one tag part of another: its marks become the other's, and it goes.

        Both are one's own: a merge never turns own marks into those of a step.

        Raises:
            NotFound: There is no such tag.
            Invalid: It is the same tag twice.
        """
        with self._store.write("merged the tag", f"@{slug_of(slug)}") as writer:
            old, kept = _named(writer, slug), _named(writer, into)
            if old.id == kept.id:
                raise Invalid("slug", "A tag cannot be merged with itself.")
            _move(writer, old.slug, kept.slug)
            writer.remove(old)
            return kept

    def archive(self, slug: str) -> OwnTag:
        """Offer a tag no longer; its marks stay, and it is understood where typed.

        Raises:
            NotFound: There is no such tag.
        """
        with self._store.write("archived the tag", f"@{slug_of(slug)}") as writer:
            old = _named(writer, slug)
            tag = replace(old, archived_at=old.archived_at or self._clock.now())
            if tag != old:
                writer.put(tag)
            return tag

    def restore(self, slug: str) -> OwnTag:
        """Offer an archived tag again.

        Raises:
            NotFound: There is no such tag.
        """
        with self._store.write("offered again the tag", f"@{slug_of(slug)}") as writer:
            old = _named(writer, slug)
            tag = replace(old, archived_at=None)
            if tag != old:
                writer.put(tag)
            return tag


def own_tags(reader: Reader) -> tuple[OwnTag, ...]:
    """Return every own tag, by step and name."""
    return reader.list(OwnTag)


def own_slugs(reader: Reader) -> frozenset[str]:
    """Return the names of the own tags, as lines and filters understand them."""
    return frozenset(tag.slug for tag in own_tags(reader))


def _named(reader: Reader, slug: str) -> OwnTag:
    name = slug_of(slug)
    found = reader.find(OwnTag, slug=name)
    if found is None:
        raise NotFound(f"{quoted(slug)} is no tag of yours.", "wj tag list shows them.")
    return found


def _free(reader: Reader, slug: str) -> None:
    if reader.find(OwnTag, slug=slug) is not None:
        raise Invalid("slug", f"{slug} is a tag of yours already.")


def _move(writer: Writer, old: str, new: str) -> None:
    for moment in writer.list(Moment, tag=old):
        writer.put(replace(moment, tag=new))
