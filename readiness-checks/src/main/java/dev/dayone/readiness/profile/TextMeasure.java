package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ValueCount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is counted exactly of every text, from its bytes: lengths, blanks, and signs of damage. */
@SuppressWarnings("EnumOrdinal") // counts lie in arrays
final class TextMeasure {
    private static final int BUCKETS = 33;
    private final long[] lengths = new long[BUCKETS];
    private long shortest = Long.MAX_VALUE;
    private long longest;
    private long characters;
    private final long[] oddities = new long[Oddity.values().length];

    /** What can be odd about a text. */
    enum Oddity {
        BLANK,
        SPACED,
        NON_PRINTING,
        REPLACED,
        MOJIBAKE
    }

    /** Takes a text in; {@code plain}: all its bytes are printable ASCII. */
    void add(byte[] bytes, int from, int to, long weight, boolean plain) {
        int points = plain ? to - from : points(bytes, from, to);
        lengths[32 - Integer.numberOfLeadingZeros(points)] += weight;
        shortest = Math.min(shortest, points);
        longest = Math.max(longest, points);
        characters += points * weight;
        if (from == to || (bytes[from] & 0xff) <= ' ' || (bytes[to - 1] & 0xff) <= ' ') {
            count(isBlank(bytes, from, to) ? Oddity.BLANK : Oddity.SPACED, weight);
        }
        if (!plain) {
            look(bytes, from, to, weight);
        }
    }

    private static int points(byte[] bytes, int from, int to) {
        int points = 0;
        for (int i = from; i < to; i++) {
            // Continuation bytes of UTF-8 begin with the bits 10.
            points += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return points;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xff) > ' ') {
                return false;
            }
        }
        return true;
    }

    private void look(byte[] bytes, int from, int to, long weight) {
        int found = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xff;
            if (b < ' ') {
                found |= b == '\t' || b == '\n' || b == '\r' ? 0 : 1;
            } else if (b >= 0xC2 && i + 1 < to) {
                int next = bytes[i + 1] & 0xff;
                int third = i + 2 < to ? bytes[i + 2] & 0xff : 0;
                found |= b == 0xEF && next == 0xBF && third == 0xBD ? 2 : 0;
                found |= isInvisible(b, next, third) ? 1 : 0;
                found |= isMojibake(b, next, third) ? 4 : 0;
            }
        }
        count(Oddity.NON_PRINTING, (found & 1) != 0 ? weight : 0);
        count(Oddity.REPLACED, (found & 2) != 0 ? weight : 0);
        count(Oddity.MOJIBAKE, (found & 4) != 0 ? weight : 0);
    }

    /** U+0080 to U+009F, zero-width characters and direction marks, the byte order mark. */
    private static boolean isInvisible(int first, int second, int third) {
        return (first == 0xC2 && second < 0xA0)
                || (first == 0xE2
                        && second == 0x80
                        && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE)))
                || (first == 0xEF && second == 0xBB && third == 0xBF);
    }

    /**
     * UTF-8 that was read as Latin-1 or Windows-1252 and written as UTF-8 anew: {@code Ã} or {@code Â} with a sign behind
     * it, {@code â€}.
     */
    private static boolean isMojibake(int first, int second, int third) {
        boolean lead = first == 0xC3 && (second == 0x83 || second == 0x82);
        boolean quote = first == 0xC3 && second == 0xA2 && third == 0xE2;
        return quote || (lead && (third == 0xC2 || third == 0xE2 || third == 0xC5 || third == 0xC6 || third == 0xCB));
    }

    private void count(Oddity oddity, long rows) {
        oddities[oddity.ordinal()] += rows;
    }

    void merge(TextMeasure other) {
        Arrays.setAll(lengths, i -> lengths[i] + other.lengths[i]);
        Arrays.setAll(oddities, i -> oddities[i] + other.oddities[i]);
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
        characters += other.characters;
    }

    long rows(Oddity oddity) {
        return oddities[oddity.ordinal()];
    }

    long shortest() {
        return shortest;
    }

    long longest() {
        return longest;
    }

    long characters() {
        return characters;
    }

    /** Rows by length, a bucket from one power of two to the next. */
    List<ValueCount> lengths() {
        List<ValueCount> counts = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            if (lengths[i] > 0) {
                long from = i == 0 ? 0 : 1L << (i - 1);
                long to = i == 0 ? 0 : (1L << i) - 1;
                counts.add(new ValueCount(from == to ? Long.toString(from) : from + "-" + to, lengths[i]));
            }
        }
        return counts;
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, lengths);
        Varints.write(out, oddities);
        out.writeLong(shortest);
        Varints.write(out, longest);
        Varints.write(out, characters);
    }

    void read(DataInput in) throws IOException {
        Varints.read(in, lengths);
        Varints.read(in, oddities);
        shortest = in.readLong();
        longest = Varints.read(in);
        characters = Varints.read(in);
    }
}
