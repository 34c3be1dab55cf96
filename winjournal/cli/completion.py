"""`wj completion`: the scripts that make a shell ask `wj complete`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from winjournal.cli.call import Call

_BASH = """\
# Completion of wj and winjournal for bash.
_winjournal() {
    local IFS=$'\\n' one
    local -a found
    mapfile -t found < <(command "${COMP_WORDS[0]}" complete bash \\
        "$COMP_LINE" "$COMP_POINT" "$COMP_WORDBREAKS" 2>/dev/null)
    if [[ ${found[0]-} == :files ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
        return
    fi
    COMPREPLY=("${found[@]}")
    for one in "${found[@]}"; do
        [[ $one == *[:/] ]] && compopt -o nospace
    done
}
complete -F _winjournal wj winjournal
"""

_ZSH = """\
#compdef wj winjournal
# Completion of wj and winjournal for zsh.
_winjournal() {
    local line value
    local -a lines whole whole_shown open open_shown
    lines=("${(@f)$(command ${(Q)words[1]} complete zsh \\
        "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    if [[ ${lines[1]} == ':files' ]]; then
        _files
        return
    fi
    for line in $lines; do
        value=${line%%$'\\t'*}
        [[ -n $value ]] || continue
        if [[ $value == *[:/] ]]; then
            open+=("$value")
            open_shown+=("${line//$'\\t'/  -- }")
        else
            whole+=("$value")
            whole_shown+=("${line//$'\\t'/  -- }")
        fi
    done
    (( $#open )) && compadd -U -l -S '' -d open_shown -a open
    (( $#whole )) && compadd -U -l -d whole_shown -a whole
}
if [[ $funcstack[1] == _winjournal ]]; then
    _winjournal "$@"
else
    compdef _winjournal wj winjournal
fi
"""

_FISH = """\
# Completion of wj and winjournal for fish.
function __winjournal_complete
    set -l before (commandline -opc)
    set -l now (commandline -ct)
    if string match -qr '^["\\']' -- "$now"
        set now (string sub -s 2 -- "$now")
    else if set -l plain (string unescape -- "$now" 2>/dev/null)
        set now $plain
    end
    set -l found (command $before[1] complete fish $before[2..] "$now" 2>/dev/null)
    if test "$found[1]" = :files
        __fish_complete_path "$now"
    else
        printf '%s\\n' $found
    end
end
complete -c wj -f -a '(__winjournal_complete)'
complete -c winjournal -f -a '(__winjournal_complete)'
"""

_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def run_completion(call: Call) -> int:
    """Print the script for one shell.

    Raises:
        NotUnderstood: No shell was named, or one that is not known.
    """
    shell = call.words[0] if call.words else ""
    if shell not in _SCRIPTS:
        known = ", ".join(_SCRIPTS)
        said = f"{quoted(shell)} is no shell known here." if shell else "Which shell?"
        raise NotUnderstood(said, f"There are scripts for {known}.")
    call.out.text(_SCRIPTS[shell])
    return 0
