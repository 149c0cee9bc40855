"""What a run reports of its findings: `selection` by code, family or name, and `baseline` those that are known already."""
