"""Recording the HTTP traffic of a test into one file, and answering from that file later."""
