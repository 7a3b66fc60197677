package org.offshelf.writing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.JsonPointers;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Coded;

/** A request body, read; with all that was found wrong with it, so that it can be said at once. */
public final class Body {

    private final String pointer;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Fault> unreadable;
    private final List<Fault> invalid;

    Body() {
        this("", new ArrayList<>(), new ArrayList<>());
    }

    private Body(String pointer, List<Fault> unreadable, List<Fault> invalid) {
        this.pointer = pointer;
        this.unreadable = unreadable;
        this.invalid = invalid;
    }

    /** An object within it, whose faults are this one's. */
    Body within(String place) {
        return new Body(place, unreadable, invalid);
    }

    String pointer(String member) {
        return pointer + "/" + JsonPointers.escaped(member);
    }

    void put(String member, Object value) {
        values.put(member, value);
    }

    /** Something that cannot be read, or names nothing. */
    void unreadable(Fault fault) {
        unreadable.add(fault.inBody());
    }

    /** Something that can be read, but not be so. */
    public void invalid(String member, String sentence) {
        Object value = values.get(member);
        invalid.add(
                Fault.invalidValue(pointer(member), value == null || value instanceof Body ? null : value.toString(), sentence)
                        .inBody());
    }

    /** Whether the body has the member, be it null. */
    public boolean has(String member) {
        return values.containsKey(member);
    }

    /** Whether the member is null, or a list without entries. */
    public boolean isEmpty(String member) {
        return values.get(member) == null || values.get(member) instanceof List<?> list && list.isEmpty();
    }

    public Set<String> given() {
        return values.keySet();
    }

    public String text(String member) {
        return (String) values.get(member);
    }

    public LocalDate date(String member) {
        return (LocalDate) values.get(member);
    }

    public Integer integer(String member) {
        return (Integer) values.get(member);
    }

    public BigDecimal decimal(String member) {
        return (BigDecimal) values.get(member);
    }

    public <E extends Enum<E> & Coded> E code(String member, Class<E> type) {
        String code = text(member);
        return code == null ? null : Coded.of(type, code);
    }

    /** Empty where the body has none. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String member) {
        return values.get(member) == null ? List.of() : (List<String>) values.get(member);
    }

    /** Empty where the body has none. */
    @SuppressWarnings("unchecked")
    public List<Body> objects(String member) {
        return values.get(member) == null ? List.of() : (List<Body>) values.get(member);
    }

    /** The record that stands in the place of a reference, or null. */
    public Body object(String member) {
        return values.get(member) instanceof Body body ? body : null;
    }

    /** The id a reference gives; null where it gives none, or the record itself. */
    public String id(String member) {
        return values.get(member) instanceof String id ? id : null;
    }

    /** Ends the request with all its faults, if anything in it could not be read: with 400. */
    public void requireReadable() {
        if (!unreadable.isEmpty()) {
            List<Fault> all = new ArrayList<>(unreadable);
            all.addAll(invalid);
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, all));
        }
    }

    /** Ends the request with all its faults: with 400 if anything could not be read, with 422 if it only cannot be so. */
    public void requireValid() {
        requireReadable();
        if (!invalid.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, invalid));
        }
    }
}
