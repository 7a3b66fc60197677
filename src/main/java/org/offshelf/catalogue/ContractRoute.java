package org.offshelf.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.Router;

/** Has the contract prepared on a worker thread: the handler behind this one asks for it on the I/O thread. */
@ApplicationScoped
class ContractRoute {

    private static final String ONLY_DOCUMENT = "<default>";

    private final OpenApiDocumentService documents;
    private final String path;
    private volatile boolean isPrepared;

    ContractRoute(OpenApiDocumentService documents,
            @ConfigProperty(name = "quarkus.smallrye-openapi.path", defaultValue = "openapi") String path) {
        this.documents = documents;
        this.path = path;
    }

    void routes(@Observes Router router) {
        router.route("/q/" + path + "*").order(-1).handler(context -> {
            if (isPrepared) {
                context.next();
                return;
            }
            context.vertx().executeBlocking(() -> documents.getDocument(ONLY_DOCUMENT, Format.JSON))
                    .onSuccess(any -> {
                        isPrepared = true;
                        context.next();
                    }).onFailure(context::fail);
        });
    }
}
