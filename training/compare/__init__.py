"""Which claims of two articles are one statement: the weights, and the events that they are fitted on."""
