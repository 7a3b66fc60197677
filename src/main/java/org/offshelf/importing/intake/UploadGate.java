package org.offshelf.importing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.reading.Limits;

/** Lets in as many documents at a time as there is memory for, none of them larger than is read. */
@ApplicationScoped
class UploadGate {

    private static final int LARGEST = Limits.defaults().bytes();

    private final Semaphore places;

    @Inject
    UploadGate(IntakeConfig config) {
        this(config.received());
    }

    UploadGate(int places) {
        this.places = new Semaphore(places);
    }

    <T> T receive(InputStream body, Function<byte[], T> taken) {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("Other documents are being received. Please try again shortly.", 5);
        }
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE,
                        "A document may have at most " + LARGEST + " bytes. Send its lists one by one.")
                        .withHeader("Connection", "close");
            }
            if (bytes.length == 0) {
                throw ProblemException.of(ProblemType.INVALID_REQUEST, "The document is empty.");
            }
            return taken.apply(bytes);
        } catch (IOException broken) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "The document did not arrive whole.");
        } finally {
            places.release();
        }
    }
}
