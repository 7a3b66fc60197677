package org.offshelf.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.vertx.ext.web.RoutingContext;

/** Where requests come from, as far as the server knows: behind a proxy only where that is configured. */
final class Addresses {

    static final String UNKNOWN = "unknown";
    private static final int IPV6_NETWORK_GROUPS = 4;

    private Addresses() {
    }

    static String of(RoutingContext http) {
        var remote = http.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? UNKNOWN : withoutZone(remote.hostAddress());
    }

    /** What belongs to one client: in IPv6 not an address but all those of its network, of which it may take any. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // A literal: nothing is asked of any name server.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            var network = new StringBuilder();
            for (int i = 0; i < 2 * IPV6_NETWORK_GROUPS && bytes.length > 4; i++) {
                network.append(String.format("%02x", bytes[i]));
            }
            return network.isEmpty() ? address : network + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
