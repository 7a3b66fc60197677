-- Search. A text is analysed once, however many records have it: regulators print the same problems and names over and over.
-- What a text is found by never changes, so only the last of these tables, which says where a text stands, has a history.

create table searched_text (
  id      bigint not null comment 'of a hash of style and text',
  style   varchar(10) not null,
  printed varchar(4000) not null,
  folded  varchar(4000) not null comment 'without what does not tell two spellings apart; a space before each Latin word',
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The primary key is what is asked for: a kind of term and its beginning.
create table term (
  kind    tinyint unsigned not null comment 'the number of an org.offshelf.term.TermKind',
  term    varchar(100) not null,
  text_id bigint not null,
  size    tinyint unsigned not null comment 'characters of the text, 99 for all longer ones and for prose',
  primary key (kind, term, text_id),
  index term_text_ix (text_id, kind, term)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table record_text (
  record_type varchar(20) not null,
  record_id   varchar(80) not null,
  field       varchar(20) not null,
  text_id     bigint not null,
  weight      tinyint unsigned not null comment '0 for what the record is called, more for what tells less',
  primary key (record_type, record_id, field, text_id),
  index record_text_text_ix (text_id, record_type, record_id, field, weight, row_start, row_end),
  row_start   timestamp(6) generated always as row start invisible,
  row_end     timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

-- What the terms were made by: where that differs from what this version would do, it makes them anew.
create table term_state (
  id          tinyint unsigned not null,
  fingerprint varchar(64) not null,
  primary key (id),
  constraint term_state_one_row check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

insert into term_state (id, fingerprint) values (1, '');
