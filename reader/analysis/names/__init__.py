"""Names of people, organisations and places: by rule, by their titles, in headlines."""
