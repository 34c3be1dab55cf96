"""The actions that look after the journal as a file; by the palette alone."""

from __future__ import annotations

from winjournal.ui.command import APP, ROOM, Command, at


def _care(id_: str, word: str, title: str, sentence: str) -> Command:
    return Command(
        id=id_,
        keys="",
        word=word,
        title=title,
        help=sentence,
        places=at(APP),
        shown_in=at(ROOM),
    )


CARE = (
    _care("backups", "backups", "Backups",
          "Lists the backups of this journal, to put one back."),
    _care("back_up", "backup", "Make a backup",
          "Copies the journal beside itself, and reads the copy again."),
    _care("empty_trash", "trash", "Empty the trash",
          "Lets go for good of what undo could bring back; asks first."),
    _care("purge", "purge", "Purge",
          "Takes this negotiation or person out for good; asks first."),
    _care("check_journal", "check", "Check the journal",
          "Reads the whole journal, and says whether it is as it was written."),
    _care("rescue", "rescue", "Rescue the journal",
          "Writes all of it to a new file, where its own was moved or replaced."),
)  # fmt: skip
"""Every one of them is a verb of the shell too, but for the rescue."""
