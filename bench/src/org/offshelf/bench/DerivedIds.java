package org.offshelf.bench;

import java.util.Arrays;

import org.offshelf.importing.Ids;

/** The ids of the records of one type by their numbers: derived as the importer does, kept in a few bytes each. */
final class DerivedIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;

    private final String prefix;
    private long[] byNumber = new long[1024];
    private int size;
    /** Open addressing; 0 is a free place, so ids are kept plus one. */
    private long[] taken = new long[4096];

    DerivedIds(String prefix) {
        this.prefix = prefix;
    }

    /** How many there are; the next number. */
    int size() {
        return size;
    }

    String get(int number) {
        StringBuilder id = new StringBuilder(prefix).append('-');
        for (int shift = 5 * (LENGTH - 1); shift >= 0; shift -= 5) {
            id.append(DIGITS.charAt((int) (byNumber[number] >>> shift) & 31));
        }
        return id.toString();
    }

    /** Of the next number. */
    void make(String identity) {
        long id = bits(Ids.derive(prefix, identity, made -> taken[place(bits(made))] != 0));
        if (size == byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, size * 2);
        }
        byNumber[size++] = id;
        if (size * 2 > taken.length) {
            taken = new long[taken.length * 2];
            for (int i = 0; i < size; i++) {
                taken[place(byNumber[i])] = byNumber[i] + 1;
            }
        } else {
            taken[place(id)] = id + 1;
        }
    }

    private long bits(String id) {
        long bits = 0;
        for (int i = prefix.length() + 1; i < id.length(); i++) {
            bits = bits << 5 | DIGITS.indexOf(id.charAt(i));
        }
        return bits;
    }

    /** Where the id is, or would be. */
    private int place(long id) {
        int place = (int) (id * 0x9e3779b97f4a7c15L >>> 40) & (taken.length - 1);
        while (taken[place] != 0 && taken[place] != id + 1) {
            place = (place + 1) & (taken.length - 1);
        }
        return place;
    }
}
