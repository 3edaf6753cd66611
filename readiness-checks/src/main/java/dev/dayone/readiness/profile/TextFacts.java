package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.privacy.ContentSignals;
import dev.dayone.readiness.privacy.Shape;
import dev.dayone.readiness.privacy.TextKind;
import dev.dayone.readiness.privacy.TextKinds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the texts of a column look like, those that were looked at: kinds, shapes and how they are written, by rows. */
final class TextFacts {
    private static final TextKind[] KINDS = TextKind.values();
    private static final double MOST = 0.5;
    private static final int LONGEST_LOOKED_AT = 400;
    private final long[] kinds = new long[KINDS.length];
    private final TextCounts shapes = new TextCounts();
    private final WritingCounts writing = new WritingCounts();
    private long lookedAt;

    /** Takes a text of a table in, for so many rows. */
    void add(TextCounts.Entry entry, long rows) {
        byte[] key = entry.key();
        TextKind kind = entry.tag() == TextCounts.NO_TAG ? TextKinds.of(key, 0, key.length) : KINDS[entry.tag()];
        add(kind, key, 0, key.length, rows);
    }

    void add(TextKind kind, byte[] bytes, int from, int to, long weight) {
        lookedAt++;
        kinds[kind.tag()] += weight;
        if (kind == TextKind.BLANK) {
            return;
        }
        int end = Math.min(to, from + LONGEST_LOOKED_AT);
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        byte[] shape = Shape.of(text).getBytes(StandardCharsets.UTF_8);
        shapes.add(
                new TextCounts.Entry(shape, Hash.of(shape, 0, shape.length), shape.length, TextCounts.NO_TAG, weight));
        writing.add(kind, text, weight);
    }

    void merge(TextFacts other) {
        lookedAt += other.lookedAt;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += other.kinds[i];
        }
        shapes.addOffset(other.shapes.offset());
        other.shapes.forEach(shapes::add);
        writing.merge(other.writing);
    }

    List<ValueCount> shapes() {
        return Top.of(shapes);
    }

    WritingCounts writing() {
        return writing;
    }

    long lookedAt() {
        return lookedAt;
    }

    /** Rows by the name that a profile gives to their kind. */
    List<ValueCount> kinds() {
        return Top.of(rowsByLabel());
    }

    ContentSignals signals() {
        double filled = filled();
        return filled == 0
                ? ContentSignals.NONE
                : new ContentSignals(
                        of(TextKind.EMAIL) / filled,
                        of(TextKind.PHONE) / filled,
                        of(TextKind.IBAN) / filled,
                        of(TextKind.CARD) / filled,
                        (of(TextKind.PERSON_NUMBER) + of(TextKind.PERSON_CODE)) / filled,
                        of(TextKind.IP) / filled,
                        of(TextKind.PERSON) / filled,
                        of(TextKind.GIVEN_NAME) / filled,
                        (of(TextKind.SENTENCE) + of(TextKind.HTML) + of(TextKind.JSON)) / filled);
    }

    /** The kind that most values agree on, and their share; null: no value. */
    @Nullable
    Inferred inferred() {
        double filled = filled();
        if (filled == 0) {
            return null;
        }
        Map<String, Long> rows = rowsByLabel();
        if (of(TextKind.DECIMAL) > 0) {
            // An integer among decimals is one of them.
            rows.merge(TextKind.DECIMAL.label(), rows.getOrDefault(TextKind.INTEGER.label(), 0L), Long::sum);
        }
        Inferred best = new Inferred(TextKind.TEXT.label(), rows.getOrDefault(TextKind.TEXT.label(), 0L) / filled);
        for (Map.Entry<String, Long> kind : rows.entrySet()) {
            double share = kind.getValue() / filled;
            if (share >= MOST && share > best.share()) {
                best = new Inferred(kind.getKey(), share);
            }
        }
        return best;
    }

    record Inferred(String kind, double share) {}

    private Map<String, Long> rowsByLabel() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (TextKind kind : KINDS) {
            if (kind != TextKind.BLANK && kinds[kind.tag()] > 0) {
                rows.merge(kind.label(), kinds[kind.tag()], Long::sum);
            }
        }
        return rows;
    }

    private double filled() {
        long all = 0;
        for (long rows : kinds) {
            all += rows;
        }
        return all - of(TextKind.BLANK);
    }

    private double of(TextKind kind) {
        return kinds[kind.tag()];
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, lookedAt);
        Varints.write(out, kinds);
        shapes.write(out);
        writing.write(out);
    }

    static TextFacts read(DataInput in) throws IOException {
        TextFacts facts = new TextFacts();
        facts.lookedAt = Varints.read(in);
        Varints.read(in, facts.kinds);
        facts.shapes.read(in);
        facts.writing.read(in);
        return facts;
    }
}
