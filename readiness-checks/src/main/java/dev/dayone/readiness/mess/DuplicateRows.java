package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that are alike in every column but those that tell rows apart: the key, and when they were written. */
final class DuplicateRows implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "duplicate-rows", "Rows are alike in all columns but the key and the times of writing.")
            .because(
                    "An import that ran twice, or a form that was sent twice.",
                    "One thing is counted and answered twice, and a key that joins finds two.")
            .mendedBy(
                    "Merge them, and let the system refuse a second one.",
                    "Take one of each, by all columns but the key.",
                    Decider.SYSTEM_OWNER);

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:date_?)?(?:created?|creation|updated?|modified|changed|inserted|imported|synced|loaded|last_modified|system_modstamp)"
                    + "(?:_?(?:at|on|date|time|datetime|ts|timestamp|by))?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> told = place.columns(column ->
                !place.isKey(column) && !WRITTEN.matcher(column.column().name()).matches());
        // Rows of a few columns are alike by chance: a text that hardly repeats must be among them.
        boolean tells = told.stream().map(place::column).anyMatch(DuplicateRows::isTelling);
        return place.report().key().isEmpty() || told.size() < 4 || !tells
                ? Stream.empty()
                : Stream.of(new Watch(place, told));
    }

    private static boolean isTelling(ProfiledPlace column) {
        return RowPlace.isText(column)
                && column.profile().distinct() > column.profile().rows() / 2
                && column.filled() > column.profile().rows() / 2;
    }

    /** Counts rows by a hash of their values. */
    private static final class Watch implements RowWatch {
        private static final double MOST = 0.5;
        private final RowPlace place;
        private final List<Integer> told;
        private final Map<Long, Integer> seen = new HashMap<>();
        private long rows;

        private Watch(RowPlace place, List<Integer> told) {
            this.place = place;
            this.told = told;
        }

        @Override
        public List<Integer> columns() {
            return told;
        }

        @Override
        public void look(@Nullable String[] row) {
            long high = 1;
            long low = 7;
            int filled = 0;
            for (int column : told) {
                String text = row[column];
                int hash = text == null ? 0 : text.hashCode();
                filled += text == null ? 0 : 1;
                high = high * 31 + hash;
                low = low * 1_000_003 + (text == null ? 1 : text.length() * 31L + hash);
            }
            if (filled >= 3) {
                seen.merge(high << 32 ^ low, 1, Integer::sum);
            }
            rows++;
        }

        @Override
        public Stream<Finding> found() {
            long twice = seen.values().stream()
                    .filter(count -> count > 1)
                    .mapToLong(count -> count - 1)
                    .sum();
            return twice == 0 || twice > MOST * rows
                    ? Stream.empty()
                    : Stream.of(KIND.at(
                                    Severity.MINOR,
                                    place.table().toString(),
                                    Numbers.count(twice, "row") + " alike another in all columns but the key.")
                            .rows(twice, rows, null)
                            .done());
        }
    }
}
