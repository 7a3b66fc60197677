package org.offshelf.database;

import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;

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
        String here = server.getPort() > 0 ? "http://localhost:" + server.getPort()
                : "https://localhost:" + server.getSecurePort();
        LOG.infof("Ready: API %s/v1, Swagger UI %s/q/swagger-ui, database %s", here, here,
                DatabaseStartup.isEmbedded(url)
                        ? "embedded in " + embedded.folder().toAbsolutePath()
                        : "at " + ExternalDatabase.address(url));
    }
}
