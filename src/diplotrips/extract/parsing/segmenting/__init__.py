"""The parts of an article: the folded view, segments, sentences, quotations; `layout.take_apart` is what others call."""
