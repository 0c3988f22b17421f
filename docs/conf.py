"""How the site is built: `uv run sphinx-build -n -W docs build/situs`. Everything it needs lies in the repository."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "alat"))

project = "ektp"
author = "Para penyusun ektp"
project_copyright = "para penyusun ektp"
language = "id"
extensions = ["myst_parser", "sphinx_design", "sphinx.ext.autodoc"]
exclude_patterns = ["alat"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "ektp"
html_static_path = ["_gaya"]
html_css_files = ["cetak.css"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "footer_icons": [],
    "top_of_page_buttons": [],
    # No font is fetched: an office's line is slow, and nothing of a reader goes elsewhere.
    "light_css_variables": {"font-stack": "Segoe UI, Arial, sans-serif"},
    "dark_css_variables": {"font-stack": "Segoe UI, Arial, sans-serif"},
}
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True
# Names of other projects: the site resolves nothing over the network.
nitpick_ignore_regex = [("py:.*", r"(datetime|collections|decimal|fractions|enum|dateutil|attr|typing)\b.*")]
