package org.offshelf.webhook;

import java.net.URI;

import org.offshelf.ledger.Position;

/**
 * What an instance has taken upon itself to deliver.
 *
 * @param until the last revision it may contain
 * @param attempts so often it has failed
 * @param claim by which it is known that this instance has it
 */
record Delivery(String id, URI url, String filter, byte[] secret, Position position, long until, int attempts, String claim) {

    /** The same whenever it is tried again, so that a receiver knows what it has already. */
    String messageId() {
        return "msg_" + id + "_" + position.toString().replace('.', '-');
    }
}
