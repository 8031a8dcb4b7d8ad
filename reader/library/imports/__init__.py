"""What other programs kept, read from their own exports: `read_saved` tells them apart by their content."""

from reader.library.imports.reading import FORMS, form_of, read_saved
from reader.library.imports.saved import Passage, Refused, Saved

__all__ = ["FORMS", "Passage", "Refused", "Saved", "form_of", "read_saved"]
