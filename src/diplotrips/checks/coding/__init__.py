"""Several coders of the same source: `readings` puts side by side what each wrote down, `reliability` tells how far they agree."""
