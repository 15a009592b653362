-- What the search has taken up; of the text itself the words alone are kept, for the text is in the articles.
CREATE TABLE indexed_articles (article TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE indexed_sections (id INTEGER PRIMARY KEY, article TEXT NOT NULL, unit INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX indexed_sections_article ON indexed_sections (article);

CREATE VIRTUAL TABLE section_words USING fts5 (
    context, heading, text,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
