package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;

/** A row while the lines that belong to it are still being read. */
final class Draft {

    final String place;
    Integer number;
    AppKind kind;
    Measure measure;
    String section;
    final Map<Field, String> values = new EnumMap<>(Field.class);
    final List<String> problems = new ArrayList<>();

    Draft(String place) {
        this.place = place;
    }

    /** Another row of the same app. */
    Draft again(String place) {
        Draft draft = new Draft(place);
        draft.number = number;
        draft.kind = kind;
        draft.measure = measure;
        draft.section = section;
        draft.values.putAll(values);
        return draft;
    }

    String get(Field field) {
        return values.get(field);
    }

    void put(Field field, String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    ReadRow row(String annex, Measure ofList, AppKind ofKind) {
        AppKind own = kind == null ? Kinds.of(this, ofKind) : kind;
        return new ReadRow(number, get(Field.APP), own, get(Field.DEVELOPER), get(Field.STORE), get(Field.VERSION),
                problems.isEmpty() ? null : String.join("\n", problems), get(Field.FILING), get(Field.REGION), annex,
                measure == null ? ofList : measure, place);
    }
}
