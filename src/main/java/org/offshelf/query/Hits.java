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
        writeWays(sql, phrase.whole(), "", null);
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
        writeWays(sql, wanted, "", null);
        sql.add(") h group by h.id)");
    }

    /** Record, number of the word (0 for the phrase as a whole), field, text; the best of each record and word first. */
    Sql matches(Phrase phrase, Collection<String> ids) {
        Sql sql = new Sql().add("select h.id, h.word, h.field, t.printed from (");
        List<Folded> wanted = new ArrayList<>(List.of(phrase.whole()));
        if (phrase.words().size() > 1) {
            wanted.addAll(phrase.words());
        }
        for (int i = 0; i < wanted.size(); i++) {
            sql.add(i == 0 ? "" : " union all ");
            writeWays(sql, wanted.get(i), ", " + i + " word, # field, x.text_id", ids);
        }
        return sql.add(") h join searched_text t on t.id = h.text_id order by h.id, h.word, h.relevance, h.field, t.printed");
    }

    /**
     * All ways to find records by one thing, as one union of id, relevance and the further columns.
     *
     * @param columns in which {@code #} stands for the field
     * @param ids the records it is about; null for all
     */
    private void writeWays(Sql sql, Folded wanted, String columns, Collection<String> ids) {
        Needle needle = new Needle(wanted);
        List<Field> sources = new ArrayList<>(isOwnOnly ? List.of() : schema.searchedThrough());
        if (!schema.searched().isEmpty()) {
            sources.add(0, null);
        }
        String separator = "";
        for (Field through : sources) {
            sql.add(separator);
            writeWay(sql, needle, through, columns, ids);
            separator = " union all ";
        }
    }

    /** @param through the field that refers to the records whose texts these are; null for the record's own */
    private void writeWay(Sql sql, Needle needle, Field through, String columns, Collection<String> ids) {
        String owner = through == null ? "x.record_id" : "o.id";
        sql.add("select ").add(owner).add(" id, k.quality * " + Quality.STEP + " + x.weight * 100 + k.size")
                .add(through == null ? "" : " + " + THROUGH * 100).add(" relevance")
                .add(columns.replace("#", through == null ? "x.field" : "concat('" + through.name() + ".', x.field)"))
                .add(" from ");
        needle.writeTexts(sql);
        sql.add(" k join record_text x on x.text_id = k.text_id and x.record_type = '")
                .add(through == null ? schema.singular() : through.target().singular()).add("'");
        if (through != null) {
            writeOwner(sql, through);
        }
        if (ids != null) {
            sql.add(" where ").add(owner).add(" in ").bindAll(ids);
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
