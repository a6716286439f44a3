"""MkDocs hook: fenced blocks ```tls-shutdown are played and show what happened.

    ```tls-shutdown step=1
    client SSL_shutdown => 0 SSL_ERROR_SYSCALL
    server SSL_read 100
    ```

A page gets a drawing, a transcript and, if a site is given, the component <tls-shutdown>. If a call
returns something else than the script says, the build fails with file and line.

In mkdocs.yml, with this file beside it:

    hooks:
      - tls_shutdown.py
    extra:
      tls_shutdown:
        site: https://HOST/         # of a playground; leave it out for drawings and transcripts alone
        command: path/to/block      # go build -o block ./scenarios/cmd/block
"""

import json
import os
import re
import subprocess

from mkdocs.exceptions import PluginError

# What stands in the Markdown for each block of a page, until that is HTML. Nothing is indented,
# quoted or escaped in it, so blocks may be in lists and admonitions.
MARK = "tlsshutdownblock{}endofblock"


def on_page_markdown(markdown, page, config, files):
    file = page.file.abs_src_path
    options = config["extra"].get("tls_shutdown", {})
    request = {
        "file": os.path.relpath(file),
        "line": first_line(file, markdown),
        "document": markdown,
        "site": options.get("site", ""),
    }
    lines = markdown.split("\n")
    page.tls_shutdown = play(options.get("command", "block"), request) if "tls-shutdown" in markdown else []
    for number, block in reversed(list(enumerate(page.tls_shutdown))):
        start, end = block["line"] - request["line"], block["end"] - request["line"] + 1
        fence = lines[start]
        before = fence[: len(fence) - len(fence.lstrip(" \t>"))]
        if before != fence and fence[len(before)] not in "`~":  # the block begins beside a bullet
            before = fence[: min(at for at in (fence.find("```"), fence.find("~~~")) if at >= 0)]
        lines[start:end] = [before + MARK.format(number), ">" * before.count(">")]
        if before.strip(" \t>") == "":
            lines.insert(start, before.rstrip())
    return "\n".join(lines)


def on_page_content(html, page, config, files):
    for number, block in enumerate(page.tls_shutdown):
        mark = MARK.format(number)
        if html.count(mark) != 1:
            raise PluginError(f"{page.file.src_path}:{block['line']}: Python-Markdown takes this block for something else; indent it by a multiple of four")
        html = re.sub(rf"<p>\s*{mark}\s*</p>|{mark}", lambda match: block["html"], html)
    return html


def on_post_page(output, page, config):
    site = config["extra"].get("tls_shutdown", {}).get("site", "")
    if not site or not getattr(page, "tls_shutdown", None):
        return output
    return output.replace("</head>", f'<script src="{site.rstrip("/")}/embed.js" defer></script>\n</head>', 1)


def first_line(file, markdown):
    """The line of the file at which the text begins that MkDocs has read after the front matter."""
    with open(file, encoding="utf-8-sig") as f:
        text = f.read()
    return text.count("\n") - markdown.count("\n") + 1 if text.endswith(markdown) else 1


def play(command, request):
    try:
        done = subprocess.run([command], input=json.dumps(request), capture_output=True, encoding="utf-8")
    except OSError as error:
        raise PluginError(f"extra.tls_shutdown.command: {error}") from error
    if done.returncode != 0:
        raise PluginError(done.stderr.strip())
    return json.loads(done.stdout)
