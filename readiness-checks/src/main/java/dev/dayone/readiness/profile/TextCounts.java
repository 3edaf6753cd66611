package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * {@link LongCounts} for texts in UTF-8, with a small tag an entry. A long text is kept as its beginning; its hash over all
 * bytes tells it from others with that beginning, so that memory is bounded whatever the column holds.
 */
final class TextCounts {
    static final int LONGEST_KEPT = 120;
    static final byte NO_TAG = -1;

    private byte[][] keys = new byte[64][];
    private long[] hashes = new long[64];
    private int[] lengths = new int[64];
    private byte[] tags = new byte[64];
    private long[] counts = new long[64];
    private int size;
    private long offset;

    interface Visitor {
        void entry(Entry entry);
    }

    /** A text, or the beginning of a long one of {@code length} bytes in all. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole, never shared
    record Entry(byte[] key, long hash, int length, byte tag, long count) {
        boolean cut() {
            return key.length < length;
        }
    }

    /** The slot that holds the text, or of the free place for it as a negative number less one. */
    int find(byte[] bytes, int from, int to, long hash) {
        int mask = keys.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (counts[slot] != 0) {
            if (hashes[slot] == hash && lengths[slot] == to - from && same(keys[slot], bytes, from)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -slot - 1;
    }

    void increase(int slot, long weight) {
        counts[slot] += weight;
    }

    boolean full() {
        return size >= LongCounts.LIMIT;
    }

    /** Copies a text that {@link #find} did not find into the place it named. The table must not be full. */
    void insert(int place, byte[] bytes, int from, int to, Tagged tagged) {
        int slot = -place - 1;
        keys[slot] = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_KEPT));
        hashes[slot] = tagged.hash;
        lengths[slot] = tagged.length;
        tags[slot] = tagged.tag;
        counts[slot] = tagged.weight;
        size++;
        if (size * 2 > keys.length) {
            rebuild(keys.length * 2, 0);
        }
    }

    /** What goes into an entry beside its bytes. */
    record Tagged(long hash, int length, byte tag, long weight) {}

    /** Finds an entry of another table in this one. */
    int find(Entry entry) {
        return find(entry.key, 0, entry.length, entry.hash);
    }

    void purge() {
        long median = LongCounts.Purge.median(counts);
        offset += median;
        rebuild(keys.length, median);
    }

    long offset() {
        return offset;
    }

    void addOffset(long more) {
        offset += more;
    }

    int size() {
        return size;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                visitor.entry(new Entry(keys[i], hashes[i], lengths[i], tags[i], counts[i]));
            }
        }
    }

    /** Keeps the most frequent entries only; the owner has a sketch beside. */
    void keepMost(int most) {
        if (size > most) {
            long less = LongCounts.Purge.beyond(most, counts);
            offset += less;
            rebuild(keys.length, less);
        }
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, offset);
        Varints.write(out, size);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                Varints.write(out, keys[i]);
                out.writeLong(hashes[i]);
                Varints.write(out, lengths[i]);
                out.writeByte(tags[i]);
                Varints.write(out, counts[i]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        offset = Varints.read(in);
        int entries = Varints.readLength(in);
        for (int i = 0; i < entries; i++) {
            byte[] key = Varints.readBytes(in);
            long hash = in.readLong();
            int length = Varints.readLength(in);
            Tagged tagged = new Tagged(hash, length, in.readByte(), Varints.read(in));
            insert(find(new Entry(key, hash, length, tagged.tag, 0)), key, 0, key.length, tagged);
        }
    }

    /** Adds an entry, making room where there is none. */
    void add(Entry entry) {
        int place = find(entry);
        if (place >= 0) {
            increase(place, entry.count);
            return;
        }
        while (full()) {
            purge();
            place = find(entry);
        }
        insert(place, entry.key, 0, entry.key.length, new Tagged(entry.hash, entry.length, entry.tag, entry.count));
    }

    private static boolean same(byte[] key, byte[] bytes, int from) {
        return Arrays.equals(key, 0, key.length, bytes, from, from + key.length);
    }

    private void rebuild(int length, long less) {
        TextCounts old = new TextCounts(this);
        keys = new byte[length][];
        hashes = new long[length];
        lengths = new int[length];
        tags = new byte[length];
        counts = new long[length];
        size = 0;
        int mask = length - 1;
        for (int i = 0; i < old.counts.length; i++) {
            if (old.counts[i] > less) {
                int slot = (int) (old.hashes[i] >>> 32) & mask;
                while (counts[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = old.keys[i];
                hashes[slot] = old.hashes[i];
                lengths[slot] = old.lengths[i];
                tags[slot] = old.tags[i];
                counts[slot] = old.counts[i] - less;
                size++;
            }
        }
    }

    TextCounts() {}

    private TextCounts(TextCounts other) {
        keys = other.keys;
        hashes = other.hashes;
        lengths = other.lengths;
        tags = other.tags;
        counts = other.counts;
    }
}
