-- What a request with an Idempotency-Key came to, written in the transaction of its revision: sent again, it is answered again
-- instead of done again. Kept for two days, promised for one.
create table idempotency_key (
  account     varchar(150) not null,
  request_key varchar(255) not null,
  fingerprint varchar(64) not null comment 'SHA-256 of method, path and body',
  status      smallint not null,
  location    varchar(200) not null comment 'path of what the answer shows',
  revision    bigint not null comment 'at which the answer shows it',
  notes       mediumtext not null comment 'what the answer says besides, one a line',
  used        timestamp(6) not null,
  primary key (account, request_key),
  index idempotency_key_used_ix (used)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
