package dev.dayone.readiness.privacy;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ValueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts shapes in the place of values that may not be shown. */
public final class Mask {
    private Mask() {}

    /**
     * The profile as it may be shown. Even in a column that is shown, a value that is or holds an e-mail address, a phone
     * number, a bank account, a card, or looks like a person's name becomes its shape.
     */
    public static ColumnProfile profile(ColumnProfile raw, Decision decision) {
        boolean shown = decision.shown();
        return new ColumnProfile(
                raw.rows(),
                raw.nulls(),
                raw.blanks(),
                raw.distinct(),
                raw.distinctExact(),
                shown ? value(raw.min()) : null,
                shown ? value(raw.max()) : null,
                shown ? raw.mean() : null,
                shown ? raw.standardDeviation() : null,
                shown ? raw.sum() : null,
                shown ? raw.quantiles() : null,
                raw.zeros(),
                raw.negatives(),
                raw.length(),
                raw.inferredType(),
                raw.inferredShare(),
                values(raw.top(), decision),
                raw.shapes(),
                shown ? raw.histogram() : List.of(),
                raw.detail() == null ? null : detail(raw.detail(), shown));
    }

    /** What tells no value stays: how texts are written, how exact it all is. */
    private static ColumnDetail detail(ColumnDetail raw, boolean shown) {
        return new ColumnDetail(raw.accuracy(), shown ? raw.numbers() : null, raw.texts(), shown ? raw.times() : null);
    }

    /** Values with their counts as they may be shown; equal shapes are put together. */
    public static List<ValueCount> values(List<ValueCount> raw, Decision decision) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ValueCount value : raw) {
            counts.merge(value(value.value(), decision), value.count(), Long::sum);
        }
        List<ValueCount> masked = new ArrayList<>();
        counts.forEach((value, count) -> masked.add(new ValueCount(value, count)));
        masked.sort(Comparator.comparingLong(ValueCount::count).reversed());
        return masked;
    }

    /** One value as it may be shown. */
    public static String value(String value, Decision decision) {
        return decision.shown() ? shownValue(value) : Shape.of(value);
    }

    /** A key as it may be shown: itself, or its hash. */
    public static String key(String value, Decision decision, UnaryOperator<String> hash) {
        return decision.shown() && shownValue(value).equals(value) ? value : hash.apply(value);
    }

    private static @Nullable String value(@Nullable String value) {
        return value == null ? null : shownValue(value);
    }

    private static String shownValue(String value) {
        TextKind kind = TextKinds.of(value);
        boolean hidden = kind.neverShown() || (mayHold(kind) && PersonalText.within(value));
        return hidden ? Shape.of(value) : value;
    }

    /** Whether a value of a kind may hold more than the kind says. */
    private static boolean mayHold(TextKind kind) {
        return kind == TextKind.TEXT || kind == TextKind.SENTENCE || kind == TextKind.URL;
    }
}
