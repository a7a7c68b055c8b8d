"""Links, and commands that are quoted."""

import json
import re

import documents
from commands import wrong_command
from skeleton import DEPLOY, HERE, OVERLAYS, Check, overlay, running_service


class Documents(Check):

    def test_links_lead_somewhere(self):
        self.assert_none(wrong for document in documents.all_documents() for wrong in documents.broken_links(document))

    def test_headings_and_files_that_the_skeleton_names_exist(self):
        named = 0
        for file in sorted(DEPLOY.rglob("*")):
            if file.suffix in (".tf", ".yaml", ".yml", ".sql", ".md"):
                for document, anchor in re.findall(r"\b([\w-]+\.md)#([\w-]+)", file.read_text()):
                    self.assertIn(anchor, documents.anchors(HERE / document), file.name)
                    named += 1
                for number in re.findall(r"decisions/(\d\d)\b", file.read_text()):
                    self.assertTrue(list((HERE / "decisions").glob(f"{number}-*.md")), file.name)
        self.assertGreater(named, 15)

    def test_commands_exist(self):
        lines = [line for document in documents.all_documents() for line in documents.quoted_lines(document)]
        self.assertGreater(len(lines), 20)
        self.assert_none(wrong for line in lines for wrong in wrong_command(line))

    def test_what_kubectl_is_told_of_exists(self):
        names = {(each["kind"].lower(), each["metadata"]["name"]) for name in OVERLAYS for each in overlay(name)}
        short = {"deploy": "deployment", "svc": "service", "cm": "configmap"}
        for document in documents.all_documents():
            for line in documents.quoted_lines(document):
                for kind, name in re.findall(r"(?<=\s)([a-z]+)/([a-z-]+)(?=\s|$)", line if line.startswith("kubectl") else ""):
                    self.assertIn((short.get(kind, kind), name), names, line)

    def test_what_curl_asks_is_a_route(self):
        facet = running_service()
        routes = json.loads(facet.status("/v3/api-docs")[1])["paths"]
        asked = 0
        for document in documents.all_documents():
            for line in documents.quoted_lines(document):
                for path in re.findall(r"https?://[^/\s\"]+(/[\w/{}.-]+)", line if line.startswith("curl") else ""):
                    method = (re.search(r"-X (\w+)", line) or ["", "GET"])[1].lower()
                    known = any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route), path) and method in methods for route, methods in routes.items())
                    self.assertTrue(known or facet.status(path)[0] == 200, line)
                    asked += 1
        self.assertGreater(asked, 1)

    def test_ten_decisions_are_argued(self):
        decisions = sorted((HERE / "decisions").glob("*.md"))
        self.assertEqual([f"{n:02}" for n in range(1, len(decisions) + 1)], [file.name[:2] for file in decisions])
        self.assertGreaterEqual(len(decisions), 10)
        for file in decisions:
            for part in ("## Decided", "## Instead of", "## Costs"):
                self.assertIn(part, file.read_text(), file.name)
