package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.privacy.TextKinds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts. While few are distinct, each is looked at closely once; past that, every one of the first rows, then some. */
public final class TextState extends ColumnState {
    private static final long serialVersionUID = 1L;
    private static final int ALL_LOOKED_AT = 20_000;
    private static final int THEN_EVERY = 16;
    private static final int LONGEST_BOUND = 200;

    private final TextCounts counts = new TextCounts();
    private @Nullable DistinctSketch distinct;
    private @Nullable TextFacts facts;
    private long lookedAt;
    private long blanks;
    private long shortest = Long.MAX_VALUE;
    private long longest;
    private long characters;
    private byte @Nullable [] min;
    private byte @Nullable [] max;

    TextState(boolean countsRepeats) {
        super(countsRepeats);
    }

    /** Adds texts in UTF-8 that lie in {@code bytes} one behind the other, the i-th up to {@code ends[i]}. */
    public void add(byte[] bytes, int[] ends, int length) {
        addValues(length);
        int from = 0;
        for (int i = 0; i < length; i++) {
            int to = ends[i];
            add(bytes, from, to);
            from = to;
        }
    }

    private void add(byte[] bytes, int from, int to) {
        measure(bytes, from, to);
        if (min == null || Arrays.compareUnsigned(bytes, from, to, min, 0, min.length) < 0) {
            min = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_BOUND));
        }
        if (max == null || Arrays.compareUnsigned(bytes, from, to, max, 0, max.length) > 0) {
            max = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_BOUND));
        }
        long hash = Hash.of(bytes, from, to);
        if (repeats() != null) {
            repeats().add(hash);
        }
        int place = counts.find(bytes, from, to, hash);
        if (distinct == null) {
            if (place >= 0) {
                counts.increase(place, 1);
                return;
            }
            byte tag = TextKinds.of(bytes, from, to).tag();
            if (!counts.full()) {
                counts.insert(place, bytes, from, to, new TextCounts.Tagged(hash, to - from, tag, 1));
                return;
            }
            overflow();
        }
        addMany(bytes, from, to, hash, place);
    }

    private void addMany(byte[] bytes, int from, int to, long hash, int found) {
        if (distinct != null) {
            distinct.add(hash);
        }
        lookedAt++;
        if (facts != null && (lookedAt <= ALL_LOOKED_AT || lookedAt % THEN_EVERY == 0)) {
            facts.add(TextKinds.of(bytes, from, to), bytes, from, to, lookedAt <= ALL_LOOKED_AT ? 1 : THEN_EVERY);
        }
        int place = found;
        if (place >= 0) {
            counts.increase(place, 1);
            return;
        }
        while (counts.full()) {
            counts.purge();
            place = counts.find(bytes, from, to, hash);
        }
        counts.insert(place, bytes, from, to, new TextCounts.Tagged(hash, to - from, (byte) 0, 1));
    }

    private void measure(byte[] bytes, int from, int to) {
        int points = 0;
        boolean blank = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            // Continuation bytes of UTF-8 begin with the bits 10.
            points += (b & 0xC0) == 0x80 ? 0 : 1;
            blank &= b >= 0 && b <= ' ';
        }
        blanks += blank ? 1 : 0;
        shortest = Math.min(shortest, points);
        longest = Math.max(longest, points);
        characters += points;
    }

    private void overflow() {
        DistinctSketch sketch = new DistinctSketch();
        TextFacts found = new TextFacts();
        counts.forEach(entry -> {
            sketch.add(entry.hash());
            found.add(entry);
        });
        distinct = sketch;
        facts = found;
    }

    @Override
    void mergeValues(ColumnState state) {
        TextState other = (TextState) state;
        blanks += other.blanks;
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
        characters += other.characters;
        lookedAt += other.lookedAt;
        if (other.min != null && (min == null || Arrays.compareUnsigned(other.min, min) < 0)) {
            min = other.min;
        }
        if (other.max != null && (max == null || Arrays.compareUnsigned(other.max, max) > 0)) {
            max = other.max;
        }
        if (other.distinct != null && distinct == null) {
            overflow();
        }
        boolean sketched = other.distinct != null;
        if (other.distinct != null && distinct != null && facts != null && other.facts != null) {
            distinct.merge(other.distinct);
            facts.merge(other.facts);
            counts.addOffset(other.counts.offset());
        }
        other.counts.forEach(entry -> addEntry(entry, sketched));
    }

    private void addEntry(TextCounts.Entry entry, boolean sketched) {
        int place = counts.find(entry);
        if (place < 0 && counts.full() && distinct == null) {
            overflow();
        }
        if (distinct != null && facts != null && !sketched) {
            distinct.add(entry.hash());
            facts.add(entry);
        }
        if (place >= 0) {
            counts.increase(place, entry.count());
            return;
        }
        while (counts.full()) {
            counts.purge();
            place = counts.find(entry);
        }
        counts.insert(
                place,
                entry.key(),
                0,
                entry.key().length,
                new TextCounts.Tagged(entry.hash(), entry.length(), entry.tag(), entry.count()));
    }

    @Override
    public ProfiledColumn finish() {
        TextFacts found = facts;
        if (found == null) {
            found = new TextFacts();
            counts.forEach(found::add);
        }
        TextFacts.Inferred inferred = found.inferred();
        Uniqueness uniqueness = repeats() != null ? repeats().count() : exactUniqueness();
        long different = uniqueness != null ? uniqueness.distinct() : distinct == null ? 0 : distinct.estimate();
        ColumnProfile profile = new ColumnProfile(
                values() + nulls(),
                nulls(),
                blanks,
                different,
                uniqueness != null,
                text(min),
                text(max),
                null,
                null,
                null,
                null,
                null,
                null,
                values() == 0 ? null : new ColumnProfile.Length(shortest, longest, (double) characters / values()),
                inferred == null ? null : inferred.kind(),
                inferred == null ? null : inferred.share(),
                Top.of(counts),
                found.shapes(),
                List.of());
        return new ProfiledColumn(profile, found.signals(), uniqueness, exactValues());
    }

    private @Nullable Uniqueness exactUniqueness() {
        if (distinct != null) {
            return null;
        }
        long[] once = {0};
        counts.forEach(entry -> once[0] += entry.count() == 1 ? 1 : 0);
        return new Uniqueness(counts.size(), once[0]);
    }

    private @Nullable Map<String, Long> exactValues() {
        if (distinct != null || longest > TextCounts.LONGEST_KEPT / 4) {
            return null;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        counts.forEach(entry -> values.merge(Top.text(entry), entry.count(), Long::sum));
        return values;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8).replaceAll("\uFFFD+$", "");
    }
}
