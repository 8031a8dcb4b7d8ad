"""How likely a claim is right: what the tagger is sure of, its words, its speaker, and claims within others."""
