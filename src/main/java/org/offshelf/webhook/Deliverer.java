package org.offshelf.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.offshelf.changes.FollowedChanges;
import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** Delivers what is new. Redirects are not followed: they could lead anywhere. */
@ApplicationScoped
class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    private static final int LINES = 100;
    private static final int AT_ONCE = 8;
    private static final int GONE = 410;
    private static final int MOST_DOUBLINGS = 20;

    private final DeliveryQueue queue;
    private final FollowedChanges changes;
    private final Addresses addresses;
    private final WebhookConfig config;
    private final Clock clock;
    private final HttpClient client;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Deliverer(DeliveryQueue queue, FollowedChanges changes, Addresses addresses, WebhookConfig config, Clock clock,
            Vertx vertx) {
        this.queue = queue;
        this.changes = changes;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setMaxPoolSize(AT_ONCE)
                .setConnectTimeout((int) config.timeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Scheduled(every = "${offshelf.webhooks.poll:1s}", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        while (places.tryAcquire()) {
            Optional<Delivery> next = Optional.empty();
            try {
                next = queue.claim();
            } finally {
                if (next.isEmpty()) {
                    places.release();
                }
            }
            if (next.isEmpty()) {
                return;
            }
            Delivery delivery = next.get();
            Infrastructure.getDefaultWorkerPool().execute(() -> {
                try {
                    deliver(delivery);
                } catch (ProblemException e) {
                    queue.failed(delivery, null, "The filter is not understood any more: "
                            + e.problem().errors().stream().map(Fault::message).collect(Collectors.joining(" ")), Duration.ZERO,
                            true);
                } catch (RuntimeException e) {
                    LOG.warnf(e, "A delivery to webhook %s broke off", delivery.id());
                    fail(delivery, "The changes could not be read; the log of the service says why.");
                } finally {
                    places.release();
                }
            });
        }
    }

    private void deliver(Delivery delivery) {
        FollowedChanges.Part part = changes.after(delivery.filter(), delivery.position(), delivery.until(), LINES);
        if (part.count() == 0) {
            queue.delivered(delivery, part.end(), null);
            return;
        }
        String body = "{\"type\":\"changes\",\"timestamp\":\"" + clock.instant() + "\",\"data\":{\"since\":\""
                + delivery.position()
                + "\",\"nextSince\":\"" + part.end() + "\",\"results\":" + part.lines() + "}}";
        try {
            int status = send(delivery, body);
            if (status >= 200 && status < 300) {
                queue.delivered(delivery, part.end(), status);
            } else {
                queue.failed(delivery, status, "The address answered " + status + ".", wait(delivery.attempts()),
                        status == GONE);
            }
        } catch (ExecutionException e) {
            fail(delivery, String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            fail(delivery, "No answer within " + config.timeout().toSeconds() + " s.");
        } catch (UnknownHostException e) {
            fail(delivery, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Delivery delivery, String error) {
        queue.failed(delivery, null, error, wait(delivery.attempts()), false);
    }

    private int send(Delivery delivery, String body)
            throws UnknownHostException, ExecutionException, InterruptedException, TimeoutException {
        InetAddress address = addresses.of(delivery.url());
        boolean isSecure = delivery.url().getScheme().equals("https");
        int port = delivery.url().getPort() >= 0 ? delivery.url().getPort() : isSecure ? 443 : 80;
        String path = delivery.url().getRawPath().isEmpty() ? "/" : delivery.url().getRawPath();
        long now = clock.instant().getEpochSecond();
        RequestOptions request = new RequestOptions().setMethod(HttpMethod.POST).setSsl(isSecure)
                .setHost(delivery.url().getHost())
                .setPort(port).setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setURI(delivery.url().getRawQuery() == null ? path : path + '?' + delivery.url().getRawQuery())
                .setTimeout(config.timeout().toMillis()).putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Offshelf").putHeader("webhook-id", delivery.messageId())
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", Signature.of(delivery.secret(), delivery.messageId(), now, body));
        return client.request(request).compose(open -> open.send(body).map(response -> {
            // What it says besides is of no interest, however much it is.
            open.connection().close();
            return response.statusCode();
        })).toCompletionStage().toCompletableFuture().get(2 * config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Twice as long each time, and never for all at the same moment. */
    private Duration wait(int attempts) {
        long millis = Math.min(config.firstRetry().toMillis() << Math.min(attempts, MOST_DOUBLINGS),
                config.longestRetry().toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5 + 1));
    }
}
