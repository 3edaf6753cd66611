package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.privacy.ContentSignals;
import dev.dayone.readiness.privacy.Shape;
import dev.dayone.readiness.privacy.TextKind;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the texts of a column look like: kinds and shapes, by rows. */
final class TextFacts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final TextKind[] KINDS = TextKind.values();
    private static final double MOST = 0.5;
    private static final int LONGEST_LOOKED_AT = 400;
    private final long[] kinds = new long[KINDS.length];
    private final TextCounts shapes = new TextCounts();

    void add(TextCounts.Entry entry) {
        add(KINDS[entry.tag()], entry.key(), 0, entry.key().length, entry.count());
    }

    void add(TextKind kind, byte[] bytes, int from, int to, long weight) {
        kinds[kind.tag()] += weight;
        if (kind == TextKind.BLANK) {
            return;
        }
        int end = Math.min(to, from + LONGEST_LOOKED_AT);
        byte[] shape = Shape.of(new String(bytes, from, end - from, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        addShape(new TextCounts.Entry(shape, Hash.of(shape, 0, shape.length), shape.length, (byte) 0, weight));
    }

    private void addShape(TextCounts.Entry entry) {
        int place = shapes.find(entry);
        if (place >= 0) {
            shapes.increase(place, entry.count());
            return;
        }
        while (shapes.full()) {
            shapes.purge();
            place = shapes.find(entry);
        }
        shapes.insert(
                place,
                entry.key(),
                0,
                entry.key().length,
                new TextCounts.Tagged(entry.hash(), entry.length(), (byte) 0, entry.count()));
    }

    void merge(TextFacts other) {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += other.kinds[i];
        }
        shapes.addOffset(other.shapes.offset());
        other.shapes.forEach(this::addShape);
    }

    List<ValueCount> shapes() {
        return Top.of(shapes);
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
        Map<String, Double> rows = new LinkedHashMap<>();
        for (TextKind kind : KINDS) {
            if (kind != TextKind.BLANK) {
                rows.merge(kind.label(), of(kind), Double::sum);
            }
        }
        if (of(TextKind.DECIMAL) > 0) {
            // An integer among decimals is one of them.
            rows.merge(TextKind.DECIMAL.label(), rows.getOrDefault(TextKind.INTEGER.label(), 0.0), Double::sum);
        }
        Inferred best = new Inferred(TextKind.TEXT.label(), rows.getOrDefault(TextKind.TEXT.label(), 0.0) / filled);
        for (Map.Entry<String, Double> kind : rows.entrySet()) {
            double share = kind.getValue() / filled;
            if (share >= MOST && share > best.share()) {
                best = new Inferred(kind.getKey(), share);
            }
        }
        return best;
    }

    record Inferred(String kind, double share) {}

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
}
