"""How likely a claim is right, fitted on what the tagger is sure of."""
