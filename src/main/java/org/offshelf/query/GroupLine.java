package org.offshelf.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.offshelf.query.format.Column;
import org.offshelf.query.format.Line;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A group as a line: its keys, each with its label where it has one, its metrics, and the list of the records it counts.
 *
 * @param values keys, labels, metrics, as they were read
 */
record GroupLine(AggregateQuery query, Object[] values, Links links) implements Line {

    static List<Column> columns(AggregateQuery query) {
        List<Column> columns = new ArrayList<>();
        for (Dimension dimension : query.dimensions()) {
            columns.add(new Column(dimension.path(), kind(dimension)));
            if (dimension.isLabelled()) {
                columns.add(new Column(dimension.path() + "Label", Column.Kind.TEXT));
            }
        }
        query.metrics().forEach(metric -> columns.add(new Column(metric.name(), Column.Kind.NUMBER)));
        columns.add(new Column("link", Column.Kind.TEXT));
        return columns;
    }

    private static Column.Kind kind(Dimension dimension) {
        if (dimension.bucket() == Bucket.DAY) {
            return Column.Kind.DATE;
        }
        return dimension.field().type() == FieldType.INTEGER ? Column.Kind.NUMBER : Column.Kind.TEXT;
    }

    @Override
    public List<Object> cells() {
        int size = query.dimensions().size();
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Dimension dimension = query.dimensions().get(i);
            cells.add(RowLine.cell(kind(dimension), values[i]));
            if (dimension.isLabelled()) {
                cells.add(values[size + i]);
            }
        }
        for (int i = 0; i < query.metrics().size(); i++) {
            cells.add(RowLine.cell(Column.Kind.NUMBER, values[2 * size + i]));
        }
        cells.add(GroupLinks.to(query, values, links));
        return cells;
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        List<Column> columns = columns(query);
        List<Object> cells = cells();
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            if (cells.get(i) == null) {
                json.writeNull();
            } else if (cells.get(i) instanceof BigDecimal number) {
                json.writeNumber(number);
            } else {
                json.writeString(cells.get(i).toString());
            }
        }
        json.writeEndObject();
    }
}
