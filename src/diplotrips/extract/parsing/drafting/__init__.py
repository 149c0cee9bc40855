"""From what was found to a draft: `extract/parsed/<source-id>.json`, held to the validator that every extractor passes."""
