"""What Terraform's azurerm provider accepts, read from the types of its npm package, and what our files say.

`terraform validate` needs the provider's own program, which no package registry has. This finds what it would find
of names: unknown resources, arguments and blocks, missing ones that are required, references to nothing.
"""

import functools
import os
import pathlib
import re

import hcl2

LIBRARY = pathlib.Path(os.environ["FACET_SCHEMAS"]) / "node_modules/@cdktf/provider-azurerm/lib"
META = {"for_each", "count", "depends_on", "lifecycle", "provider", "dynamic", "__is_block__", "__start_line__", "__end_line__"}
MEMBER = re.compile(r"#(\w+) \w+#\w+\}.*?readonly \w+(\??): ([^;]+);", re.DOTALL)


@functools.cache
def interfaces(resource):
    """The arguments of a resource and of each block in it: {interface: {name: (needed, type)}}; None if there is no such resource."""
    file = LIBRARY / resource.removeprefix("azurerm_").replace("_", "-") / "index.d.ts"
    if not file.exists():
        return None
    found = {}
    for name, body in re.findall(r"export interface (\w+)[^{]*\{(.*?)\n\}", file.read_text(), re.DOTALL):
        found[name] = {}
        for member in re.split(r"/\*\*", body)[1:]:
            match = MEMBER.search(member)
            if match:
                found[name][match[1]] = (match[2] == "", match[3])
    return found


@functools.cache
def attributes(resource):
    """What can be read from a resource, in Terraform's spelling."""
    file = LIBRARY / resource.removeprefix("azurerm_").replace("_", "-") / "index.d.ts"
    getters = re.findall(r"\n    get (\w+)\(\)", file.read_text())
    return {re.sub(r"([A-Z]|(?<=[a-z])\d+(?=[A-Z]|$))", lambda m: "_" + m[1].lower(), name) for name in getters} | set(getters)


def wrong(resource, body):
    """What is wrong with the arguments of a resource, each with its path."""
    known = interfaces(resource)
    if known is None:
        return [f"{resource}: there is no such resource"]
    config = next(name for name in known if name.endswith("Config") and "SubConfig" not in name)
    return list(wrong_block(known, config, body, resource))


def wrong_block(known, interface, body, path):
    allowed = known[interface]
    given = dict(body)
    for dynamic in given.pop("dynamic", []):
        for name, inside in dynamic.items():
            given[bare(name)] = inside["content"]
    for name, value in given.items():
        name = bare(name)
        if name in META:
            continue
        if name not in allowed:
            yield f"{path}.{name}: not known"
            continue
        block = re.match(r"(\w+)(\[\])?( \| cdktf\.IResolvable)?$", allowed[name][1])
        inner = block and block[1] in known
        if inner and isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    yield from wrong_block(known, block[1], each, f"{path}.{name}")
    names = {bare(name) for name in given}
    for name, (needed, _) in allowed.items():
        if needed and name not in names:
            yield f"{path}.{name}: missing"


def bare(name):
    name = name.strip('"')
    return "for" if name == "for_" else name


class Folder:
    """All .tf files of a folder."""

    def __init__(self, folder):
        self.text = {file.name: file.read_text() for file in sorted(pathlib.Path(folder).glob("*.tf"))}
        # python-hcl2 takes the argument `for` of an alert for a keyword.
        self.parts = [hcl2.loads(re.sub(r"^(\s+)for( +)=", r"\1for_\2=", text, flags=re.MULTILINE)) for text in self.text.values()]

    def resources(self):
        for part in self.parts:
            for block in part.get("resource", []):
                for kind, named in block.items():
                    for name, body in named.items():
                        yield bare(kind), bare(name), body

    def names(self, kind):
        for part in self.parts:
            for block in part.get(kind, []):
                yield from (bare(name) for name in block if name not in META)

    def dangling(self):
        """References to a resource, attribute, variable or local that isn't there."""
        resources = {(kind, name) for kind, name, _ in self.resources()}
        ephemeral = {(bare(kind), bare(name)) for part in self.parts for block in part.get("ephemeral", []) for kind, named in block.items() for name in named}
        variables, locals_ = set(self.names("variable")), set(self.names("locals"))
        for file, text in self.text.items():
            text = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
            for kind, name, attribute in re.findall(r"(?<!data\.)(?<!ephemeral\.)\b(azurerm_\w+)\.(\w+)(?:\[[^\]]*\])?(?:\.(\w+))?", text):
                if (kind, name) not in resources:
                    yield f"{file}: {kind}.{name} is not there"
                elif attribute and attribute not in attributes(kind):
                    yield f"{file}: {kind}.{name} has no {attribute}"
            yield from (f"{file}: ephemeral.{kind}.{name} is not there" for kind, name in re.findall(r"\bephemeral\.(\w+)\.(\w+)", text) if (kind, name) not in ephemeral)
            yield from (f"{file}: var.{name} is not there" for name in re.findall(r"\bvar\.(\w+)", text) if name not in variables)
            yield from (f"{file}: local.{name} is not there" for name in re.findall(r"\blocal\.(\w+)", text) if name not in locals_)
