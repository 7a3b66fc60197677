CREATE TABLE pending_9002 (id INT);
