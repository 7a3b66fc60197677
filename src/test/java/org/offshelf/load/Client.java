package org.offshelf.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.RestAssured;

/** A connection whose every byte a test decides about. */
final class Client implements AutoCloseable {

    private static final int LONGEST_MS = 60_000;
    private static final int LONGEST_SOME = 8_192;

    private final Socket socket = new Socket();

    /** @param from an address of the loopback network, to be told from others by */
    Client(String from) throws IOException {
        socket.setReceiveBufferSize(8_192);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.setSoTimeout(LONGEST_MS);
    }

    Client() throws IOException {
        this("127.0.0.1");
    }

    Client send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** @param fields of the header, each ended by CRLF */
    Client get(String target, String fields) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n");
    }

    boolean hasHeard() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** What has come, or comes next. */
    String some() throws IOException {
        byte[] some = new byte[LONGEST_SOME];
        int length = socket.getInputStream().read(some);
        return new String(some, 0, Math.max(length, 0), StandardCharsets.UTF_8);
    }

    /** All that comes until the server closes the connection; empty if it says nothing. */
    String all() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(all);
        } catch (SocketException e) {
            // Reset: there was something that the server had not read.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    Answer answer() throws IOException {
        return Answer.of(all());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(int status, Map<String, String> fields, String body) {

        static Answer of(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            String[] lines = parts[0].split("\r\n");
            Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                String[] field = lines[i].split(": ?", 2);
                fields.merge(field[0], field[1], (one, other) -> one + " | " + other);
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, parts[1]);
        }
    }
}
