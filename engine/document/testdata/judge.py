"""Reads a JSON list of documents and prints, for each, the blocks that docutils finds."""

import json
import sys
import warnings

from docutils.frontend import OptionParser
from docutils.parsers.rst import Directive, Parser, directives
from docutils.utils import new_document


class Block(Directive):
    has_content = True
    option_spec = {name: directives.unchanged for name in ("controls", "mode", "name", "step", "theme", "title")}
    found = []

    def run(self):
        text = "".join(line + "\n" for line in self.content)
        Block.found.append({"Line": self.lineno, "Options": self.options, "Text": text})
        return []


directives.register_directive("tls-shutdown", Block)
warnings.simplefilter("ignore")
settings = OptionParser(components=(Parser,)).get_default_values()
settings.report_level, settings.halt_level = 5, 6
settings.file_insertion_enabled = settings.raw_enabled = False

results = []
for text in json.load(sys.stdin):
    Block.found = []
    tree = new_document("document", settings)
    levels = [0]
    tree.reporter.attach_observer(lambda message: levels.append(message["level"]))
    Parser().parse(text, tree)
    results.append({"Blocks": Block.found, "Worst": max(levels)})
json.dump(results, sys.stdout)
