package org.offshelf.database;

import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;

/** Says where to look, once there is something to see. */
class Announcement {

    private static final Logger LOG = Logger.getLogger("org.offshelf");

    private final HttpServer server;
    private final String url;
    private final DatabaseConfig embedded;

    Announcement(HttpServer server, @ConfigProperty(name = DatabaseStartup.URL) String url, DatabaseConfig embedded) {
        this.server = server;
        this.url = url;
        this.embedded = embedded;
    }

    void listening(@ObservesAsync HttpServerStart started) {
        announce("http://localhost:" + server.getPort());
    }

    /** With TLS, unless there is a plain port, too. */
    void listeningSecurely(@ObservesAsync HttpsServerStart started) {
        if (server.getPort() <= 0) {
            announce("https://localhost:" + server.getSecurePort());
        }
    }

    private void announce(String here) {
        LOG.infof("Ready: API %s/v1, Swagger UI %s/q/swagger-ui, database %s", here, here,
                DatabaseStartup.isEmbedded(url)
                        ? "embedded in " + embedded.folder().toAbsolutePath()
                        : "at " + ExternalDatabase.address(url));
    }
}
