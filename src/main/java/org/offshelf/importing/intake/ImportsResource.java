package org.offshelf.importing.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.offshelf.access.Authors;
import org.offshelf.access.Roles;
import org.offshelf.http.Fault;
import org.offshelf.http.IdempotencyKey;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.KnownReader;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Readings;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Notices in, as the regulator published them")
class ImportsResource {

    private static final String KEY = "Makes one import of the request, however often it is sent, by the same account.";
    private static final int WAIT = 10;
    private static final int ROWS = 100;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";

    private final Imports imports;
    private final UploadGate gate;
    private final Authors authors;
    private final Readings readings;
    private final KnownReader known;

    ImportsResource(Imports imports, UploadGate gate, Authors authors, Readings readings,
            KnownReader known) {
        this.imports = imports;
        this.gate = gate;
        this.authors = authors;
        this.readings = readings;
        this.known = known;
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Consumes({ "text/html", "text/csv", "text/plain", "text/markdown", PDF, XLSX, DOCX, MediaType.APPLICATION_OCTET_STREAM,
            "application/xhtml+xml", "text/tab-separated-values" })
    @Operation(operationId = "importDocument", summary = "Put a notice in, or see what that would do", description = """
            Takes the document a regulator published: a web page, CSV, XLSX, DOCX, a PDF with a text layer, Markdown or plain
            text, as the body or as the `file` of a form. It reads the lists, keeps the wording, sorts the problems into
            categories, and recognises the apps, operators and stores it knows.

            Without `dryRun=false` nothing is changed: the report says row by row what was understood and what would be done.
            To do it, `POST` your decisions, or an empty object, to `links.apply`; it is one revision, or nothing.

            The same document twice changes nothing. A corrected version of a notice that is held is reported as a difference
            to it. An answer takes up to `wait` seconds; what takes longer is answered with 202 and goes on: see
            `GET /v1/imports/{id}`.""")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, description = "`true` only reports what would be done.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @Parameter(name = "regulator", in = ParameterIn.QUERY, description = "Id of the regulator, several with commas; where the document does not say it clearly.", schema = @Schema(type = SchemaType.STRING), example = "miit")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "What it is; without it, the title and the lists tell.", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "violation-notice", "removal-order", "penalty-decision", "summons" }))
    @Parameter(name = "title", in = ParameterIn.QUERY, description = "Title of the notice.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "published", in = ParameterIn.QUERY, description = "Day of publication.", schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(name = "deadline", in = ParameterIn.QUERY, description = "By when the apps have to be put right.", schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(name = "batchYear", in = ParameterIn.QUERY, description = "Year of the batch.", schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "batchNumber", in = ParameterIn.QUERY, description = "Number of the batch in its year.", schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "overallNumber", in = ParameterIn.QUERY, description = "Number of the batch since counting began.", schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "declaredCount", in = ParameterIn.QUERY, description = "How many apps the notice states.", schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "notice", in = ParameterIn.QUERY, description = "Id of the notice that is held, of which this is a version; where it is not recognised.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "follows", in = ParameterIn.QUERY, description = "Id of the notice that this one enforces.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "sourceUrl", in = ParameterIn.QUERY, description = "Where the document was published. It is noted, never fetched.", schema = @Schema(type = SchemaType.STRING, format = "uri"))
    @Parameter(name = "sourceKind", in = ParameterIn.QUERY, description = "How close it is to the regulator; without it, the address tells.", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "official", "repost", "press", "law", "website" }))
    @Parameter(name = "publisher", in = ParameterIn.QUERY, description = "Who published the document, where that is not the regulator.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "partial", in = ParameterIn.QUERY, description = "`true` for an excerpt: what is held and not in it stays.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(name = "fileName", in = ParameterIn.QUERY, description = "What the file was called; a form says it by itself.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "wait", in = ParameterIn.QUERY, description = "How many seconds the answer may take. `Prefer: respond-async` is 0.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "30", defaultValue = "10"))
    @RequestBody(required = true, description = "The document, at most 24 MB.", content = {
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImportForm.class)),
            @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "list", summary = "A list", value = """
                    序号,应用名称,应用开发者,应用来源,应用版本,所涉问题
                    1,青竹天气,青竹（杭州）科技有限公司,应用宝,1.0.2,违规收集个人信息
                    """)),
            @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @APIResponse(responseCode = "200", description = "The report of a dry run; or what was asked to be applied is held already.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "201", description = "Applied, in the revision `revision`.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "202", description = "Not at its end yet; `Location` tells how far it is.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "413", description = "The document is larger than is read, packed or unpacked.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "415", description = "The document is of a format that is not read.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", description = "The document is empty, damaged or encrypted; or what must be known to apply it is missing.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response post(@Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            @Parameter(hidden = true) @HeaderParam("Prefer") String prefer,
            @Parameter(description = KEY) @HeaderParam(IdempotencyKey.HEADER) String key, @Context UriInfo uri) {
        Optional<String> once = IdempotencyKey.parse(key);
        HintParser.Asked asked = asked(uri.getQueryParameters(), prefer);
        Author author = authors.curator(Cause.SOURCE, null);
        String id = gate.receive(body,
                bytes -> imports.take(Upload.of(bytes, asked.fileName(), mediaType), asked, author, once));
        return answer(imports.awaitEnd(id, asked.seconds()));
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response postForm(MultipartFormDataInput form, @HeaderParam("Prefer") String prefer,
            @HeaderParam(IdempotencyKey.HEADER) String key, @Context UriInfo uri) {
        Optional<String> once = IdempotencyKey.parse(key);
        Map<String, List<String>> given = new LinkedHashMap<>(uri.getQueryParameters());
        List<FormValue> files = new ArrayList<>();
        form.getValues().forEach((name, values) -> values.forEach(value -> {
            if (name.equals("file")) {
                files.add(value);
            } else if (!value.isFileItem()) {
                given.computeIfAbsent(name, any -> new ArrayList<>()).add(value.getValue());
            } else {
                given.computeIfAbsent(name, any -> new ArrayList<>());
            }
        }));
        HintParser.Asked asked = asked(given, prefer);
        if (files.size() != 1) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, List.of(files.isEmpty()
                    ? Fault.missing("file")
                    : Fault.invalidValue("file", null, "One document is taken at a time."))));
        }
        FormValue file = files.get(0);
        String name = asked.fileName() == null ? file.getFileName() : asked.fileName();
        String type = file.getHeaders() == null ? null : file.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        Author author = authors.curator(Cause.SOURCE, null);
        String id;
        try (InputStream body = file.isFileItem() ? file.getFileItem().getInputStream()
                : new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8))) {
            id = gate.receive(body, bytes -> imports.take(Upload.of(bytes, name, type), asked, author, once));
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "The document did not arrive whole.");
        }
        return answer(imports.awaitEnd(id, asked.seconds()));
    }

    @POST
    @RolesAllowed(Roles.CURATOR)
    @Path("{id}/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "applyImport", summary = "Apply an import, with your decisions", description = """
            Does what the report says, in one revision or not at all. Rows you decide nothing about are taken as the report says.
            What it rests on is looked at anew: where a decision no longer holds, or the registry holds something else of the
            notice than the report says (`notice.heldRevision`), the answer is 409 and nothing was changed; the report is then
            made anew.
            Applying what is applied already answers with it and changes nothing.""")
    @Parameter(name = "wait", in = ParameterIn.QUERY, description = "How many seconds the answer may take. `Prefer: respond-async` is 0.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "30", defaultValue = "10"))
    @APIResponse(responseCode = "200", description = "The registry holds it already.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "201", description = "Applied, in the revision `revision`.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "202", description = "Not at its end yet; `Location` tells how far it is.", content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "409", description = "A decision holds no longer, the report does not, or the import cannot be applied; nothing was changed.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", description = "A decision never held, or what must be known is missing.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response apply(@Parameter(description = "Id of the import.", example = "imp-7f3k9q2m4c1x") String id,
            @RequestBody(required = true, content = @Content(examples = {
                    @ExampleObject(name = "defaults", summary = "As the report says", value = "{}"),
                    @ExampleObject(name = "decisions", summary = "With decisions", value = """
                            {"decisions": [{"row": 7, "app": "app-70fy3psh", "reason": "The same package name."}, {"row": 9, "skip": true}]}""") })) ApplyRequest request,
            @Parameter(hidden = true) @HeaderParam("Prefer") String prefer, @Context UriInfo uri) {
        int wait = WaitParameter.only(uri, preferred(prefer));
        boolean wasApplied = imports.get(id).state() == ImportState.APPLIED;
        ImportRecord record = imports.apply(id, request.decisions() == null ? List.of() : request.decisions(),
                authors.curator(Cause.SOURCE, null), wait);
        return wasApplied ? Response.ok(told(record)).build() : answer(record);
    }

    private HintParser.Asked asked(Map<String, List<String>> given, String prefer) {
        return readings.current(reading -> HintParser.parse(given, new HintParser.Ids(
                known.regulators().stream().map(regulator -> regulator.id).sorted().toList(), known::isNotice,
                known::noticeIds),
                preferred(prefer)));
    }

    private static int preferred(String prefer) {
        if (prefer == null) {
            return WAIT;
        }
        if (prefer.contains("respond-async")) {
            return 0;
        }
        var seconds = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,2})(?!\\d)").matcher(prefer);
        return seconds.find() ? Math.min(30, Integer.parseInt(seconds.group(1))) : WAIT;
    }

    private Response answer(ImportRecord record) {
        String location = "/v1/imports/" + record.id();
        boolean isRefused = record.problem() != null && !record.state().isUnderWay();
        if (isRefused) {
            throw new ProblemException(record.problem().documentedAt(location)).withHeader(HttpHeaders.LOCATION, location);
        }
        int status = record.state().isUnderWay() ? 202 : record.state() == ImportState.APPLIED ? 201 : 200;
        return Response.status(status).header(HttpHeaders.LOCATION, location).entity(told(record)).build();
    }

    private ImportAnswer told(ImportRecord record) {
        return ImportAnswer.of(record, record.report() == null ? null : imports.rows(record.id(), ROWS));
    }
}
