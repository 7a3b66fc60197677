-- The record tables are system-versioned: the database keeps every earlier row, so that any revision can be read again.
-- The period columns are declared, so that indexes can carry them; they are invisible to `select *` and to inserts.

create table source (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  kind            varchar(20) not null,
  title           varchar(500) not null,
  publisher       varchar(200),
  url             varchar(1000),
  published       date,
  retrieved       date,
  sha256          varchar(64),
  language        varchar(10),
  primary key (id),
  index source_published_ix (published, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table regulator (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  name_zh         varchar(200) not null,
  name_en         varchar(200),
  abbreviation    varchar(40),
  level           varchar(20) not null,
  parent_id       varchar(80),
  jurisdiction    varchar(10) not null,
  primary key (id),
  constraint regulator_parent_fk foreign key (parent_id) references regulator (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table regulator_citation (
  regulator_id    varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (regulator_id, source_id, locator),
  constraint regulator_citation_regulator_fk foreign key (regulator_id) references regulator (id),
  constraint regulator_citation_source_fk foreign key (source_id) references source (id),
  index regulator_citation_source_ix (source_id, regulator_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table store (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  name_zh         varchar(200) not null,
  name_en         varchar(200),
  kind            varchar(30) not null,
  spellings       json not null,
  primary key (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table store_citation (
  store_id        varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (store_id, source_id, locator),
  constraint store_citation_store_fk foreign key (store_id) references store (id),
  constraint store_citation_source_fk foreign key (source_id) references source (id),
  index store_citation_source_ix (source_id, store_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table category (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  parent_id       varchar(80),
  label_zh        varchar(200) not null,
  label_en        varchar(200) not null,
  definition_zh   varchar(2000),
  definition_en   varchar(2000),
  legal_basis     json not null,
  phrases         json not null,
  primary key (id),
  constraint category_parent_fk foreign key (parent_id) references category (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table category_citation (
  category_id     varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (category_id, source_id, locator),
  constraint category_citation_category_fk foreign key (category_id) references category (id),
  constraint category_citation_source_fk foreign key (source_id) references source (id),
  index category_citation_source_ix (source_id, category_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;
