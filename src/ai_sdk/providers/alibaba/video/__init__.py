"""Videos on Alibaba Cloud."""
