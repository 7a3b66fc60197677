-- One row, locked by every write: its number is the registry's revision.
create table revision_counter (
  id       tinyint unsigned not null,
  revision bigint not null,
  at       datetime(6) not null,
  primary key (id),
  constraint revision_counter_one_row check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

insert into revision_counter (id, revision, at) values (1, 0, '1970-01-01 00:00:01');

-- `at` is taken at the end of the write, under the lock: reading the record tables as of `at` gives exactly this revision.
create table revision (
  revision bigint not null,
  at       datetime(6) not null,
  actor    varchar(100) not null,
  cause    varchar(20) not null,
  reason   varchar(1000),
  primary key (revision)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table revision_change (
  revision    bigint not null,
  seq         int not null,
  record_type varchar(20) not null,
  record_id   varchar(80) not null,
  op          varchar(10) not null,
  fields      json not null,
  primary key (revision, seq),
  constraint revision_change_revision_fk foreign key (revision) references revision (revision),
  index revision_change_record_ix (record_type, record_id, revision)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What all instances must share and none may lose: the key that signs cursors.
create table secret (
  name  varchar(40) not null,
  value varbinary(64) not null,
  primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
