CREATE TABLE pending_9001 (id INT);
