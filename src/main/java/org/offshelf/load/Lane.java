package org.offshelf.load;

import java.util.LinkedHashSet;
import java.util.Set;

/** Requests of which so many are worked on at once, and so many more wait for their turn, in the order in which they came. */
final class Lane {

    private final int most;
    private final int mostWaiting;
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private int working;

    Lane(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Calls {@link Turn#begin} now, or when it is its turn; false if there is no place to wait. */
    boolean enter(Turn turn) {
        synchronized (this) {
            if (working >= most) {
                return waiting.size() < mostWaiting && waiting.add(turn);
            }
            working++;
        }
        turn.begin();
        return true;
    }

    /** False for who does not wait (any more). */
    synchronized boolean giveUp(Turn turn) {
        return waiting.remove(turn);
    }

    /** To be called once by each who has begun. */
    void leave() {
        Turn next = null;
        synchronized (this) {
            if (waiting.isEmpty()) {
                working--;
            } else {
                next = waiting.iterator().next();
                waiting.remove(next);
            }
        }
        if (next != null) {
            next.begin();
        }
    }

    synchronized int working() {
        return working;
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
