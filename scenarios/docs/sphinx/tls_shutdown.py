"""Sphinx extension: the directive tls-shutdown plays a script and shows what happened.

    .. tls-shutdown::
       :step: 1

       client SSL_shutdown => 0 SSL_ERROR_SYSCALL
       server SSL_read 100

A page gets a drawing, a transcript and, if a site is given, the component <tls-shutdown>. Other
builders (LaTeX, text, man) get the transcript. If a call returns something else than the script
says, the build fails with file and line.

In conf.py, with this file beside it:

    sys.path.insert(0, os.path.dirname(__file__))
    extensions = ["tls_shutdown"]
    tls_shutdown_site = "https://HOST/"        # of a playground; "" for drawings and transcripts alone
    tls_shutdown_command = "path/to/block"     # go build -o block ./scenarios/cmd/block
"""

import json
import os
import subprocess

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective


class TLSShutdownError(SphinxError):
    category = "tls-shutdown"


class tls_shutdown(nodes.General, nodes.Element):
    """A block. Its child is the transcript, its attribute "html" is what replaces that in a page."""


class TLSShutdown(SphinxDirective):
    has_content = True
    option_spec = {name: directives.unchanged for name in ("controls", "mode", "name", "step", "theme", "title")}

    def run(self):
        file, line = self.get_source_info()
        if self.content:
            file, offset = self.content.info(0)
            line = offset + 1
        request = {
            "file": os.path.relpath(file),
            "line": line,
            "text": "".join(text + "\n" for text in self.content),
            "options": self.options,
            "site": self.config.tls_shutdown_site,
        }
        made = play(self.config.tls_shutdown_command, request)[0]
        node = tls_shutdown("", html=made["html"])
        node += nodes.literal_block(made["text"], made["text"], language="none")
        self.set_source_info(node)
        return [node]


def play(command, request):
    try:
        done = subprocess.run([command], input=json.dumps(request), capture_output=True, encoding="utf-8")
    except OSError as error:
        raise TLSShutdownError(f"tls_shutdown_command: {error}") from error
    if done.returncode != 0:
        raise TLSShutdownError(done.stderr.strip())
    return json.loads(done.stdout)


def visit_html(translator, node):
    translator.body.append(node["html"])
    raise nodes.SkipNode


def visit_children(translator, node):
    pass


def add_component(app, pagename, templatename, context, doctree):
    site = app.config.tls_shutdown_site
    if site and doctree and any(True for _ in doctree.findall(tls_shutdown)):
        app.add_js_file(site.rstrip("/") + "/embed.js", defer="defer")


def setup(app):
    app.add_config_value("tls_shutdown_site", "", "env")
    app.add_config_value("tls_shutdown_command", "block", "")
    children = (visit_children, visit_children)
    app.add_node(tls_shutdown, html=(visit_html, visit_children), latex=children, text=children, man=children, texinfo=children)
    app.add_directive("tls-shutdown", TLSShutdown)
    app.connect("html-page-context", add_component)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
