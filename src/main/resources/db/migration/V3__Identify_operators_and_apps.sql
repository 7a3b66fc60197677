create table operator (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  name            varchar(200) not null,
  name_en         varchar(200),
  aliases         json not null,
  credit_code     varchar(18),
  province        varchar(10),
  identity        varchar(300) not null,
  primary key (id),
  constraint operator_identity_uk unique (identity),
  index operator_name_ix (name, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table operator_citation (
  operator_id     varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (operator_id, source_id, locator),
  constraint operator_citation_operator_fk foreign key (operator_id) references operator (id),
  constraint operator_citation_source_fk foreign key (source_id) references source (id),
  index operator_citation_source_ix (source_id, operator_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table app (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  name            varchar(200) not null,
  kind            varchar(20) not null,
  aliases         json not null,
  operator_id     varchar(80),
  identity        varchar(500) not null,
  status          varchar(20),
  status_since    date,
  status_deadline date,
  status_from     varchar(80),
  primary key (id),
  constraint app_identity_uk unique (identity),
  constraint app_operator_fk foreign key (operator_id) references operator (id),
  index app_name_ix (name, id, row_start, row_end),
  index app_status_ix (status, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table app_identifier (
  app_id          varchar(80) not null,
  scheme          varchar(20) not null,
  value           varchar(200) not null,
  primary key (app_id, scheme, value),
  constraint app_identifier_app_fk foreign key (app_id) references app (id),
  index app_identifier_value_ix (scheme, value, app_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table app_citation (
  app_id          varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (app_id, source_id, locator),
  constraint app_citation_app_fk foreign key (app_id) references app (id),
  constraint app_citation_source_fk foreign key (source_id) references source (id),
  index app_citation_source_ix (source_id, app_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;
