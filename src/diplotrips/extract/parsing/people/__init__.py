"""The people whom an article names, with offices and affiliations; `inventory.find_people` is what others call."""
