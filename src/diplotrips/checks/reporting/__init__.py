"""What a run reports of its findings: `selection` by code, family or name, `baseline` those that are known, `ordering` which first."""
