"""The tables of the journal: what migrations make, and what they must equal.

Table models of SQLModel check nothing, so the domain checks before and the
CHECK constraints here hold what the domain forbids, whoever writes. The running
program does without them: `store.shapes` says why.
"""

from winjournal.store.tables import deal, kept, later, worth, writing
from winjournal.store.tables.base import Base

metadata = Base.metadata
"""All tables; the modules above have put theirs into it."""

__all__ = ["deal", "kept", "later", "metadata", "worth", "writing"]
