package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.offshelf.term.Folded;
import org.offshelf.term.Phrase;

/**
 * Writes the SQL that finds the records of a collection which a phrase is looked for in: by the texts of their own, and by
 * those of the records they refer to. Each way goes from terms to texts, which are few, to the records that have them.
 */
final class Hits {

    /** The alias of the derived table that finds records. That of the page has the same, so that both have a relevance. */
    static final String ALIAS = "page";

    private static final int WEIGHT = 100;
    /** A record is found less well by what another one is called. */
    private static final int THROUGH = 3;
    /** Found by words here and there: behind all that have the phrase. */
    private static final int SCATTERED = Quality.WORDS.ordinal() * Quality.STEP;

    private final CollectionSchema schema;
    private final Context context;
    private final boolean isOwnOnly;

    Hits(CollectionSchema schema, Context context) {
        this(schema, context, false);
    }

    /** @param isOwnOnly whether to leave out the texts of records referred to */
    Hits(CollectionSchema schema, Context context, boolean isOwnOnly) {
        this.schema = schema;
        this.context = context;
        this.isOwnOnly = isOwnOnly;
    }

    /** Joins what the phrase finds to the row {@code r}, with its relevance: the smaller, the better. */
    void join(Sql sql, Phrase phrase) {
        sql.add(" join ");
        writeFound(sql, phrase);
        sql.add(" " + ALIAS + " on " + ALIAS + ".id = r.id");
    }

    private void writeFound(Sql sql, Phrase phrase) {
        List<Folded> words = phrase.words();
        if (words.size() == 1) {
            writeBest(sql, words.get(0));
            return;
        }
        sql.add("(select h.id, min(h.relevance) relevance from (");
        writeWays(sql, phrase.whole());
        sql.add(" union all select w0.id, " + SCATTERED);
        for (int i = 0; i < words.size(); i++) {
            sql.add(" + w" + i + ".relevance");
        }
        for (int i = 0; i < words.size(); i++) {
            sql.add(i == 0 ? " from " : " join ");
            writeBest(sql, words.get(i));
            sql.add(" w" + i).add(i == 0 ? "" : " on w" + i + ".id = w0.id");
        }
        sql.add(") h group by h.id)");
    }

    /** The records that have this in one of their texts, with the best of the ways it was found. */
    private void writeBest(Sql sql, Folded wanted) {
        sql.add("(select h.id, min(h.relevance) relevance from (");
        writeWays(sql, wanted);
        sql.add(") h group by h.id)");
    }

    /** The texts of these records: record, field, text, weight, and the text as printed. */
    Sql places(Collection<String> ids) {
        Sql sql = new Sql().add("select p.id, p.field, p.text_id, p.weight, t.printed from (");
        String separator = "";
        for (Field through : sources()) {
            sql.add(separator);
            if (through == null) {
                sql.add("select x.record_id id, x.field, x.text_id, x.weight from record_text x where x.record_type = '")
                        .add(schema.singular()).add("' and x.record_id in ").bindAll(ids);
            } else {
                sql.add("select o.id, concat('" + through.name() + ".', x.field) field, x.text_id, x.weight + " + THROUGH
                        + " weight from record_text x");
                writeOwner(sql, through);
                sql.add(" where x.record_type = '").add(through.target().singular()).add("' and o.id in ").bindAll(ids);
            }
            separator = " union all ";
        }
        return sql.add(") p join searched_text t on t.id = p.text_id");
    }

    /**
     * How well a record is found: the smaller, the better. As the statements have it.
     *
     * @param quality its position
     * @param size of the text, in characters
     */
    static long relevance(int quality, int weight, int size) {
        return (long) quality * Quality.STEP + weight * WEIGHT + size;
    }

    /** All ways to find records by one thing, as one union of id and relevance. */
    private void writeWays(Sql sql, Folded wanted) {
        Needle needle = new Needle(wanted);
        String separator = "";
        for (Field through : sources()) {
            sql.add(separator);
            writeWay(sql, needle, through);
            separator = " union all ";
        }
    }

    /** The fields that refer to the records whose texts are searched; null stands for the record's own. */
    private List<Field> sources() {
        List<Field> sources = new ArrayList<>(isOwnOnly ? List.of() : schema.searchedThrough());
        if (!schema.searched().isEmpty()) {
            sources.add(0, null);
        }
        return sources;
    }

    private void writeWay(Sql sql, Needle needle, Field through) {
        sql.add("select ").add(through == null ? "x.record_id" : "o.id")
                .add(" id, k.quality * " + Quality.STEP + " + x.weight * "
                        + WEIGHT + " + k.size")
                .add(through == null ? "" : " + " + THROUGH * WEIGHT).add(" relevance from ");
        needle.writeTexts(sql, null);
        sql.add(" k join record_text x on x.text_id = k.text_id and x.record_type = '")
                .add(through == null ? schema.singular() : through.target().singular()).add("'");
        if (through != null) {
            writeOwner(sql, through);
        }
    }

    private void writeOwner(Sql sql, Field through) {
        String reference = through.expression().sql("o", context);
        if (through.isMultiple()) {
            Link link = through.link();
            sql.add(" join ").add(link.table()).add(" l on l.").add(link.value()).add(" = x.record_id join ")
                    .add(schema.table()).add(" o on ").add(reference).add(" = l.").add(link.owner());
        } else {
            sql.add(" join ").add(schema.table()).add(" o on ").add(reference).add(" = x.record_id");
        }
    }
}
