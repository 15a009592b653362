-- What the search has taken up; of the text itself the words alone are kept, for the text is in the articles.
CREATE TABLE indexed_articles (article text NOT NULL PRIMARY KEY, hash text NOT NULL);

CREATE TABLE indexed_sections (article text NOT NULL, unit integer NOT NULL, hash text NOT NULL, words tsvector NOT NULL, PRIMARY KEY (article, unit));
CREATE INDEX indexed_sections_words ON indexed_sections USING gin (words);
