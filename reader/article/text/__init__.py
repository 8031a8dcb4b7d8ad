"""What holds for the text of every article: safe characters, decoding, language, dates, kinds of lines."""
