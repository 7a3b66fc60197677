package org.offshelf.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds the address to connect to. A name is looked up once, all its addresses must be public, and the connection goes to the
 * one
 * that was judged: whatever the name means a moment later.
 */
@ApplicationScoped
class Addresses {

    private final boolean allowPrivate;

    Addresses(WebhookConfig config) {
        this.allowPrivate = config.allowPrivate();
    }

    /** @throws UnknownHostException with a sentence, if there is none that may be connected to */
    InetAddress of(URI url) throws UnknownHostException {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(url.getHost());
        } catch (UnknownHostException e) {
            throw new UnknownHostException("There is no host `" + url.getHost() + "`.");
        }
        for (InetAddress address : all) {
            if (!allowPrivate && !isPublic(address)) {
                throw new UnknownHostException("`" + url.getHost() + "` is not, or not only, at a public address.");
            }
        }
        return all[0];
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean isReserved = first == 0 || first >= 240 || first == 100 && second >= 64 && second < 128
                    || first == 192 && second == 0 || first == 198 && (second == 18 || second == 19 || second == 51)
                    || first == 203 && second == 0 && bytes[2] == 113;
            return !isReserved;
        }
        // Only global unicast (2000::/3), and of that nothing that carries an IPv4 address within: 6to4, Teredo and the like.
        return address instanceof Inet6Address && (first & 0xe0) == 0x20 && !(first == 0x20 && second == 0x02)
                && !(first == 0x20 && second == 0x01 && bytes[2] >= 0 && bytes[2] < 2);
    }
}
