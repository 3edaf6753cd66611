package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.TextKinds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Texts. While few are distinct, each is looked at closely once; past that, one in four of them and of the next, then
 * ever fewer. What is told from bytes alone is counted for every text.
 */
public final class TextState extends ColumnState {
    private static final int MANY_ROWS = 1 << 10;
    private static final int FREQUENT_KEPT = 512;
    private static final long CONTROLS = 0x2020202020202020L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private final TextBounds bounds = new TextBounds();
    private final TextMeasure measure = new TextMeasure();
    private final TextCounts counts = new TextCounts();
    private final Picker frequent = new Picker(NumberSketches::every);
    private final Picker lookedAt = new Picker(TextState::every);
    private final Picker lookedAtOfExact = new Picker(place -> every(0));
    private @Nullable DistinctSketch distinct;
    private KeySketch keys = new KeySketch();
    private @Nullable TextFacts facts;
    private long[] hashes = new long[0];
    private long odd;

    /**
     * Of how many one is looked at: as many from each power of four on, so that shares are told within about two points
     * at 95 % however many texts there are.
     */
    private static int every(long place) {
        return place < 1 << 12 ? 4 : place < 28 << 10 ? 16 : place < 124 << 10 ? 64 : 256;
    }

    TextState(Request request) {
        super(ColumnType.STRING, request);
    }

    /** Adds texts, each as often as its weight says. */
    public void add(TextBatch batch) {
        if (hashes.length < batch.length) {
            hashes = new long[batch.length];
        }
        long rows = 0;
        for (int i = 0; i < batch.length; i++) {
            int from = batch.starts[i];
            int to = batch.ends[i];
            hashes[i] = hash(batch.bytes, from, to);
            bounds.look(batch.bytes, from, to);
            if (detailed()) {
                measure.add(batch.bytes, from, to, batch.weight(i), (odd & HIGHEST_BITS) == 0);
            }
            rows += batch.weight(i);
        }
        bounds.keep();
        addValues(rows);
        count(batch);
    }

    /** The hash; {@link #odd} tells afterwards whether a byte is no printable ASCII: one pass serves both. */
    private long hash(byte[] bytes, int from, int to) {
        long h = (to - from) * Hash.A;
        long high = 0;
        long low = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) Hash.LONGS.get(bytes, i);
            high |= word;
            low |= (word - CONTROLS) & ~word;
            h = Hash.step(h, word);
        }
        if (i < to) {
            long word = Hash.tail(bytes, i, to);
            long filled = word | (CONTROLS << (8 * (to - i)));
            high |= word;
            low |= (filled - CONTROLS) & ~filled;
            h = Hash.step(h, word);
        }
        odd = high | low;
        return Hash.mayWriteNumber(bytes, from, to) ? Hash.ofNumber(bytes, from, to) : Hash.mix(h);
    }

    private void count(TextBatch batch) {
        int from = 0;
        if (distinct == null) {
            while (from < batch.length && countExactly(batch, from)) {
                from++;
            }
            if (from == batch.length) {
                return;
            }
            overflow();
        }
        if (distinct != null) {
            distinct.add(hashes, from, batch.length);
        }
        if (repeats() != null) {
            repeats().add(hashes, batch.weights, from, batch.length);
        }
        if (detailed()) {
            keys.add(hashes, from, batch.length);
            countSome(batch, from);
            lookAtSome(batch, from);
        }
    }

    private boolean countExactly(TextBatch batch, int i) {
        int from = batch.starts[i];
        int to = batch.ends[i];
        int place = counts.find(batch.bytes, from, to, hashes[i]);
        if (place >= 0) {
            counts.increase(place, batch.weight(i));
            return true;
        }
        if (counts.full()) {
            return false;
        }
        // Of a text that is kept whole, the kind can be told when it is asked for.
        byte tag = detailed() && to - from > TextCounts.LONGEST_KEPT
                ? TextKinds.of(batch.bytes, from, to).tag()
                : TextCounts.NO_TAG;
        counts.insert(place, batch.bytes, from, to, new TextCounts.Tagged(hashes[i], to - from, tag, batch.weight(i)));
        return true;
    }

    private void countSome(TextBatch batch, int from) {
        if (batch.weights != null) {
            for (int i = from; i < batch.length; i++) {
                keep(batch, i, batch.weights[i]);
            }
            return;
        }
        int length = batch.length - from;
        for (int i = frequent.next(length); i < length; i = frequent.next(length)) {
            int standsFor = frequent.take(i);
            keep(batch, from + i, standsFor);
        }
        frequent.pass(length);
    }

    private void keep(TextBatch batch, int i, long rows) {
        int from = batch.starts[i];
        int to = batch.ends[i];
        int place = counts.find(batch.bytes, from, to, hashes[i]);
        if (place >= 0) {
            counts.increase(place, rows);
            return;
        }
        while (counts.full()) {
            counts.purge();
            place = counts.find(batch.bytes, from, to, hashes[i]);
        }
        counts.insert(
                place, batch.bytes, from, to, new TextCounts.Tagged(hashes[i], to - from, TextCounts.NO_TAG, rows));
    }

    private void lookAtSome(TextBatch batch, int from) {
        if (batch.weights != null) {
            for (int i = from; i < batch.length; i++) {
                lookAt(batch, i, picked(lookedAt, batch.weights[i]));
            }
            return;
        }
        int length = batch.length - from;
        for (int i = lookedAt.next(length); i < length; i = lookedAt.next(length)) {
            lookAt(batch, from + i, lookedAt.take(i));
        }
        lookedAt.pass(length);
    }

    /** For how many rows a text stands that so many hold, if each row is picked on its own; 0: none was picked. */
    private static long picked(Picker picker, long rows) {
        if (rows >= MANY_ROWS) {
            return rows;
        }
        int length = (int) rows;
        long picked = 0;
        for (int i = picker.next(length); i < length; i = picker.next(length)) {
            picked += picker.take(i);
        }
        picker.pass(length);
        return picked;
    }

    private void lookAt(TextBatch batch, int i, long rows) {
        if (facts != null && rows > 0) {
            int start = batch.starts[i];
            int end = batch.ends[i];
            facts.add(TextKinds.of(batch.bytes, start, end), batch.bytes, start, end, rows);
        }
    }

    private void lookAt(TextCounts.Entry entry, long rows) {
        if (facts != null && rows > 0) {
            facts.add(entry, rows);
        }
    }

    private void overflow() {
        DistinctSketch sketch = new DistinctSketch();
        TextFacts found = new TextFacts();
        distinct = sketch;
        facts = found;
        counts.forEach(this::addExact);
    }

    private void addExact(TextCounts.Entry entry) {
        long[] hash = {entry.hash()};
        if (distinct != null && facts != null) {
            distinct.add(hash, 0, 1);
            if (repeats() != null) {
                repeats().add(entry.hash(), entry.count());
            }
            if (detailed()) {
                keys.add(hash, 0, 1);
                lookAt(entry, picked(lookedAtOfExact, entry.count()));
            }
        }
    }

    @Override
    void mergeValues(ColumnState state) {
        TextState other = (TextState) state;
        bounds.merge(other.bounds);
        measure.merge(other.measure);
        if (other.distinct != null && distinct == null) {
            overflow();
        }
        boolean sketched = other.distinct != null;
        if (other.distinct != null && distinct != null && facts != null && other.facts != null) {
            distinct.merge(other.distinct);
            facts.merge(other.facts);
            keys.merge(other.keys);
            counts.addOffset(other.counts.offset());
        }
        other.counts.forEach(entry -> {
            if (distinct == null && counts.full() && counts.find(entry) < 0) {
                overflow();
            }
            if (distinct != null && !sketched) {
                addExact(entry);
            }
            counts.add(entry);
        });
    }

    @Override
    public ProfiledColumn finish(Instant now) {
        return new TextProfile(this).column();
    }

    @Override
    void writeValues(DataOutput out) throws IOException {
        bounds.write(out);
        measure.write(out);
        out.writeBoolean(distinct != null);
        if (distinct != null && facts != null) {
            distinct.write(out);
            facts.write(out);
            keys.write(out);
            counts.keepMost(FREQUENT_KEPT);
        }
        counts.write(out);
    }

    @Override
    void readValues(DataInput in) throws IOException {
        bounds.read(in);
        measure.read(in);
        if (in.readBoolean()) {
            distinct = DistinctSketch.read(in);
            facts = TextFacts.read(in);
            keys = KeySketch.read(in);
        }
        counts.read(in);
    }

    TextBounds bounds() {
        return bounds;
    }

    TextMeasure measure() {
        return measure;
    }

    TextCounts counts() {
        return counts;
    }

    @Nullable
    DistinctSketch distinct() {
        return distinct;
    }

    /** What the texts look like, of those looked at. */
    TextFacts facts() {
        if (facts != null) {
            return facts;
        }
        TextFacts found = new TextFacts();
        counts.forEach(entry -> found.add(entry, entry.count()));
        return found;
    }

    KeySketch keys() {
        if (distinct != null) {
            return keys;
        }
        CountedKeys all = new CountedKeys();
        counts.forEach(entry -> all.add(entry.hash(), entry.count()));
        return all.sketch();
    }
}
