package org.offshelf.bench;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.JdbcTypeCode;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Values;

/** How the records of one class are kept in tables and in the ledger: read from the class, as Hibernate does. */
final class RecordType {

    final String table;
    private final List<Attribute> attributes = new ArrayList<>();

    /** @param elements columns of the table of a collection; null for what stands in the record's own row */
    private record Attribute(Field field, String name, String column, boolean isJson, boolean isOrdered,
            List<Element> elements) {
    }

    /** @param component null where the element is the value itself */
    private record Element(RecordComponent component, String column) {
    }

    /** What the ledger says of a record, and how much its collections hold. */
    record State(String[] json, int[] sizes) {
    }

    RecordType(Class<? extends RegistryRecord> type) {
        this.table = snake(type.getSimpleName());
        List<Field> fields = new ArrayList<>();
        for (Class<?> one = type; one != Object.class; one = one.getSuperclass()) {
            fields.addAll(List.of(one.getDeclaredFields()));
        }
        fields.removeIf(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0);
        fields.removeIf(field -> field.getName().equals("id") || field.getName().startsWith("$"));
        fields.sort(Comparator.comparing(Field::getName));
        fields.forEach(field -> attributes.add(attribute(field)));
    }

    private static Attribute attribute(Field field) {
        field.setAccessible(true);
        boolean isCollection = field.isAnnotationPresent(ElementCollection.class);
        return new Attribute(field, field.getName(), column(field, field.getName()),
                field.isAnnotationPresent(JdbcTypeCode.class), field.isAnnotationPresent(OrderColumn.class),
                isCollection ? elements(field) : null);
    }

    private static List<Element> elements(Field field) {
        Class<?> element = (Class<?>) ((java.lang.reflect.ParameterizedType) field.getGenericType())
                .getActualTypeArguments()[0];
        if (!element.isRecord()) {
            return List.of(new Element(null, column(field, field.getName())));
        }
        List<Element> elements = new ArrayList<>();
        for (RecordComponent component : element.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            try {
                elements.add(new Element(component,
                        column(element.getDeclaredField(component.getName()), component.getName())));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return elements;
    }

    private static String column(Field field, String name) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? snake(name) : column.name();
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The tables of the records and of their collections, the records' own first. */
    List<TableColumns> tables() {
        List<String> own = new ArrayList<>(List.of("id"));
        List<TableColumns> tables = new ArrayList<>();
        for (Attribute attribute : attributes) {
            if (attribute.elements() == null) {
                own.add(attribute.column());
            } else {
                List<String> columns = new ArrayList<>(List.of(table + "_id"));
                if (attribute.isOrdered()) {
                    columns.add("position");
                }
                attribute.elements().forEach(element -> columns.add(element.column()));
                tables.add(TableColumns.versioned(collection(attribute), columns));
            }
        }
        tables.add(0, TableColumns.versioned(table, own));
        return tables;
    }

    private String collection(Attribute attribute) {
        return table + '_' + snake(attribute.name());
    }

    State state(RegistryRecord record) {
        State state = new State(new String[attributes.size()], new int[attributes.size()]);
        for (int i = 0; i < attributes.size(); i++) {
            Object value = value(attributes.get(i), record);
            state.json()[i] = Values.toJson(value);
            state.sizes()[i] = attributes.get(i).elements() == null ? 0 : ((Collection<?>) value).size();
        }
        return state;
    }

    /** What a line of the ledger says of a record that is new. */
    String created(State now) {
        StringBuilder fields = new StringBuilder("{");
        for (int i = 0; i < attributes.size(); i++) {
            String json = now.json()[i];
            if (isRecorded(i) && !json.equals("null") && !json.equals("[]")) {
                fields.append(fields.length() == 1 ? "\"" : ",\"").append(attributes.get(i).name()).append("\":{\"new\":")
                        .append(json).append('}');
            }
        }
        return fields.append('}').toString();
    }

    /** What it says of a change; collections come last. */
    String changed(State before, State now) {
        StringBuilder fields = new StringBuilder("{");
        for (boolean isCollection : List.of(false, true)) {
            for (int i = 0; i < attributes.size(); i++) {
                if (isRecorded(i) && attributes.get(i).elements() != null == isCollection
                        && !now.json()[i].equals(before.json()[i])) {
                    fields.append(fields.length() == 1 ? "\"" : ",\"").append(attributes.get(i).name()).append("\":{\"old\":")
                            .append(before.json()[i]).append(",\"new\":").append(now.json()[i]).append('}');
                }
            }
        }
        return fields.append('}').toString();
    }

    /** Whether something else than a collection differs: Hibernate comes to those first. */
    boolean isRowChanged(State before, State now) {
        for (int i = 0; i < attributes.size(); i++) {
            if (isRecorded(i) && attributes.get(i).elements() == null && !now.json()[i].equals(before.json()[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isRecorded(int attribute) {
        return !attributes.get(attribute).name().equals("revision");
    }

    /** The record's own row, without its period. */
    Line row(RegistryRecord record) {
        Line line = new Line().add(record.id);
        for (Attribute attribute : attributes) {
            if (attribute.elements() == null) {
                Object value = value(attribute, record);
                line.add(attribute.isJson() ? Values.toJson(value) : value);
            }
        }
        return line;
    }

    /** Rows of collections, without their periods. */
    interface Elements {
        void row(String table, Line line);
    }

    /** @param before which elements are there already; collections only grow */
    void elements(RegistryRecord record, State before, Elements rows) {
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (attribute.elements() == null) {
                continue;
            }
            int position = 0;
            for (Object element : (Collection<?>) value(attribute, record)) {
                if (before == null || position >= before.sizes()[i]) {
                    Line line = new Line().add(record.id);
                    if (attribute.isOrdered()) {
                        line.add(position);
                    }
                    attribute.elements().forEach(column -> line.add(value(column, element)));
                    rows.row(collection(attribute), line);
                }
                position++;
            }
        }
    }

    /** The value of an attribute by its name, which is that of the API's field. */
    Object value(String name, RegistryRecord record) {
        return name.equals("id") ? record.id
                : attributes.stream().filter(attribute -> attribute.name().equals(name)).findFirst()
                        .map(attribute -> value(attribute, record)).orElse(null);
    }

    private static Object value(Attribute attribute, RegistryRecord record) {
        try {
            return attribute.field().get(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Element element, Object of) {
        try {
            return element.component() == null ? of : element.component().getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
