"""`python -m diplotrips`: the command line, where no script is installed."""

from diplotrips.cli import main

if __name__ == "__main__":
    main()
