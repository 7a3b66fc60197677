package org.offshelf.importing.intake;

import java.io.ByteArrayOutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.http.Problem;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Coded;

/** Keeps imports and their documents. */
@ApplicationScoped
class ImportStore {

    /** Well below the packet every server takes. */
    private static final int PART = 4 << 20;
    private static final String COLUMNS = "id, state, dry_run, created, author, hints, decisions, file_name, media_type, sha256,"
            + " size, attempts, total, rows_read, classified, resolved, applied, finished, notice_id, revision, report, problem";
    private static final String TABLES = " from import_job join import_progress on import_id = id ";

    private final Session session;
    private final IntakeJson json;

    ImportStore(Session session, IntakeJson json) {
        this.session = session;
        this.json = json;
    }

    /** @param fingerprint null unless the request has a key */
    void create(String id, boolean dryRun, Author author, ImportHints hints, Upload upload, String fingerprint) {
        Transactions.run(() -> {
            session.createNativeMutationQuery("insert into import_job (id, state, dry_run, created, author, hints, decisions,"
                    + " file_name, media_type, sha256, size, fingerprint, attempts)"
                    + " values (?1, 'queued', ?2, sysdate(6), ?3, ?4, '[]', ?5, ?6, ?7, ?8, ?9, 0)")
                    .setParameter(1, id).setParameter(2, dryRun).setParameter(3, json.write(author))
                    .setParameter(4, json.write(hints)).setParameter(5, upload.fileName(), String.class)
                    .setParameter(6, upload.mediaType(), String.class).setParameter(7, upload.sha256())
                    .setParameter(8, upload.bytes().length).setParameter(9, fingerprint, String.class).executeUpdate();
            session.createNativeMutationQuery("insert into import_progress (import_id, total, rows_read, classified, resolved,"
                    + " applied) values (?1, 0, 0, 0, 0, 0)").setParameter(1, id).executeUpdate();
            byte[] bytes = upload.bytes();
            for (int from = 0, part = 0; from < bytes.length || part == 0; from += PART, part++) {
                session.createNativeMutationQuery("insert into import_document (import_id, part, content) values (?1, ?2, ?3)")
                        .setParameter(1, id).setParameter(2, part)
                        .setParameter(3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))
                        .executeUpdate();
            }
        });
    }

    Optional<String> fingerprint(String id) {
        return Transactions.call(() -> session
                .createNativeQuery("select fingerprint from import_job where id = ?1", String.class)
                .setParameter(1, id).getResultList().stream().findFirst());
    }

    Optional<ImportRecord> find(String id) {
        return Transactions.call(() -> session
                .createNativeQuery("select " + COLUMNS + TABLES + "where id = ?1", Object[].class)
                .setParameter(1, id).getResultList().stream().map(this::record).findFirst());
    }

    /**
     * The newest first, without their reports and decisions.
     *
     * @param state null for any
     * @param before the id behind which to go on; null for the first page
     */
    List<ImportRecord> list(ImportState state, String before, int limit) {
        return Transactions.call(() -> session.createNativeQuery("select "
                + COLUMNS.replace("report,", "null as report,").replace("decisions,", "'null' as decisions,") + TABLES
                + "where (?1 is null or state = ?1) and (?2 is null or (created, id) < (select created, id from import_job where id = ?2))"
                + " order by created desc, id desc limit " + limit, Object[].class)
                .setParameter(1, state == null ? null : state.code(), String.class).setParameter(2, before, String.class)
                .getResultList().stream().map(this::record).toList());
    }

    int count(ImportState state) {
        return Transactions.call(() -> session
                .createNativeQuery("select count(*) from import_job where (?1 is null or state = ?1)", Long.class)
                .setParameter(1, state == null ? null : state.code(), String.class).getSingleResult().intValue());
    }

    byte[] document(String id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int parts = Transactions.call(() -> session
                .createNativeQuery("select count(*) from import_document where import_id = ?1", Long.class)
                .setParameter(1, id).getSingleResult().intValue());
        for (int part = 0; part < parts; part++) {
            int number = part;
            whole.writeBytes(Transactions.call(() -> session
                    .createNativeQuery("select content from import_document where import_id = ?1 and part = ?2", byte[].class)
                    .setParameter(1, id).setParameter(2, number).getSingleResult()));
        }
        return whole.toByteArray();
    }

    /** Asks for a planned import to be applied; false if it is not as it was any more. */
    boolean apply(String id, Author author, List<Decision> decisions) {
        return Transactions.call(() -> session.createNativeMutationQuery("update import_job set"
                + " state = 'queued', dry_run = false, author = ?2, decisions = ?3, attempts = 0, claimed_by = null,"
                + " finished = null, problem = null"
                + " where id = ?1 and (state = 'planned' or state = 'failed' and (report is not null or not dry_run))")
                .setParameter(1, id).setParameter(2, json.write(author)).setParameter(3, json.write(decisions))
                .executeUpdate() == 1);
    }

    private ImportRecord record(Object[] row) {
        return new ImportRecord((String) row[0], Coded.of(ImportState.class, (String) row[1]), isTrue(row[2]),
                instant(row[3]), json.read(row[4], Author.class), json.read(row[5], ImportHints.class),
                json.readDecisions(row[6]), (String) row[7], (String) row[8], (String) row[9], number(row[10]), number(row[11]),
                new ImportProgress(number(row[12]), number(row[13]), number(row[14]), number(row[15]), number(row[16])),
                instant(row[17]), (String) row[18], row[19] == null ? null : ((Number) row[19]).longValue(), (String) row[20],
                row[21] == null ? null : json.read(row[21], Problem.class));
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean flag ? flag : ((Number) column).intValue() != 0;
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static Instant instant(Object column) {
        return column == null ? null
                : column instanceof LocalDateTime at ? at.toInstant(ZoneOffset.UTC)
                        : ((Timestamp) column).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
