-- Who is told of changes. A webhook is a place in the ledger: what lies behind it has been delivered. `until_revision` fixes
-- what the delivery under way contains, so that it is the same whenever it is tried again.
create table webhook (
  id                varchar(20) not null,
  account           varchar(200) not null,
  url               varchar(2000) not null,
  filter            varchar(2000) not null comment 'as the query of /v1/changes',
  secret            varbinary(64) not null,
  state             varchar(10) not null comment 'active or disabled',
  created_at        datetime(6) not null,
  position_revision bigint not null,
  position_seq      int not null,
  until_revision    bigint,
  attempts          int not null,
  next_at           datetime(6) not null,
  claimed_by        varchar(40),
  lease_until       datetime(6),
  delivered         bigint not null comment 'deliveries that were accepted',
  delivered_at      datetime(6),
  failing_since     datetime(6),
  last_status       smallint,
  last_error        varchar(300),
  primary key (id),
  index webhook_account_ix (account),
  index webhook_next_ix (state, next_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
