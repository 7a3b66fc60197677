-- What people say is wrong. It is asked for by record (what is said of it), by state and deadline, and by day.
create table correction (
  id              varchar(80) not null,
  revision        bigint not null,
  standing        varchar(10) not null default 'current',
  standing_reason varchar(1000),
  successor_id    varchar(80),
  collection      varchar(20) not null,
  record_id       varchar(80) not null comment 'of a record of the collection, whatever became of it since',
  field_name      varchar(80),
  claim           varchar(4000) not null,
  proposed        varchar(2000),
  filed_as        varchar(20) not null,
  on_behalf_of    varchar(200),
  filed           date not null,
  due             date not null,
  state           varchar(10) not null comment 'never overdue, which is derived',
  outcome         varchar(1000),
  settled         date,
  corrected_in    bigint,
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end),
  primary key (id),
  constraint correction_settled_has_outcome check ((state = 'open') = (settled is null)
    and (settled is null) = (outcome is null)),
  index correction_record_ix (record_id, collection, standing, id, row_start, row_end),
  index correction_state_ix (standing, state, due, id, row_start, row_end),
  index correction_filed_ix (standing, filed, id, row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

create table correction_citation (
  correction_id   varchar(80) not null,
  source_id       varchar(80) not null,
  locator         varchar(200) not null default '',
  primary key (correction_id, source_id, locator),
  constraint correction_citation_correction_fk foreign key (correction_id) references correction (id),
  constraint correction_citation_source_fk foreign key (source_id) references source (id),
  index correction_citation_source_ix (source_id, correction_id, row_start, row_end),
  row_start       timestamp(6) generated always as row start invisible,
  row_end         timestamp(6) generated always as row end invisible,
  period for system_time (row_start, row_end)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin with system versioning;

-- Who filed a request: for the bound on open ones, and for taking it back. Not part of the record, which is public.
create table correction_filer (
  correction_id varchar(80) not null,
  account       varchar(200) not null,
  primary key (correction_id),
  constraint correction_filer_correction_fk foreign key (correction_id) references correction (id),
  index correction_filer_account_ix (account, correction_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
