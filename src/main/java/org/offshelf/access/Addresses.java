package org.offshelf.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

import io.vertx.ext.web.RoutingContext;

/** Where requests come from, as far as the server knows: behind a proxy only where that is configured. */
public final class Addresses {

    static final String UNKNOWN = "unknown";
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    private Addresses() {
    }

    public static String of(RoutingContext http) {
        var remote = http.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? UNKNOWN : withoutZone(remote.hostAddress());
    }

    /** What belongs to one client: in IPv6 not an address but all those of its network, of which it may take any. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // A literal: nothing is asked of any name server.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV4_BYTES ? address
                    : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES) + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
