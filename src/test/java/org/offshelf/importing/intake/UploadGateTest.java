package org.offshelf.importing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import org.offshelf.http.ProblemException;

class UploadGateTest {

    private final UploadGate gate = new UploadGate(1);

    @Test
    void whoComesWhileTheOthersAreReceivedIsAskedToComeBack() {
        int length = gate.receive(document(), first -> {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gate.receive(document(), second -> 0))
                    .satisfies(problem -> {
                        assertThat(problem.problem().status()).isEqualTo(503);
                        assertThat(problem.headers()).containsKey("Retry-After");
                    });
            return first.length;
        });
        assertThat(length).isEqualTo(3);
        assertThat(gate.<Integer> receive(document(), later -> later.length)).isEqualTo(3);
    }

    @Test
    void whatBreaksOffTakesNoPlace() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gate.receive(broken, bytes -> 0))
                .satisfies(problem -> assertThat(problem.problem().status()).isEqualTo(400));
        assertThat(gate.<Integer> receive(document(), later -> later.length)).isEqualTo(3);
    }

    private static InputStream document() {
        return new ByteArrayInputStream(new byte[] { 1, 2, 3 });
    }
}
