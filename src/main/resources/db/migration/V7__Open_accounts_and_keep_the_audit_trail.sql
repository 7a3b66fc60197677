-- Who may write. A closed account stays, so that its name is never somebody else's; its password is one that nobody knows.
create table account (
  name                varchar(40) not null,
  password            varchar(100) not null,
  roles               varchar(40) not null,
  created_at          datetime(6) not null,
  password_changed_at datetime(6) not null,
  closed_at           datetime(6),
  primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- One line for every request to write that was let in, committed before its work begins. No status: it never ended.
create table audit (
  id             bigint not null auto_increment,
  at             datetime(6) not null,
  account        varchar(200) not null,
  roles          varchar(40) not null,
  authentication varchar(10) not null,
  operation      varchar(100) not null,
  method         varchar(10) not null,
  path           varchar(500) not null,
  address        varchar(64) not null,
  request_id     varchar(64) not null,
  status         smallint,
  primary key (id),
  index audit_account_ix (account, id),
  index audit_account_address_ix (account, address, at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Requests that were refused before they were let in, counted by the hour, so that no attacker fills the disk.
-- Account: only one that exists; address: empty for those beyond the first few hundred of an hour.
create table refusal (
  id      bigint not null auto_increment,
  hour    datetime not null,
  status  smallint not null,
  account varchar(200) not null,
  address varchar(64) not null,
  count   bigint not null,
  last_at datetime(6) not null,
  method  varchar(10) not null,
  path    varchar(500) not null,
  primary key (id),
  constraint refusal_hour_uk unique (hour, status, account, address)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- A revision that somebody asked for names the line of that request: no such write without its trail.
alter table revision modify actor varchar(200) not null;
alter table revision add column audit_id bigint after reason;
alter table revision add constraint revision_audit_fk foreign key (audit_id) references audit (id);
