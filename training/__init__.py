"""How the shipped language model is made: ``python -m training --help`` (see README.md beside this file)."""
