package org.offshelf.timeline;

/** Whose story is told, as conditions on the tables that hold its events; {@code ?1} is the subject's id. */
enum Subject {
    APP("f.app_id = ?1", "l.app_id = ?1",
            "exists (select 1 from penalty_app pa where pa.penalty_id = p.id and pa.app_id = ?1)", "t.app_id = ?1"),
    OPERATOR("f.operator_id = ?1", "exists (select 1 from app a where a.id = l.app_id and a.operator_id = ?1)",
            "p.operator_id = ?1", "t.operator_id = ?1");

    final String findings;
    final String listings;
    final String penalties;
    final String statements;

    Subject(String findings, String listings, String penalties, String statements) {
        this.findings = findings;
        this.listings = listings;
        this.penalties = penalties;
        this.statements = statements;
    }
}
