"""Chat completions on Alibaba Cloud."""
