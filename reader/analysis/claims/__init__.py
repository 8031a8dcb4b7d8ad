"""Who said what: attributions found by the tagger and by rules, merged and made into claims."""
