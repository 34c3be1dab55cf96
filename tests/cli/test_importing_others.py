"""Other journals come in whole, once, or not at all.

`tests/data/jrnl` was written by jrnl 4.6: the same three entries as plain text, as a
folder of days and as JSON. The slow test writes them anew.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Wj
from tests.program import ROOT, guarded

JRNL = ROOT / "tests" / "data" / "jrnl"
FORMS = ("journal.txt", "folder", "journal.json")


def entries(wj: Wj) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(wj.ok("export", "--format", "json"))[
        "entry"
    ]
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_journal_of_jrnl_comes_in(wj: Wj, form: str) -> None:
    assert wj.ok("import", str(JRNL / form)).startswith("brought in 3 things")
    visit, call, thought = entries(wj)
    assert visit["written_at"].startswith("2026-02-27T09:30:00+")
    assert visit["body"] == (
        "Supplier visit *.\n\nWalked the floor.\n\n- kiln two is cold\n"
        "- [draft] nobody knew the price\n\n[not a date] stays text"
    )
    assert call["body"].endswith("I listed our awards. @ego")
    assert thought["body"].startswith("Überlegung.\n\nGrüße, naïve 田中さん")
    assert json.loads(wj.ok("export", "--format", "json"))["moment"] == []


def test_every_form_of_it_is_the_same(wj: Wj) -> None:
    wj.ok("import", str(JRNL / FORMS[0]))
    before = wj.ok("export", "--format", "json")
    for form in FORMS:
        answer = wj("import", str(JRNL / form))
        assert (answer.code, answer.out) == (0, "")
        assert "3 things there already." in answer.err
    assert wj.ok("export", "--format", "json") == before
    wj.ok("undo")
    assert entries(wj) == []


def test_what_is_not_understood_is_told_with_its_line(wj: Wj, tmp_path: Path) -> None:
    file = tmp_path / "j.txt"
    file.write_text(
        "[2026-02-27 09:30] One\n\n[2026-99-99 10:00] never\n\x07x\n"
        "[2026-02-28 09:30]\n"
    )
    answer = wj("import", str(file), "--from", "jrnl")
    assert answer.code == 0
    assert "j.txt, line 3: no date in it; kept as text." in answer.err
    assert "j.txt, line 5: there are no words in it; left out." in answer.err
    assert "1 control character removed." in answer.err
    (one,) = entries(wj)
    assert one["body"] == "One\n\n[2026-99-99 10:00] never\nx"


DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "0F" * 16, "creationDate": "2026-02-27T20:30:00Z",
            "timeZone": "Asia/Tokyo", "text": "# Kiln\n\n1\\. cold",
            "tags": ["work", "kiln"], "photos": [{"identifier": "a"}],
        },
        {"uuid": "1F" * 16, "creationDate": "2026-02-28T20:30:00Z", "text": "alone",
         "timeZone": "Mars/Base"},
        {"uuid": "2F" * 16, "creationDate": "soon", "text": "x"},
        {"uuid": "3F" * 16, "creationDate": "2026-02-28T20:30:00Z", "text": " "},
        7,
    ],
}  # fmt: skip


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.json", text)
    return data.getvalue()


def test_a_journal_of_day_one_comes_in_from_its_zip(wj: Wj, tmp_path: Path) -> None:
    text = json.dumps(DAY_ONE)
    plain, packed = tmp_path / "Journal.json", tmp_path / "export.zip"
    plain.write_text(text)
    packed.write_bytes(zipped(Journal=text))
    answer = wj("import", str(packed))
    assert answer.out.startswith("brought in 2 things")
    for said in (
        "Journal.json, entry 3: no date", "entry 4: there are no words",
        "entry 5: no date", "1 picture, sound or file left outside",
    ):  # fmt: skip
        assert said in answer.err, said
    kiln, alone = entries(wj)
    assert kiln["written_at"] == "2026-02-28T05:30:00+09:00"
    assert kiln["body"] == "# Kiln\n\n1\\. cold\n\nTags: work, kiln"
    assert alone["body"] == "alone"
    assert "2 things there already." in wj("import", str(plain)).err


TABLE = (
    "Subject;With;Date;When over;How;Note\r\n"
    'Van hire;Dana;2026-02-03;2026-02-05;agreed;"\'=1+1, she said"\r\n'
    "Kiln;Marsh;3 Feb 2026;;;\r\n"
    "Nobody;;2026-02-03;;;\r\n"
    "No day;Sam;whenever;;;\r\n"
)
MAP = "title=Subject,person=with,opened=Date,closed=When over,outcome=How,text=Note"


def test_a_table_comes_in_by_its_columns(story: Wj, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(TABLE)
    answer = story("import", str(file), "--map", MAP)
    assert answer.code == 0, answer
    for said in (
        "line 4: nobody is named in it; left out.",
        'line 5: "whenever" is no date.', "line 5: no date in it; left out.",
    ):  # fmt: skip
        assert said in answer.err, said
    document = json.loads(story.ok("export", "--format", "json"))
    found = {deal["title"]: deal for deal in document["negotiation"]}
    assert {"Van hire", "Kiln"} <= found.keys()
    people = {one["id"]: one["name"] for one in document["counterparty"]}
    assert sorted(people.values()) == ["Dana", "Marsh"]
    van = found["Van hire"]
    assert (van["opened_on"], van["closed_on"]) == ("2026-02-03", "2026-02-05")
    (entry,) = [e for e in document["entry"] if e["negotiation_id"] == van["id"]]
    assert entry["body"] == "=1+1, she said"
    before = story.ok("export", "--format", "json")
    assert "4 things there already." in story("import", str(file), "--map", MAP).err
    assert story.ok("export", "--format", "json") == before


def test_its_own_table_is_known_by_its_ids(story: Wj, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    story.ok("export", "--format", "csv", "-o", str(file))
    before = story.ok("export", "--format", "json")
    answer = story("import", str(file))
    assert (answer.code, answer.out) == (0, "")
    assert story.ok("export", "--format", "json") == before


def test_free_entries_come_from_a_table_without_titles(wj: Wj, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("date,text\n2026-02-03T09:15,One\n2026-02-03,Two\n2026-02-03,\n")
    assert "line 4" in wj("import", str(file)).err
    times = {entry["body"]: entry["written_at"][11:16] for entry in entries(wj)}
    assert times == {"One": "09:15", "Two": "12:00"}


DEEP = "[" * 100_000
LONG = json.dumps(
    {"entries": [{"title": "x" * 1_100_000, "body": "", "date": "2026-02-03",
                  "time": "10:00"}]}
)  # fmt: skip
YAML = "!!python/object/apply:os.system ['touch pwned']\n"
LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("deep.json", DEEP.encode(), 65),
        ("long.json", LONG.encode(), 2),
        ("tag.yaml", YAML.encode(), 65),
        ("laughs.yaml", LAUGHS.encode(), 65),
        ("empty.json", b"", 65),
        ("list.json", b"[1, 2]", 65),
        ("none.json", b'{"entries": []}', 65),
        ("binary.txt", b"\xff\xfe\x00", 66),
        ("torn.zip", zipped(a="{}")[:40], 65),
        ("other.zip", zipped(a="[]"), 65),
        ("empty.zip", b"PK\x03\x04", 65),
        ("heads.csv", b"one,two\n1,2\n", 2),
        ("open.csv", b'title,person,date\n"open', 65),
        ("outcome.csv", b"title,person,date,outcome\na,b,2026-02-03,lost\n", 65),
        ("long.csv", f"title,person,date\n{'x' * 99},b,2026-02-03\n".encode(), 65),
    ],
)
def test_what_is_hostile_brings_nothing_in(
    story: Wj, tmp_path: Path, name: str, data: bytes, code: int
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    before = story.ok("export", "--format", "json")
    answer = story("import", str(file))
    assert (answer.code, answer.out) == (code, ""), answer
    assert answer.err.count("\n") == 1, answer
    assert story.ok("export", "--format", "json") == before


def test_a_file_that_never_ends_is_not_read(wj: Wj, tmp_path: Path) -> None:
    huge, pipe = tmp_path / "huge.json", tmp_path / "pipe"
    with huge.open("wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(pipe)
    for path, said in ((huge, "256 MiB"), (pipe, "no file"), ("/dev/zero", "no file")):
        answer = wj("import", str(path))
        assert answer.code == 66
        assert said in answer.err
        assert answer.err.count("\n") == 1


def test_a_zip_that_says_too_little_is_not_believed(wj: Wj, tmp_path: Path) -> None:
    from winjournal.domain.errors import DamagedJournal
    from winjournal.exchange.from_day_one import documents_in_zip

    with pytest.raises(DamagedJournal, match="too much"):
        list(documents_in_zip(zipped(a=" " * 100_000), 50_000))


def test_columns_are_for_tables_only(wj: Wj) -> None:
    args = ["import", str(JRNL / "journal.txt"), "--map"]
    assert wj(*args, "title=x").code == 2
    assert wj(*args, "mood=x", "--from", "csv").code == 2


def test_a_count_is_shown_on_a_terminal(wj: Wj, tmp_path: Path) -> None:
    file = tmp_path / "j.txt"
    heads = (
        f"[2026-02-{day:02} 09:{n:02}] {n}\n" for day in range(1, 9) for n in range(20)
    )
    file.write_text("".join(heads))
    said = wj("import", str(file), terminal=True).err
    assert "\r100 of 160\r160 of 160\r" in said.replace(" \r", "\r")
    assert "of 160" not in wj("-j", "other", "import", str(file)).err


@pytest.mark.slow
def test_the_recorded_files_are_what_jrnl_writes(wj: Wj, tmp_path: Path) -> None:
    """Needs the package index: jrnl comes into an environment of its own."""
    place = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin/pip"), "install", "-q", "jrnl==4.6"]
    # the one program that may open a socket: pip, in this slow test
    free = {name: os.environ[name] for name in os.environ if name not in guarded()}
    if subprocess.run(pip, capture_output=True, check=False, env=free).returncode:
        pytest.skip("jrnl cannot be installed here")
    config, text, folder = tmp_path / "jrnl.yaml", tmp_path / "j.txt", tmp_path / "days"
    folder.mkdir()
    config.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\n"
        "default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\n"
        "highlight: false\nindent_character: '|'\nlinewrap: 79\ntagsymbols: '@'\n"
        "template: false\ntimeformat: '%Y-%m-%d %I:%M:%S %p'\nversion: v4.6\n"
        f"journals:\n  default: {{journal: {text}}}\n  days: {{journal: {folder}/}}\n"
    )
    jrnl = [str(place / "bin/jrnl"), "--config-file", str(config)]
    said = (
        "2026-03-04 15:00: Call with @Dana about the renewal. She asked for 2 years; "
        "I listed our awards. @ego",
        "2026-02-27 09:30: Supplier visit *.\nWalked the floor.\n\n- kiln two is cold\n"
        "- [draft] nobody knew the price\n\n[not a date] stays text\n",
        "2026-03-04 18:05: Überlegung. Grüße, naïve 田中さん 🙂",
    )
    for name in ("default", "days"):
        for words in said:
            subprocess.run(
                [*jrnl, name], input=words, text=True, check=True, capture_output=True
            )
    out = subprocess.run(
        [*jrnl, "--format", "json"], text=True, check=True, capture_output=True
    ).stdout
    (tmp_path / "j.json").write_text(out)
    assert text.read_text() == (JRNL / "journal.txt").read_text()
    wj.ok("import", str(JRNL / "journal.txt"))
    for path in (text, folder, tmp_path / "j.json"):
        assert "3 things there already." in wj("import", str(path)).err
