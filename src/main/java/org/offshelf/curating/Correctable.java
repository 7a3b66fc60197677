package org.offshelf.curating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.offshelf.ledger.Coded;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;

/** The fields of a collection that a curator may set, each declared once: what it takes, and where it goes. */
public final class Correctable<R extends RegistryRecord> {

    static final String REASON = "reason";
    private static final int LONGEST_REASON = 1_000;

    private final Kind<R> kind;
    private final CollectionSchema schema;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, BiConsumer<R, Body>> setters = new LinkedHashMap<>();

    private Correctable(Kind<R> kind) {
        this.kind = kind;
        this.schema = kind.schema();
    }

    static <R extends RegistryRecord> Correctable<R> of(Kind<R> kind) {
        return new Correctable<>(kind);
    }

    Correctable<R> text(String name, int longest, BiConsumer<R, String> setter) {
        return put(Member.text(field(name), longest), (r, body) -> setter.accept(r, body.text(name)));
    }

    /** @param rule says in a sentence what the text must match */
    Correctable<R> text(String name, int longest, String regex, String rule, BiConsumer<R, String> setter) {
        return put(Member.text(field(name), longest).matching(regex, rule), (r, body) -> setter.accept(r, body.text(name)));
    }

    Correctable<R> date(String name, BiConsumer<R, LocalDate> setter) {
        return put(Member.of(field(name)), (r, body) -> setter.accept(r, body.date(name)));
    }

    Correctable<R> integer(String name, BiConsumer<R, Integer> setter) {
        return put(Member.of(field(name)), (r, body) -> setter.accept(r, body.integer(name)));
    }

    Correctable<R> decimal(String name, BiConsumer<R, BigDecimal> setter) {
        return put(Member.of(field(name)), (r, body) -> setter.accept(r, body.decimal(name)));
    }

    <E extends Enum<E> & Coded> Correctable<R> code(String name, Class<E> codes, BiConsumer<R, E> setter) {
        return put(Member.of(field(name)), (r, body) -> setter.accept(r, body.code(name, codes)));
    }

    Correctable<R> reference(String name, BiConsumer<R, String> setter) {
        return put(Member.of(field(name)), (r, body) -> setter.accept(r, body.text(name)));
    }

    /** Several references, changed in place. */
    Correctable<R> references(String name, Function<R, Set<String>> set) {
        return put(Member.of(field(name)), (r, body) -> replace(set.apply(r), body.texts(name)));
    }

    Correctable<R> texts(String name, int longest, BiConsumer<R, List<String>> setter) {
        return put(Member.text(field(name), longest), (r, body) -> setter.accept(r, List.copyOf(body.texts(name))));
    }

    /** @param lengths of the texts of each object; other parts are numbers */
    Correctable<R> objects(String name, Map<String, Integer> lengths, BiConsumer<R, List<Body>> setter) {
        List<Member> parts = field(name).parts().stream().map(part -> {
            Member member = Member.text(part, lengths.getOrDefault(part.name(), 0));
            return part.isRequired() ? member.required() : member;
        }).toList();
        BodySchema object = BodySchema.of(schema.singular() + '.' + name, "", parts);
        return put(Member.of(field(name)).of(object), (r, body) -> setter.accept(r, body.objects(name)));
    }

    private Correctable<R> put(Member member, BiConsumer<R, Body> setter) {
        // A list can be emptied; what else a record must have can be corrected, but not taken from it.
        members.put(member.name(), member);
        setters.put(member.name(), setter);
        return this;
    }

    static <T> void replace(Collection<T> present, Collection<T> wanted) {
        if (!(present.containsAll(wanted) && wanted.containsAll(present))) {
            present.retainAll(wanted);
            List<T> missing = new ArrayList<>(wanted);
            missing.removeAll(present);
            present.addAll(missing);
        }
    }

    public CollectionSchema schema() {
        return schema;
    }

    Kind<R> kind() {
        return kind;
    }

    /** The body of a correction: any of the fields, and why. */
    public BodySchema correction() {
        List<Member> all = new ArrayList<>(members.values());
        all.add(reason().required());
        return BodySchema.of(title() + "Correction", "The fields to correct, and why. null takes a value away; what is not"
                + " named stays as it is (RFC 7396).", all);
    }

    /**
     * The body of a new record: what it must have, what it may have, and the documents it rests on.
     *
     * @param further members beside the fields
     */
    BodySchema creation(Member... further) {
        List<Member> all = new ArrayList<>();
        members.values().forEach(member -> all.add(isNeeded(member.field()) ? member.required() : member));
        all.addAll(List.of(further));
        return BodySchema.of("New" + title(), "A new " + schema.singular() + '.', all);
    }

    static Member reason() {
        return Member.text(Field.text(REASON, REASON).describedAs("Why; it stands in the history of every record changed.")
                .example("Misread: the page says otherwise."),
                LONGEST_REASON);
    }

    private static boolean isNeeded(Field field) {
        return field.isRequired() && field.type() != FieldType.JSON;
    }

    /** Sets what the body has. */
    void apply(R written, Body body) {
        body.given().forEach(name -> {
            if (setters.containsKey(name)) {
                setters.get(name).accept(written, body);
            }
        });
    }

    /** Says of each field that is set to null, or emptied, although its record must have one. */
    void requireWhole(Body body) {
        for (String name : body.given()) {
            Member member = members.get(name);
            boolean isEmptied = member != null && isNeeded(member.field()) && body.isEmpty(name);
            if (isEmptied) {
                body.invalid(name, "A " + schema.singular() + " must have one.");
            }
        }
    }

    private Field field(String name) {
        return schema.field(name).orElseThrow();
    }

    private String title() {
        return Character.toUpperCase(schema.singular().charAt(0)) + schema.singular().substring(1);
    }
}
