package org.offshelf.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks just enough of the protocol to be taken for a server of some version, and answers whatever is asked alike. */
final class FakeServer implements AutoCloseable {

    private static final byte[] OK = { 0, 0, 0, 2, 0, 0, 0 };

    private final ServerSocket socket = listen();
    private final String version;
    private final byte[] answer;

    private FakeServer(String version, byte[] answer) {
        this.version = version;
        this.answer = answer;
        Thread thread = new Thread(this::serve, "fake server");
        thread.setDaemon(true);
        thread.start();
    }

    static FakeServer ofVersion(String version) {
        return new FakeServer(version, OK);
    }

    static FakeServer refusing(int error, String state, String message) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0xff);
        packet.write(error & 0xff);
        packet.write(error >> 8);
        packet.writeBytes(("#" + state + message).getBytes(StandardCharsets.UTF_8));
        return new FakeServer("11.4.5-MariaDB", packet.toByteArray());
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + socket.getLocalPort() + "/offshelf";
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // the client's, or ours with close()
            }
        }
    }

    private void talk(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        send(out, 0, greeting());
        while (true) {
            int header = Integer.reverseBytes(in.readInt());
            in.skipNBytes(header & 0xffffff);
            send(out, (header >>> 24) + 1, answer);
        }
    }

    private byte[] greeting() {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(10);
        packet.writeBytes(version.getBytes(StandardCharsets.US_ASCII));
        packet.writeBytes(new byte[] { 0, 1, 0, 0, 0 }); // end of version, connection
        packet.writeBytes("12345678".getBytes(StandardCharsets.US_ASCII)); // scramble
        byte isMySql = (byte) (version.contains("MariaDB") ? 0 : 1);
        packet.writeBytes(new byte[] { 0, (byte) (0x08 | isMySql), (byte) 0x82, 45, 2, 0, 0x08, 0, 21 }); // capabilities, utf8mb4, status
        packet.writeBytes(new byte[10]);
        packet.writeBytes("123456789012\0".getBytes(StandardCharsets.US_ASCII)); // rest of the scramble
        packet.writeBytes("mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
        return packet.toByteArray();
    }

    private static void send(OutputStream out, int sequence, byte[] payload) throws IOException {
        out.write(new byte[] { (byte) payload.length, (byte) (payload.length >> 8), 0, (byte) sequence });
        out.write(payload);
        out.flush();
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
