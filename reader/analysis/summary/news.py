"""The trained default: which of an article's sentences would an editor's summary be made of."""

from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer


class News(AbstractSummarizer):  # type: ignore[misc]
    """Ranks by place in the article, until the weights are trained."""

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """As every sumy summariser."""
        places = {sentence: -float(place) for place, sentence in enumerate(document.sentences)}
        return self._get_best_sentences(document.sentences, sentences_count, places)
