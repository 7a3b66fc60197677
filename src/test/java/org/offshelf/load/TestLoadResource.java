package org.offshelf.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.offshelf.http.Streams;

/** Takes as long as a test wants. */
@Singleton
@Path("/test-load")
public class TestLoadResource {

    private static final byte[] MUCH = new byte[64 * 1024];

    private final Streams streams;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final List<String> entered = new CopyOnWriteArrayList<>();

    TestLoadResource(Streams streams) {
        this.streams = streams;
    }

    void shut() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    long entered(String name) {
        return entered.stream().filter(name::equals).count();
    }

    int inside() {
        return inside.get();
    }

    @GET
    @Path("gate/{name}")
    @Operation(hidden = true)
    public String pass(@RestPath String name) throws InterruptedException {
        inside.incrementAndGet();
        entered.add(name);
        try {
            return name + gate.await(60, TimeUnit.SECONDS);
        } finally {
            inside.decrementAndGet();
        }
    }

    @GET
    @Path("endless.csv")
    @Operation(hidden = true)
    public Response endless() {
        return Response.ok(streams.body(out -> {
            inside.incrementAndGet();
            try {
                while (true) {
                    out.write(MUCH);
                }
            } finally {
                inside.decrementAndGet();
            }
        }), "text/csv").build();
    }
}
