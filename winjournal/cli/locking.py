"""`wj init`, `encrypt`, `decrypt`, `passphrase`: whether a journal is encrypted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.output import Span
from winjournal.domain.errors import CannotCreate, NoJournal
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.services.conversion import Converted

_NO_WAY_BACK = (
    "Nobody can open it without the passphrase: if it is lost, so is the journal."
)


def add_init(parser: ArgumentParser) -> None:
    """Add the options of `wj init`."""
    parser.add_argument(
        "--encrypt", action="store_true", help="encrypt it under a passphrase"
    )


def run_init(call: Call) -> int:
    """Make an empty journal where there is none.

    Raises:
        CannotCreate: There is something already.
        WinJournalError: It cannot be made, or no passphrase was given.
    """
    from winjournal.locking import make_journal

    if is_there(call.paths.journal):
        raise CannotCreate(
            f"There is something at {call.paths.journal} already.",
            "wj encrypt encrypts a journal that is there.",
        )
    passphrase = None
    if call.args.encrypt:
        call.out.note(_NO_WAY_BACK)
        passphrase = call.passphrases.new()
    made = make_journal(call.paths.journal, passphrase)
    call.out.line("encrypted  " if call.args.encrypt else "made  ", str(made))
    return 0


def add_encrypt(parser: ArgumentParser) -> None:
    """Add the options of `wj encrypt`."""
    _add_copies(parser, "plain copies")


def run_encrypt(call: Call) -> int:
    """Encrypt a plain journal.

    Raises:
        NoJournal: There is none.
        Conflict: It is encrypted already.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.locking import encrypt, is_encrypted

    _check_there(call)
    passphrase = ""
    if not is_encrypted(call.paths.journal):
        call.out.note(_NO_WAY_BACK)
        passphrase = call.passphrases.new()
    done = encrypt(call.paths.journal, passphrase, call.now)
    call.out.line("encrypted  ", str(done.path))
    _offer(call, done, "can be read by whoever gets at them")
    return 0


def run_decrypt(call: Call) -> int:
    """Make an encrypted journal plain.

    Raises:
        NoJournal: There is none.
        Conflict: It is plain already.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.locking import decrypt

    _check_there(call)
    done = decrypt(call.paths.journal, call.now)
    call.out.line("decrypted  ", str(done.path))
    call.out.note(
        "Whoever gets at the file can read it now, and each copy that is made of it."
    )
    if done.older:
        copies = say_count(len(done.older), "copy is", "copies are")
        call.out.note(
            f"{copies} still encrypted, under the passphrase of then,"
            f" in {done.backup.parent}."
        )
    return 0


def add_passphrase(parser: ArgumentParser) -> None:
    """Add the options of `wj passphrase`."""
    _add_copies(parser, "copies under the old passphrase")


def run_passphrase(call: Call) -> int:
    """Give an encrypted journal another passphrase.

    Raises:
        NoJournal: There is none.
        Conflict: It is not encrypted.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.locking import change_passphrase, is_encrypted, unlock

    _check_there(call)
    passphrase = ""
    if is_encrypted(call.paths.journal):
        unlock(call.paths.journal)
        passphrase = call.passphrases.new()
    done = change_passphrase(call.paths.journal, passphrase, call.now)
    call.out.line("changed  ", str(done.path))
    _offer(call, done, "still open with an old passphrase, or with none")
    return 0


def _check_there(call: Call) -> None:
    if not is_there(call.paths.journal):
        raise NoJournal(
            f"There is no journal at {call.paths.journal} yet.",
            "wj init --encrypt makes one.",
        )


def _add_copies(parser: ArgumentParser, what: str) -> None:
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--remove-copies", action="store_true", help=f"remove the {what} unasked"
    )
    choice.add_argument(
        "--keep-copies", action="store_true", help=f"keep the {what} unasked"
    )


def _offer(call: Call, done: Converted, why: str) -> None:
    """Say which copies are left in the old form, and remove them where that is wished.

    Undo cannot bring them back, so nothing goes without a word from the user; a new
    copy is made before.
    """
    from winjournal.locking import remove_copies

    count = say_count(len(done.older), "copy", "copies")
    call.out.note(f"{count} in {done.backup.parent} {why}:")
    for copy in done.older:
        call.out.note(f"  {copy.name}")
    if not call.args.remove_copies and not _wants_them_gone(call):
        call.out.note("They were kept. wj help encrypt tells how to have them removed.")
        return
    made = remove_copies(done, call.now)
    call.out.line("removed  ", Span(count, "faint"))
    call.out.note(f"A new copy is {made}.")
    call.out.note("A disk may keep what was removed until it is written over.")


def _wants_them_gone(call: Call) -> bool:
    if call.args.keep_copies or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write("Remove them? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
