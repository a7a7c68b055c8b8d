# Commands for developing.
