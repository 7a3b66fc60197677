-- Whether a document is held already is asked before each import.
create index source_sha256_ix on source (sha256, id);
