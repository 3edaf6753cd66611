package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column's own profile gives away: emptiness, numbers and dates kept as text, default dates. */
final class ColumnDetector implements Findings.Detector {
    private static final double AGREED = 0.75;
    private static final long ENOUGH_ROWS = 20;
    private static final Set<String> NOT_TEXT = Set.of("integer", "decimal", "date", "timestamp", "boolean");
    private static final Set<String> DEFAULT_DATES =
            Set.of("1970-01-01", "1900-01-01", "1899-12-30", "0001-01-01", "9999-12-31");

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().tables().entrySet().stream()
                .flatMap(entry -> find(entry.getKey(), entry.getValue()).stream());
    }

    private static List<Finding> find(TableRef table, TableReport report) {
        List<Finding> findings = new ArrayList<>();
        if (report.sampledRows() < ENOUGH_ROWS) {
            return findings;
        }
        List<String> empty = report.columns().stream()
                .filter(column -> column.profile().filled() == 0)
                .map(ColumnReport::name)
                .toList();
        if (!empty.isEmpty()) {
            findings.add(emptyColumns(table, empty));
        }
        for (ColumnReport column : report.columns()) {
            add(findings, typedText(table, column, report.key()));
            add(findings, defaultDates(table, column));
        }
        return findings;
    }

    private static void add(List<Finding> findings, @Nullable Finding finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static Finding emptyColumns(TableRef table, List<String> empty) {
        String place = empty.size() == 1 ? table.column(empty.get(0)).toString() : table.toString();
        return new Finding(
                "empty-columns",
                Severity.MINOR,
                place,
                Numbers.count(empty.size(), "column") + " never filled in the sampled rows: " + some(empty) + ".",
                null,
                null,
                null,
                "A pilot that counts on them gets nothing.",
                "Leave them out of what the pilot reads, or ask who stopped filling them.");
    }

    private static @Nullable Finding typedText(TableRef table, ColumnReport column, List<String> key) {
        ColumnProfile profile = column.profile();
        String inferred = profile.inferredType();
        Double share = profile.inferredShare();
        // Digits that name something, such as keys and phone numbers, are text by right.
        boolean text = column.type().kind() == ColumnType.Kind.STRING && column.visibility() == Visibility.SHOWN;
        if (!text || inferred == null || share == null || !NOT_TEXT.contains(inferred) || key.contains(column.name())) {
            return null;
        }
        long filled = profile.rows() - profile.nulls() - profile.blanks();
        long others = Math.round(filled * (1 - share));
        if (share < AGREED
                || filled < ENOUGH_ROWS
                || (inferred.equals("integer") && looksLikeIdentifier(column.name()))) {
            return null;
        }
        return new Finding(
                "typed-values-as-text",
                Severity.MINOR,
                table.column(column.name()).toString(),
                "Text that holds " + inferred + " values"
                        + (others > 0 ? ", " + Numbers.count(others) + " of them not" : "") + ".",
                others,
                filled,
                null,
                "Comparing and sorting go by letters, and odd values pass unseen.",
                "Read it as " + inferred + " and decide what becomes of values that are not.");
    }

    private static boolean looksLikeIdentifier(String name) {
        return name.toLowerCase(java.util.Locale.ROOT)
                .matches(".*(id|key|code|no|nr|number|num|zip|postcode|postal|ref)");
    }

    private static @Nullable Finding defaultDates(TableRef table, ColumnReport column) {
        ColumnType.Kind kind = column.type().kind();
        if (kind != ColumnType.Kind.DATE && kind != ColumnType.Kind.TIMESTAMP) {
            return null;
        }
        long count = column.profile().top().stream()
                .filter(value -> value.value().length() >= 10
                        && DEFAULT_DATES.contains(value.value().substring(0, 10)))
                .mapToLong(ValueCount::count)
                .sum();
        return count == 0
                ? null
                : new Finding(
                        "default-dates",
                        Severity.MAJOR,
                        table.column(column.name()).toString(),
                        Numbers.count(count, "row") + " with a date that a system puts in where none is known.",
                        count,
                        column.profile().rows(),
                        null,
                        "Ages and durations computed from them are off by decades.",
                        "Treat these dates as missing.");
    }

    private static String some(List<String> names) {
        return names.size() <= 6
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 6)) + " and " + (names.size() - 6) + " more";
    }
}
