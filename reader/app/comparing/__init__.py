"""The comparing screen: texts side by side, two editions as one, a quotation beside its record."""
