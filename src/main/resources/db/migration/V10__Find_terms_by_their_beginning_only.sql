-- A text is never asked for its terms: what is looked for within texts is found by whole terms, which the primary key has,
-- and by the text itself. Half of what it takes to write a term went into this index.
alter table term drop index term_text_ix;
