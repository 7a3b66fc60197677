package org.offshelf.query;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.http.Streams;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Table;

/** Answers lists as files, whole. */
@ApplicationScoped
public class Tables {

    /** What a sheet of Excel holds, less the header. */
    private static final int SHEET = 1_048_575;

    private final Readings readings;
    private final RowReader rows;
    private final Streams streams;

    Tables(Readings readings, RowReader rows, Streams streams) {
        this.readings = readings;
        this.rows = rows;
        this.streams = streams;
    }

    Response list(ListQuery query, Reading reading, Output output, Links links) {
        if (output.format() == Format.XLSX && query.limit() > SHEET) {
            requireSheet(rows.count(query.schema(), new Context(query.language(), reading.today()), query.criteria()), links);
        }
        Table table = new Table(query.schema().name(), RowLine.columns(query), new Walk(readings, rows, query, reading));
        return file(table, reading, output, links);
    }

    public static void requireSheet(long count, Links links) {
        if (count > SHEET) {
            Fault fault = Fault.invalidValue("format", Format.XLSX.code(), "A sheet holds " + SHEET + " rows; the result has "
                    + count + ". Use format=csv, or filter.");
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, List.of(fault))
                    .trying(links.with("format", Format.CSV.code()).self()));
        }
    }

    public Response file(Table table, Reading reading, Output output, Links links) {
        StreamingOutput body = streams.body(out -> output.write(table, out));
        String name = table.name() + "-r" + reading.revision() + '.' + output.format().code();
        return Response.ok(body, output.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .header(HttpHeaders.LINK, Links.header(links.self(), "self")).build();
    }
}
