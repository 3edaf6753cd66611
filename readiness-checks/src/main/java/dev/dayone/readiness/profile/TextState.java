package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.TextKinds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Texts. While few are distinct, each is looked at closely once; past that, the first ones of a part, then one in
 * {@link #LOOKED_AT_EVERY}. What is told from bytes alone is counted for every text.
 */
public final class TextState extends ColumnState {
    static final int LOOKED_AT_FIRST = 1 << 11;
    static final int LOOKED_AT_EVERY = 256;
    private static final int FREQUENT_KEPT = 512;
    private static final long CONTROLS = 0x2020202020202020L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private final TextBounds bounds = new TextBounds();
    private final TextMeasure measure = new TextMeasure();
    private final TextCounts counts = new TextCounts();
    private final Picker frequent = new Picker(NumberSketches.ALL_PICKED, NumberSketches.EVERY);
    private final Picker lookedAt = new Picker(LOOKED_AT_FIRST, LOOKED_AT_EVERY);
    private @Nullable DistinctSketch distinct;
    private KeySketch keys = new KeySketch();
    private @Nullable TextFacts facts;
    private long[] hashes = new long[0];
    private long odd;

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
        if (repeats() != null) {
            for (int i = 0; i < batch.length; i++) {
                repeats().add(hashes[i], batch.weight(i));
            }
        }
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
        byte tag = detailed() ? TextKinds.of(batch.bytes, from, to).tag() : 0;
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
        counts.insert(place, batch.bytes, from, to, new TextCounts.Tagged(hashes[i], to - from, (byte) 0, rows));
    }

    private void lookAtSome(TextBatch batch, int from) {
        int length = batch.length - from;
        for (int i = lookedAt.next(length); facts != null && i < length; i = lookedAt.next(length)) {
            int standsFor = lookedAt.take(i);
            int start = batch.starts[from + i];
            int end = batch.ends[from + i];
            facts.add(
                    TextKinds.of(batch.bytes, start, end), batch.bytes, start, end, standsFor * batch.weight(from + i));
        }
        lookedAt.pass(length);
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
            keys.add(hash, 0, 1);
            if (detailed()) {
                facts.add(entry);
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
        TextFacts found = facts;
        if (found == null) {
            found = new TextFacts();
            counts.forEach(found::add);
        }
        return found;
    }

    KeySketch keys() {
        if (distinct != null) {
            return keys;
        }
        KeySketch all = new KeySketch();
        counts.forEach(entry -> all.add(new long[] {entry.hash()}, 0, 1));
        return all;
    }
}
