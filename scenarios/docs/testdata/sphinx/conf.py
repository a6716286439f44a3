import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

project = "Test"
extensions = ["tls_shutdown"]
html_theme = "alabaster"
tls_shutdown_command = os.environ["BLOCK"]
tls_shutdown_site = os.environ.get("SITE", "")
