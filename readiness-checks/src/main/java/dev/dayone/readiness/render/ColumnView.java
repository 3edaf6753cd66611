package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column on the page. */
record ColumnView(
        String name,
        String anchor,
        String type,
        String sourceType,
        boolean shown,
        String visibility,
        String visibilityReason,
        String filled,
        int filledWidth,
        boolean gaps,
        @Nullable String missing,
        String distinct,
        @Nullable String holds,
        boolean mixed,
        @Nullable String range,
        @Nullable String length,
        List<ValueView> top,
        List<ValueView> shapes,
        @Nullable Histogram histogram,
        @Nullable ColumnFigures figures) {
    private static final int VALUES = 3;

    static ColumnView of(ColumnReport column, String anchor) {
        ColumnProfile profile = column.profile();
        boolean shown = column.visibility() == Visibility.SHOWN;
        return new ColumnView(
                column.name(),
                anchor,
                column.type().toString(),
                column.sourceType(),
                shown,
                visibility(column.visibility()),
                column.visibilityReason(),
                profile.rows() == 0 ? "no rows" : Numbers.percent(profile.filled()),
                (int) Math.round(profile.filled() * 100),
                profile.nulls() + profile.blanks() > 0,
                missing(profile),
                (profile.distinctExact() ? "" : "≈ ") + Numbers.count(profile.distinct()),
                holds(column),
                isMixed(profile),
                range(profile),
                length(profile, shown),
                ValueView.of(profile.top(), profile.rows(), VALUES),
                // Shapes of shown values repeat the values, unless the values are too many to be seen.
                shown && profile.distinct() <= VALUES
                        ? List.of()
                        : ValueView.of(profile.shapes(), profile.rows(), shown ? 2 : VALUES),
                Histogram.of(profile.histogram()),
                ColumnFigures.of(profile));
    }

    private static String visibility(Visibility visibility) {
        return switch (visibility) {
            case SHOWN -> "shown";
            case PERSONAL -> "personal, masked";
            case FREE_TEXT -> "free text, masked";
        };
    }

    private static @Nullable String missing(ColumnProfile profile) {
        if (profile.nulls() + profile.blanks() == 0) {
            return null;
        }
        String nulls = profile.nulls() == 0 ? "" : Numbers.count(profile.nulls()) + " null";
        String blanks = profile.blanks() == 0 ? "" : Numbers.count(profile.blanks()) + " blank";
        return nulls.isEmpty() || blanks.isEmpty() ? nulls + blanks : nulls + ", " + blanks;
    }

    /** Only where it says more than the declared type. */
    private static @Nullable String holds(ColumnReport column) {
        String inferred = column.profile().inferredType();
        if (inferred == null || (inferred.equals("text") && column.type().kind() == ColumnType.Kind.STRING)) {
            return null;
        }
        Double share = column.profile().inferredShare();
        return share == null || share >= 1 ? inferred : Numbers.percent(share) + " " + inferred;
    }

    static boolean isMixed(ColumnProfile profile) {
        Double share = profile.inferredShare();
        String inferred = profile.inferredType();
        return share != null && share < 1 && inferred != null && !inferred.equals("text");
    }

    private static @Nullable String range(ColumnProfile profile) {
        String min = profile.min();
        String max = profile.max();
        return min == null || max == null ? null : min.equals(max) ? cut(min) : cut(min) + " – " + cut(max);
    }

    /** Times to the minute: where a range starts and ends needs no more. */
    private static String cut(String value) {
        return TextCells.cut(
                PlainText.line(value).replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)\\S*$", "$1 $2"), 28);
    }

    private static @Nullable String length(ColumnProfile profile, boolean shown) {
        ColumnProfile.Length length = profile.length();
        if (length == null || (shown && profile.min() != null && length.max() <= 40)) {
            return null;
        }
        return length.min() == length.max()
                ? Numbers.count(length.min(), "character")
                : Numbers.count(length.min()) + " – " + Numbers.count(length.max()) + " characters";
    }
}
