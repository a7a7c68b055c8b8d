"""Commands of facet that somebody quotes, against what the command line says of itself."""

import functools
import re

import documents
import service


@functools.cache
def help_of(*command):
    return service.facet(*command, "--help")


def wrong_command(line):
    """What of a line that calls facet doesn't exist: the command, or one of its options."""
    called = documents.facet_command(line)
    if called is None:
        return
    command, options = called
    if command[0] == "stack-python":
        return
    shown = help_of(*command)
    # The command line answers a command that it does not know with its own usage.
    if not re.search(rf"facet {' '.join(command)}\b", shown.stdout):
        yield f"there is no ./facet {' '.join(command)}, in: {line}"
        return
    yield from (f"./facet {' '.join(command)} has no {option}, in: {line}" for option in options
                if option not in ("--help", "--home") and not re.search(rf"{option}\b", shown.stdout))
