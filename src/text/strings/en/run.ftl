# The run floor, in English.
