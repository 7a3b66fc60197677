package org.offshelf.writing;

import java.util.regex.Pattern;

import org.offshelf.query.Field;

/**
 * A member of a request body.
 *
 * @param field what it holds, and how it is described
 * @param isRequired whether the body must have it; null is as good as absent
 * @param longest of a text, or of each text of a list, in characters
 * @param form what a text must match, or null
 * @param rule the same in a sentence
 * @param nested of a list of objects: what each holds; of a reference: the record that may stand in its place, to be made
 */
public record Member(Field field, boolean isRequired, int longest, Pattern form, String rule, BodySchema nested) {

    private static final int LONGEST_ID = 80;

    public static Member of(Field field) {
        return new Member(field, false, LONGEST_ID, null, null, null);
    }

    public static Member text(Field field, int longest) {
        return of(field).upTo(longest);
    }

    public Member required() {
        return new Member(field, true, longest, form, rule, nested);
    }

    public Member upTo(int characters) {
        return new Member(field, isRequired, characters, form, rule, nested);
    }

    /** @param sentence says what the form is */
    public Member matching(String regex, String sentence) {
        return new Member(field, isRequired, longest, Pattern.compile(regex), sentence, nested);
    }

    /** Of a list of objects, or of a reference in whose place the record itself may stand. */
    public Member of(BodySchema objects) {
        return new Member(field, isRequired, longest, form, rule, objects);
    }

    public String name() {
        return field.name();
    }
}
