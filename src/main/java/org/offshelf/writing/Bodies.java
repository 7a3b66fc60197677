package org.offshelf.writing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.BodyText;
import org.offshelf.http.Fault;
import org.offshelf.http.Nearest;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;
import org.offshelf.query.ReferenceCheck;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads request bodies by their schemas. Run within the write, so that what a body refers to stays as it was found. */
@ApplicationScoped
public class Bodies {

    private static final int MOST = 1_000;
    private static final int MONEY_DIGITS = 16;
    private static final int SHOWN = 100;

    private final ReferenceCheck references;

    Bodies(ReferenceCheck references) {
        this.references = references;
    }

    /** Finds all faults and ends nothing: that is left to {@link Body#requireValid}, after what the caller has to say. */
    public Body read(BodySchema schema, JsonNode json) {
        Body body = new Body();
        read(schema, json, body);
        return body;
    }

    private void read(BodySchema schema, JsonNode json, Body body) {
        json.fieldNames().forEachRemaining(name -> {
            if (!schema.members().containsKey(name)) {
                body.unreadable(unknown(body.pointer(name), name, schema));
            }
        });
        for (Member member : schema.members().values()) {
            String place = body.pointer(member.name());
            JsonNode value = json.path(member.name());
            if (value.isMissingNode() || value.isNull()) {
                if (member.isRequired()) {
                    body.unreadable(Fault.missing(place));
                } else if (value.isNull()) {
                    body.put(member.name(), null);
                }
            } else {
                body.put(member.name(), value(member, value, place, body));
            }
        }
    }

    private static Fault unknown(String place, String name, BodySchema schema) {
        List<String> known = List.copyOf(schema.members().keySet());
        var nearest = Nearest.match(name, known);
        return new Fault(BodyText.isText(place) ? place : "", null, Fault.UNKNOWN_FIELD, "There is no such member here."
                + nearest.map(near -> " Did you mean `" + near + "`?").orElse(""), known, nearest.orElse(null));
    }

    private Object value(Member member, JsonNode value, String place, Body body) {
        Field field = member.field();
        if (field.isMultiple() || field.type() == FieldType.JSON) {
            return list(member, value, place, body);
        }
        if (member.nested() != null && value.isObject()) {
            return object(member, value, place, body);
        }
        Object single = single(member, value, place, body);
        if (field.type() == FieldType.REFERENCE && single != null) {
            references.faultsOfReferences(place, field.target(), Set.of((String) single)).forEach(body::unreadable);
        }
        return single;
    }

    private Body object(Member member, JsonNode value, String place, Body body) {
        Body inner = body.within(place);
        read(member.nested(), value, inner);
        return inner;
    }

    private List<?> list(Member member, JsonNode value, String place, Body body) {
        if (!value.isArray() || value.size() > MOST) {
            body.unreadable(Fault.invalidValue(place, null, "A list of at most " + MOST + " entries."));
            return null;
        }
        if (member.isRequired() && value.isEmpty()) {
            body.unreadable(Fault.invalidValue(place, null, "At least one entry is needed."));
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String at = place + "/" + i;
            if (member.nested() == null) {
                all.add(single(member, value.get(i), at, body));
            } else if (value.get(i).isObject()) {
                all.add(object(member, value.get(i), at, body));
            } else {
                body.unreadable(Fault.invalidValue(at, null, "An object."));
            }
        }
        if (member.field().type() == FieldType.REFERENCE) {
            Set<String> ids = new LinkedHashSet<>();
            all.forEach(id -> ids.add((String) id));
            ids.remove(null);
            references.faultsOfReferences(place, member.field().target(), ids).forEach(body::unreadable);
        }
        return all;
    }

    private static Object single(Member member, JsonNode value, String place, Body body) {
        return switch (member.field().type()) {
            case INTEGER -> integer(value, place, body);
            case DECIMAL -> decimal(value, place, body);
            case DATE -> date(value, place, body);
            case CODE -> code(member.field(), value, place, body);
            default -> text(member, value, place, body);
        };
    }

    private static String text(Member member, JsonNode value, String place, Body body) {
        if (!value.isTextual()) {
            body.unreadable(Fault.invalidValue(place, shown(value), "A text, in quotes."));
            return null;
        }
        String text = value.textValue();
        List<Fault> faults = new ArrayList<>();
        BodyText.check(place, text, member.longest(), faults);
        faults.forEach(fault -> body.unreadable(new Fault(fault.pointer(), fault.value(), fault.code(), fault.message(),
                fault.allowed(), fault.didYouMean())));
        if (faults.isEmpty() && member.form() != null && !member.form().matcher(text).matches()) {
            body.unreadable(Fault.invalidValue(place, shown(value), member.rule()));
        }
        return faults.isEmpty() ? text : null;
    }

    private static String code(Field field, JsonNode value, String place, Body body) {
        if (value.isTextual() && field.codes().contains(value.textValue())) {
            return value.textValue();
        }
        body.unreadable(Fault.unknownValue(place, shown(value), field.codes()));
        return null;
    }

    private static LocalDate date(JsonNode value, String place, Body body) {
        try {
            if (value.isTextual() && value.textValue().length() == "2021-11-03".length()) {
                return LocalDate.parse(value.textValue());
            }
        } catch (DateTimeParseException notADay) {
            // told below
        }
        body.unreadable(Fault.invalidValue(place, shown(value), "A day, as in 2021-11-03."));
        return null;
    }

    private static Integer integer(JsonNode value, String place, Body body) {
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0) {
            return value.intValue();
        }
        body.unreadable(Fault.invalidValue(place, shown(value), "A whole number, not below 0."));
        return null;
    }

    private static BigDecimal decimal(JsonNode value, String place, Body body) {
        if (value.isNumber()) {
            BigDecimal number = new BigDecimal(value.asText()).stripTrailingZeros();
            if (number.signum() >= 0 && number.scale() <= 2 && number.precision() - number.scale() <= MONEY_DIGITS) {
                return number.setScale(2);
            }
        }
        body.unreadable(Fault.invalidValue(place, shown(value), "A number, not below 0, with at most two decimals."));
        return null;
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return !BodyText.isText(text) ? null : text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
