"""Who he and she are: the weights of the pronoun model."""
