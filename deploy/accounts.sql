-- The database of a registry and its two accounts, for whoever administers the server. It can be run again.
-- Neither account lets anybody in before it is given a password, here by the client that ran this:
--
--   alter user offshelf identified by '…', offshelf_migrate identified by '…' account unlock;
--
-- The embedded server is given these very statements (org.offshelf.database.EmbeddedDatabase).
create database if not exists offshelf character set utf8mb4 collate utf8mb4_nopad_bin;

-- The service reads and writes rows. It can neither drop nor change a table, nor take anything out of the history.
create user if not exists offshelf account lock;
grant select, insert, update, delete on offshelf.* to offshelf;

-- Migrations bring the tables of a new version, and what they change in rows that are there.
create user if not exists offshelf_migrate account lock;
grant create, alter, drop, index, references, select, insert, update, delete on offshelf.* to offshelf_migrate;
