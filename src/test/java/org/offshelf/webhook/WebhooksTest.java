package org.offshelf.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.Operator;
import org.offshelf.ledger.Standing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class WebhooksTest {

    private record Received(String id, String timestamp, String signature, String body) {
    }

    @Inject
    TestRecords records;
    @Inject
    DeliveryQueue queue;
    @Inject
    Session session;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    /** What is answered next; 204 when there is nothing. */
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile int otherwise = 204;
    private HttpServer server;
    private String hook;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"), body));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? otherwise : answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        if (hook != null) {
            given().delete("/v1/webhooks/" + hook);
        }
    }

    @Test
    void changesArriveSignedAndAreSentAgainUntilAccepted() {
        JsonNode made = create("type=apps");
        String secret = made.get("secret").textValue();
        assertThat(secret).startsWith("whsec_");
        answers.addAll(List.of(500, 302));
        long revision = records.run(records::app);
        await(() -> received.size() >= 3);
        assertThat(received).extracting(Received::id).containsOnly("msg_" + hook + "_" + (revision - 1));
        assertThat(received).extracting(one -> Api.json(one.body()).get("data")).containsOnly(
                Api.json(received.get(0).body()).get("data"));
        Received last = received.get(2);
        byte[] key = Base64.getDecoder().decode(secret.substring(6));
        assertThat(last.signature()).isEqualTo(Signature.of(key, last.id(), Long.parseLong(last.timestamp()), last.body()));
        JsonNode line = Api.json(last.body()).at("/data/results/0");
        assertThat(line).isEqualTo(Api.list("/v1/changes?type=apps&since=" + (revision - 1)).results().get(0));
        await(() -> state().get("delivered").longValue() == 1);
        assertThat(state().get("position").textValue()).isEqualTo(Long.toString(revision));
        assertThat(state().get("secret").isNull()).isTrue();
        assertThat(state().get("attempts").intValue()).isZero();
    }

    @Test
    void manyChangesComeInOrderAndWithoutGap() {
        create("");
        long before = Api.one("/v1").get("revision").longValue();
        for (int i = 0; i < 5; i++) {
            records.run(() -> IntStream.range(0, 60).forEach(j -> records.app()));
        }
        await(() -> state().get("position").textValue().equals(Long.toString(before + 5)));
        List<JsonNode> lines = new ArrayList<>();
        received.forEach(one -> Api.json(one.body()).at("/data/results").forEach(lines::add));
        assertThat(lines).isEqualTo(Api.all("/v1/changes?since=" + before));
        assertThat(received).allMatch(one -> Api.json(one.body()).at("/data/results").size() <= 100);
    }

    @Test
    void whatAnInstanceBeganAndDidNotEndIsDeliveredByAnother() {
        create("type=operators");
        // A revision that is not meant brings it to the end; then it is claimed as by an instance that dies.
        otherwise = 500;
        records.run(records::operator);
        await(() -> !received.isEmpty());
        Delivery claimed = null;
        Instant end = Instant.now().plusSeconds(20);
        while (claimed == null && Instant.now().isBefore(end)) {
            claimed = queue.claim().orElse(null);
        }
        assertThat(claimed).isNotNull();
        assertThat(queue.claim()).isEmpty();
        otherwise = 204;
        int sent = received.size();
        await(() -> received.size() > sent);
        assertThat(received.get(sent).id()).isEqualTo(claimed.messageId());
        await(() -> state().get("delivered").longValue() == 1);
        // Who has lost its claim changes nothing.
        queue.failed(claimed, 500, "Late.", Duration.ZERO, true);
        assertThat(state().get("state").textValue()).isEqualTo("active");
    }

    @Test
    void lastingFailureDisablesAndActivationGoesOn() {
        create("type=sources");
        otherwise = 500;
        records.run(records::source);
        await(() -> state().get("state").textValue().equals("disabled"));
        assertThat(state().get("lastStatus").intValue()).isEqualTo(500);
        assertThat(state().get("failingSince").isNull()).isFalse();
        otherwise = 204;
        assertThat(given().post("/v1/webhooks/" + hook + "/activation").statusCode()).isEqualTo(200);
        await(() -> state().get("delivered").longValue() == 1);
        answers.add(410);
        records.run(records::source);
        await(() -> state().get("state").textValue().equals("disabled"));
    }

    @Test
    void aFilterThatIsNotUnderstoodAnyMoreDisablesWhatNobodyWouldMiss() {
        Operator[] operators = new Operator[2];
        records.run(() -> Arrays.setAll(operators, any -> records.operator()));
        create("type=findings&operator=" + operators[0].id);
        records.run(() -> {
            Operator merged = session.find(Operator.class, operators[0].id);
            merged.standing = Standing.MERGED;
            merged.standingReason = "The same.";
            merged.successor = operators[1].id;
        });
        await(() -> state().get("state").textValue().equals("disabled"));
        assertThat(state().get("lastError").textValue()).contains("filter").contains(operators[0].id);
    }

    @Test
    void whatIsWrongIsSaidAndOthersSeeNothing() {
        assertThat(post("{'url':'ftp://x','filter':'type=finding&limit=5'}").jsonPath().getList("errors")).hasSize(3);
        assertThat(post("{}").statusCode()).isEqualTo(400);
        assertThat(post("{'url':'http://localhost:1/','colour':'red'}").statusCode()).isEqualTo(400);
        create("");
        assertThat(given().get("/v1/webhooks").jsonPath().getList("results.id")).contains(hook);
        assertThat(given().get("/v1/webhooks/hook-0000").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1, false", "10.1.2.3, false", "172.16.0.1, false", "192.168.1.1, false", "169.254.169.254, false",
            "100.64.0.1, false", "0.0.0.0, false", "224.0.0.1, false", "255.255.255.255, false", "198.18.0.1, false",
            "::1, false", "fe80::1, false", "fc00::1, false", "::ffff:10.0.0.1, false", "64:ff9b::a00:1, false",
            "2002:a00:1::, false",
            "2001:0:a00::1, false", "8.8.8.8, true", "2606:4700::1111, true", "2a00:1450:4001::1, true" })
    void onlyPublicAddressesAreConnectedTo(String address, boolean isPublic) throws IOException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    private JsonNode create(String filter) {
        Response made = post(
                "{'url':'http://localhost:" + server.getAddress().getPort() + "/here?x=1','filter':'" + filter + "'}");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        hook = made.jsonPath().getString("id");
        return Api.json(made.asString());
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body.replace('\'', '"')).post("/v1/webhooks");
    }

    private JsonNode state() {
        return Api.one("/v1/webhooks/" + hook);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(40);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it took too long").isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
