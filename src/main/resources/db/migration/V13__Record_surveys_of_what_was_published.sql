-- Somebody looked through what a regulator published in a part of a year, and counted the notices.

create table survey (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  regulator_id    varchar(80) not null,
  period_from     date not null,
  period_to       date not null,
  extent          varchar(10) not null,
  known_notices   int,
  checked         date not null,
  note            varchar(1000),
  primary key (id),
  constraint survey_regulator_fk foreign key (regulator_id) references regulator (id),
  index survey_checked_ix (checked desc, id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table survey_citation (
  survey_id       varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (survey_id, source_id, locator),
  constraint survey_citation_survey_fk foreign key (survey_id) references survey (id),
  constraint survey_citation_source_fk foreign key (source_id) references source (id),
  index survey_citation_source_ix (source_id, survey_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

-- How many rows of each notice are held is counted for every answer's coverage: from the index alone, in the past too.
create index finding_notice_ix on finding (notice_id, standing, revision, row_start, row_end);
