package dev.dayone.readiness.suggest;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.engine.DeequRules;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.Mask;
import dev.dayone.readiness.profile.ProfiledColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column as proposals may speak of it: where its values are not shown, nothing here holds one.
 *
 * @param values every value with its rows, where they are few and shown; else empty
 * @param deequ the rules of Deequ's that apply
 */
record ColumnView(
        ColumnInfo info,
        ColumnProfile profile,
        Decision decision,
        Map<String, Long> values,
        Set<DeequRules.Rule> deequ) {
    /** Values so rare are taken for slips. */
    private static final double RARE = 0.005;

    static ColumnView of(ColumnInfo info, ProfiledColumn column, Decision decision) {
        ColumnProfile masked = Mask.profile(column.profile(), decision);
        Map<String, Long> values = shown(column.values(), decision);
        return new ColumnView(info, masked, decision, values, DeequRules.of(info.type(), masked, values));
    }

    private static Map<String, Long> shown(@Nullable Map<String, Long> values, Decision decision) {
        boolean all = values != null
                && decision.shown()
                && values.keySet().stream()
                        .allMatch(value -> Mask.value(value, decision).equals(value));
        return values != null && all ? values : Map.of();
    }

    String name() {
        return info.name();
    }

    boolean shown() {
        return decision.shown();
    }

    boolean isText() {
        return info.type().kind() == ColumnType.Kind.STRING;
    }

    boolean isTime() {
        return info.type().kind() == ColumnType.Kind.DATE || info.type().kind() == ColumnType.Kind.TIMESTAMP;
    }

    /** Rows with a value. */
    long present() {
        return profile.rows() - profile.nulls();
    }

    @Nullable
    TextDetail texts() {
        return profile.detail() == null ? null : profile.detail().texts();
    }

    @Nullable
    TimeDetail times() {
        return profile.detail() == null ? null : profile.detail().times();
    }

    /** The few values that come again and again, without what stands for no value; empty: it has others. */
    Map<String, Long> usual() {
        TextDetail texts = texts();
        Set<String> none = texts == null
                ? Set.of()
                : texts.placeholders().stream().map(ValueCount::value).collect(Collectors.toSet());
        double least = Math.max(2, RARE * present());
        Map<String, Long> usual = new LinkedHashMap<>();
        values.forEach((value, rows) -> {
            if (rows >= least && !value.isBlank() && !none.contains(value)) {
                usual.put(value, rows);
            }
        });
        return usual;
    }
}
