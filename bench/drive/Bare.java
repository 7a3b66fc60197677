import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The limit of a hot answer: a Vert.x handler that writes the status, headers and bytes it was given from memory; a 304 only to
 * whoever has the ETag. Arguments: the port, a folder of answers. Each file of it has status and path, the headers, an empty line
 * and the body.
 */
class Bare extends AbstractVerticle {

    /** Encoded once, as the service does it. */
    record Header(CharSequence name, CharSequence value) {
    }

    record Kept(int status, String etag, List<Header> headers, Buffer body) {

        static void read(Path file, Map<String, Kept> into) throws Exception {
            Buffer bytes = Buffer.buffer(Files.readAllBytes(file));
            int end = bytes.toString("ISO-8859-1").indexOf("\n\n");
            List<String> lines = bytes.getString(0, end, "ISO-8859-1").lines().toList();
            String etag = null;
            List<Header> headers = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                int colon = line.indexOf(": ");
                String name = line.substring(0, colon);
                String value = line.substring(colon + 2);
                headers.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
                etag = name.equals("etag") ? value : etag;
            }
            String[] first = lines.get(0).split(" ", 2);
            into.put(first[1], new Kept(Integer.parseInt(first[0]), etag, headers, bytes.getBuffer(end + 2, bytes.length())));
        }
    }

    private final int port;
    private final Map<String, Kept> kept;

    Bare(int port, Map<String, Kept> kept) {
        this.port = port;
        this.kept = kept;
    }

    public static void main(String[] args) throws Exception {
        Map<String, Kept> kept = new HashMap<>();
        try (var files = Files.list(Path.of(args[1]))) {
            for (Path file : files.toList()) {
                Kept.read(file, kept);
            }
        }
        int threads = 2 * Runtime.getRuntime().availableProcessors(); // as Quarkus has it
        Vertx.vertx().deployVerticle(() -> new Bare(Integer.parseInt(args[0]), kept), new DeploymentOptions().setInstances(threads))
                .onFailure(e -> {
                    e.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port)).requestHandler(this::answer).listen()
                .<Void> mapEmpty().onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Kept answer = kept.get(request.uri());
        if (answer == null || answer.status() == 304 && !answer.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(404).end();
            return;
        }
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        response.setStatusCode(answer.status()).end(answer.body());
    }
}
