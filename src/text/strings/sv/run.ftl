# The run floor, in Swedish.
