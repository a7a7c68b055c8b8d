"""The documents: their links, and the commands that they quote."""

import pathlib
import re
import shlex

HERE = pathlib.Path(__file__).resolve().parents[1]
ROOT = HERE.parent


def all_documents():
    return sorted(HERE.rglob("*.md"))


def anchors(document):
    """GitHub's anchors of a document's headings."""
    headings = re.findall(r"^#+ (.+)$", without_code(document.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-") for heading in headings}


def without_code(text):
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def broken_links(document):
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(document.read_text())):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists():
            yield f"{document.name}: {target} is not there"
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            yield f"{document.name}: {target} has no such heading"


def quoted_lines(document):
    """Lines of the document's shell blocks, continued lines joined."""
    for block in re.findall(r"```sh\n(.*?)```", document.read_text(), re.DOTALL):
        for line in re.sub(r"\\\n\s*", " ", block).splitlines():
            if line.strip() and not line.strip().startswith("#"):
                yield line.strip()


def facet_command(line):
    """(words of the command, its long options) of a line that calls facet, else None."""
    match = re.search(r"^(?:\./)?facet ([\w-].*)", line)
    if not match:
        return None
    words = shlex.split(re.sub(r"\$\{\{.*?\}\}", "VALUE", match[1].split("|")[0].split(">")[0].replace(")", " ")), comments=True)
    command = [words[0]]
    if words[:2] == ["models", "register"] or words[0] == "stack-python" or words[:2] in (["keys", "issue"], ["keys", "revoke"], ["keys", "rotate"]):
        command = words[:2]
    return command, [word.split("=")[0] for word in words if word.startswith("--")]
