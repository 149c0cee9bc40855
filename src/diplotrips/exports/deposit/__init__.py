"""What repositories and journals ask for beside the tables: CSV, a codebook and a README, in plain text that needs no program of ours.

These files are part of the release for which they are asked; the other forms of the tables are written in `diplotrips.exports.release`.
"""
