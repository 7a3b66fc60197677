-- Snapshots that were asked for: which instance writes one, and what became of it. Only one is written at a time.
create table snapshot_request (
  revision        bigint not null,
  state           varchar(20) not null,
  requested       datetime(6) not null,
  -- Why it may be published even if much is gone
  override_reason varchar(1000),
  claimed_by      varchar(60),
  lease_until     datetime(6),
  attempts        int not null,
  finished        datetime(6),
  problem         json,
  primary key (revision)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
