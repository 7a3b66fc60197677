-- Who wrote stays in the audit trail; in which role is part of every record's history.
alter table revision add column actor_role varchar(20) not null default 'system' after actor;
alter table revision alter column actor_role drop default;
