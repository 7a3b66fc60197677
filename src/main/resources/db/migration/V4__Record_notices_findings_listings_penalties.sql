create table notice (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  kind            varchar(20) not null,
  title           varchar(500) not null,
  batch_year      int,
  batch_number    int,
  overall_number  int,
  published       date,
  published_basis varchar(20) not null,
  deadline        date,
  declared_count  int,
  declared_parts  json not null,
  follows_id      varchar(80),
  legal_basis     json not null,
  summary         varchar(2000),
  primary key (id),
  constraint notice_follows_fk foreign key (follows_id) references notice (id),
  index notice_published_ix (published, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table notice_regulator (
  notice_id       varchar(80) not null,
  regulator_id    varchar(80) not null,
  primary key (notice_id, regulator_id),
  constraint notice_regulator_notice_fk foreign key (notice_id) references notice (id),
  constraint notice_regulator_regulator_fk foreign key (regulator_id) references regulator (id),
  index notice_regulator_regulator_ix (regulator_id, notice_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table notice_category (
  notice_id       varchar(80) not null,
  category_id     varchar(80) not null,
  primary key (notice_id, category_id),
  constraint notice_category_notice_fk foreign key (notice_id) references notice (id),
  constraint notice_category_category_fk foreign key (category_id) references category (id),
  index notice_category_category_ix (category_id, notice_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table notice_citation (
  notice_id       varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (notice_id, source_id, locator),
  constraint notice_citation_notice_fk foreign key (notice_id) references notice (id),
  constraint notice_citation_source_fk foreign key (source_id) references source (id),
  index notice_citation_source_ix (source_id, notice_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table finding (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  notice_id       varchar(80) not null,
  sequence        int not null,
  published       date,
  deadline        date,
  printed_row     int,
  annex           varchar(300),
  app_name        varchar(300) not null,
  developer       varchar(300),
  version         varchar(300),
  store_name      varchar(200),
  problem         varchar(4000),
  filing_number   varchar(100),
  measure         varchar(20) not null,
  reading         varchar(20) not null,
  app_id          varchar(80) not null,
  operator_id     varchar(80),
  store_id        varchar(80),
  category_basis  varchar(20),
  status          varchar(20) not null,
  primary key (id),
  constraint finding_sequence_uk unique (notice_id, sequence),
  constraint finding_notice_fk foreign key (notice_id) references notice (id),
  constraint finding_app_fk foreign key (app_id) references app (id),
  constraint finding_operator_fk foreign key (operator_id) references operator (id),
  constraint finding_store_fk foreign key (store_id) references store (id),
  index finding_published_ix (published desc, notice_id, sequence, id, row_start, row_end),
  index finding_app_ix (app_id, published desc, notice_id, sequence, id, row_start, row_end),
  index finding_operator_ix (operator_id, published desc, notice_id, sequence, id, row_start, row_end),
  index finding_store_ix (store_id, published desc, notice_id, sequence, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table finding_category (
  finding_id      varchar(80) not null,
  category_id     varchar(80) not null,
  primary key (finding_id, category_id),
  constraint finding_category_finding_fk foreign key (finding_id) references finding (id),
  constraint finding_category_category_fk foreign key (category_id) references category (id),
  index finding_category_category_ix (category_id, finding_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table finding_citation (
  finding_id      varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (finding_id, source_id, locator),
  constraint finding_citation_finding_fk foreign key (finding_id) references finding (id),
  constraint finding_citation_source_fk foreign key (source_id) references source (id),
  index finding_citation_source_ix (source_id, finding_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table finding_event (
  finding_id      varchar(80) not null,
  position        int not null,
  kind            varchar(20) not null,
  happened        date not null,
  notice_id       varchar(80),
  source_id       varchar(80),
  note            varchar(1000),
  primary key (finding_id, position),
  constraint finding_event_finding_fk foreign key (finding_id) references finding (id),
  constraint finding_event_notice_fk foreign key (notice_id) references notice (id),
  constraint finding_event_source_fk foreign key (source_id) references source (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table listing (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  app_id          varchar(80) not null,
  store_id        varchar(80) not null,
  status          varchar(20) not null,
  since           date not null,
  cause           varchar(20),
  primary key (id),
  constraint listing_app_store_uk unique (app_id, store_id),
  constraint listing_app_fk foreign key (app_id) references app (id),
  constraint listing_store_fk foreign key (store_id) references store (id),
  index listing_since_ix (since desc, id, row_start, row_end),
  index listing_status_ix (status, since desc, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table listing_event (
  listing_id      varchar(80) not null,
  position        int not null,
  kind            varchar(20) not null,
  happened        date not null,
  notice_id       varchar(80),
  cause           varchar(20),
  source_id       varchar(80),
  note            varchar(1000),
  primary key (listing_id, position),
  constraint listing_event_listing_fk foreign key (listing_id) references listing (id),
  constraint listing_event_notice_fk foreign key (notice_id) references notice (id),
  constraint listing_event_source_fk foreign key (source_id) references source (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table listing_citation (
  listing_id      varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (listing_id, source_id, locator),
  constraint listing_citation_listing_fk foreign key (listing_id) references listing (id),
  constraint listing_citation_source_fk foreign key (source_id) references source (id),
  index listing_citation_source_ix (source_id, listing_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table penalty (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  regulator_id    varchar(80) not null,
  operator_id     varchar(80) not null,
  notice_id       varchar(80),
  kind            varchar(20) not null,
  measures        json not null,
  amount          decimal(18,2),
  currency        varchar(3),
  reported_amount decimal(18,2),
  reported_currency varchar(3),
  decided         date,
  announced       date,
  period_from     date,
  period_to       date,
  penalty_count   int,
  legal_basis     json not null,
  summary         varchar(2000),
  primary key (id),
  constraint penalty_regulator_fk foreign key (regulator_id) references regulator (id),
  constraint penalty_operator_fk foreign key (operator_id) references operator (id),
  constraint penalty_notice_fk foreign key (notice_id) references notice (id),
  index penalty_announced_ix (announced desc, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table penalty_app (
  penalty_id      varchar(80) not null,
  app_id          varchar(80) not null,
  primary key (penalty_id, app_id),
  constraint penalty_app_penalty_fk foreign key (penalty_id) references penalty (id),
  constraint penalty_app_app_fk foreign key (app_id) references app (id),
  index penalty_app_app_ix (app_id, penalty_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table penalty_category (
  penalty_id      varchar(80) not null,
  category_id     varchar(80) not null,
  primary key (penalty_id, category_id),
  constraint penalty_category_penalty_fk foreign key (penalty_id) references penalty (id),
  constraint penalty_category_category_fk foreign key (category_id) references category (id),
  index penalty_category_category_ix (category_id, penalty_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table penalty_citation (
  penalty_id      varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (penalty_id, source_id, locator),
  constraint penalty_citation_penalty_fk foreign key (penalty_id) references penalty (id),
  constraint penalty_citation_source_fk foreign key (source_id) references source (id),
  index penalty_citation_source_ix (source_id, penalty_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table statement (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  operator_id     varchar(80) not null,
  app_id          varchar(80),
  penalty_id      varchar(80),
  notice_id       varchar(80),
  made            date not null,
  summary         varchar(2000) not null,
  points          json not null,
  primary key (id),
  constraint statement_operator_fk foreign key (operator_id) references operator (id),
  constraint statement_app_fk foreign key (app_id) references app (id),
  constraint statement_penalty_fk foreign key (penalty_id) references penalty (id),
  constraint statement_notice_fk foreign key (notice_id) references notice (id),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table statement_citation (
  statement_id    varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (statement_id, source_id, locator),
  constraint statement_citation_statement_fk foreign key (statement_id) references statement (id),
  constraint statement_citation_source_fk foreign key (source_id) references source (id),
  index statement_citation_source_ix (source_id, statement_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

-- Which files of the bundled data set have been loaded: a file goes in once, in the transaction of its revision.
create table loaded_file (
  name   varchar(200) not null,
  sha256 varchar(64) not null,
  primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
