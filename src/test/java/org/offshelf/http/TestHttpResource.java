package org.offshelf.http;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

@Path("/test-http")
@Produces(MediaType.APPLICATION_JSON)
public class TestHttpResource {

    enum Kind {
        @JsonProperty("removal-order")
        REMOVAL_ORDER,
        @JsonProperty("violation-notice")
        VIOLATION_NOTICE
    }

    record Draft(String title, Kind kind, List<Row> rows) {
    }

    record Row(int sequence) {
    }

    @GET
    @Path("ok")
    public Map<String, Object> ok(@RestQuery String q) {
        return Map.of("q", String.valueOf(q), "requestId", String.valueOf(MDC.get("requestId")));
    }

    @GET
    @Path("deprecated")
    @DeprecatedSince(value = "2026-11-01", sunset = "2027-11-01", successor = "/test-http/ok")
    public Map<String, Object> deprecated() {
        return Map.of();
    }

    @DELETE
    @PermitAll
    @Path("ok")
    public void delete() {
    }

    @POST
    @PermitAll
    @Path("other")
    public void other() {
    }

    @GET
    @Path("number")
    public int number(@RestQuery int n) {
        return n;
    }

    @GET
    @Path("cached")
    public RestResponse<Map<String, String>> cached(@Context HttpHeaders headers) {
        return ConditionalGet.answer(headers, "\"1-a\"", "public, max-age=60", () -> Map.of("text", "long ".repeat(200)));
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    public String csv() {
        return "a,b\r\n";
    }

    @GET
    @Path("csv-problem")
    @Produces("text/csv")
    public String csvProblem() {
        throw ProblemException.of(ProblemType.INVALID_PARAMETER, "No.");
    }

    @POST
    @PermitAll
    @Path("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    public Draft draft(Draft draft) {
        return draft;
    }

    @POST
    @PermitAll
    @Path("bytes")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public int bytes(byte[] bytes) {
        return bytes.length;
    }

    @GET
    @Path("fail/{how}")
    public String fail(String how) throws Throwable {
        throw failure(how);
    }

    private static Throwable failure(String how) throws IOException {
        return switch (how) {
            case "problem" ->
                ProblemException.of(ProblemType.CONFLICT, "It is taken.").withHeader("Location", "/v1/apps/app-1");
            case "runtime" -> new IllegalStateException("secret table_x");
            case "argument" -> new IllegalArgumentException("secret table_x");
            case "error" -> new StackOverflowError("secret table_x");
            case "database" -> new RuntimeException("secret", new SQLTransientConnectionException("secret"));
            case "pool" -> new RuntimeException(new SQLException("Acquisition timeout while waiting for new connection"));
            case "busy-pool" -> new RuntimeException(new SQLException("Sorry, acquisition timeout!"));
            case "sql" -> new RuntimeException(new SQLException("secret: duplicate key", "23000"));
            case "unauthorized" -> new UnauthorizedException("secret");
            case "forbidden" -> new io.quarkus.security.ForbiddenException("secret");
            case "rejected" -> new AuthenticationFailedException("secret");
            case "web" -> new ForbiddenException("secret");
            case "teapot" -> new WebApplicationException("secret", Response.status(418).header("X-Tea", "yes").build());
            case "web500" -> new WebApplicationException("secret");
            case "redirect" -> new WebApplicationException(Response.status(308).header("Location", "/v1/apps/app-1").build());
            case "own-json" -> new ObjectMapper().readValue("[]", RuntimeException.class);
            default -> new IOException("secret");
        };
    }
}
