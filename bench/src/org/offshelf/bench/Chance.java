package org.offshelf.bench;

import java.util.List;

/** Decides what is left to chance: by the seed, by what is decided, and by whom it is about, so that nothing need be kept. */
final class Chance {

    /** What is decided. One decision tells nothing about another. */
    enum Of {
        REGULATOR,
        SIZE,
        FOLLOWED,
        NAMED_IN_ORDER,
        DEADLINE,
        KNOWN_APP,
        WHICH_APP,
        OPERATOR,
        WHICH_OPERATOR,
        KIND,
        PLACE,
        BRAND,
        BUSINESS,
        PRODUCT,
        FILING,
        VERSION,
        STORE,
        PROBLEM,
        CORRECTED,
        CORRECTION
    }

    private final long seed;

    Chance(long seed) {
        this.seed = mixed(seed);
    }

    /** Between 0 and 1. */
    double of(Of what, long whom) {
        return (bits(what, whom) >>> 11) * 0x1p-53;
    }

    int below(int bound, Of what, long whom) {
        return (int) Long.remainderUnsigned(bits(what, whom), bound);
    }

    <T> T among(List<T> all, Of what, long whom) {
        return all.get(below(all.size(), what, whom));
    }

    /** By the bell curve, with mean 0 and deviation 1. */
    double normal(Of what, long whom) {
        double radius = Math.sqrt(-2 * Math.log(1 - of(what, whom)));
        return radius * Math.cos(2 * Math.PI * of(what, ~whom));
    }

    private long bits(Of what, long whom) {
        return mixed(seed + mixed(whom * 64 + what.ordinal()));
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long bits = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
