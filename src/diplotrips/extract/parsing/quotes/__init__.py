"""Who is quoted with what: kinds of quotations, sieves for speakers, reported speech; `quotes.find_quotes` is what others call."""
