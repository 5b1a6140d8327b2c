"""Views of a report: terminal, markdown and one HTML page. They read the JSON lines and judge nothing themselves."""
