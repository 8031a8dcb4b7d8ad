"""How the shipped tagger was made: corpora to examples, the model, training, export and evaluation."""
