-- An uploaded document and what became of it. No record of the registry: what it changes is in the revision it names.
create table import_job (
  id           varchar(20) not null,
  state        varchar(20) not null,
  dry_run      boolean not null,
  created      datetime(6) not null,
  -- Who asked for what is done next, as an author of revisions
  author       json not null,
  hints        json not null,
  decisions    json not null,
  file_name    varchar(300),
  media_type   varchar(200),
  sha256       varchar(64) not null,
  -- SHA-256 of all that was sent with an Idempotency-Key, which the id is derived from
  fingerprint  varchar(64),
  size         int not null,
  -- The instance that works on it
  claimed_by   varchar(60),
  attempts     int not null,
  finished     datetime(6),
  notice_id    varchar(80),
  revision     bigint,
  report       json,
  problem      json,
  primary key (id),
  index import_job_state_ix (state, created),
  index import_job_created_ix (created, id),
  index import_job_sha256_ix (sha256)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- How far it has come, and until when the claim on it holds. Apart from the import, because it changes while the transaction
-- that ends the import is under way.
create table import_progress (
  import_id    varchar(20) not null,
  lease_until  datetime(6),
  total        int not null,
  rows_read    int not null,
  classified   int not null,
  resolved     int not null,
  applied      int not null,
  primary key (import_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- In parts, since a server takes no packet as large as a document may be.
create table import_document (
  import_id varchar(20) not null,
  part      int not null,
  content   mediumblob not null,
  primary key (import_id, part)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The report, row by row.
create table import_row (
  import_id  varchar(20) not null,
  number     int not null,
  outcome    varchar(20) not null,
  difference varchar(20),
  content    json not null,
  primary key (import_id, number),
  index import_row_outcome_ix (import_id, outcome, number),
  index import_row_difference_ix (import_id, difference, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
