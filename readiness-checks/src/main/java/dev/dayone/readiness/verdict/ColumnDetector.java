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
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column's own profile gives away: emptiness, numbers and dates kept as text, default dates. */
final class ColumnDetector implements Findings.Detector {
    private static final FindingKind NEVER_FILLED = FindingKind.named(
                    "empty-columns", "Columns are not filled in any row looked at.")
            .because("Fields that nobody uses, or no longer.", "A pilot that counts on them gets nothing.")
            .mendedBy(
                    "Ask who stopped filling them, and why.",
                    "Leave them out of what the pilot reads.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind AS_TEXT = FindingKind.named(
                    "typed-values-as-text", "Numbers, dates or truth values are kept as text.")
            .because(
                    "A text field, or an import without types.",
                    "Comparing and sorting go by letters, and odd values pass unseen.")
            .mendedBy(
                    "Keep them in a column of their type.",
                    "Read them as that type, and set aside what is not.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind DEFAULTS = FindingKind.named(
                    "default-dates", "Dates hold what a system puts in where none is known.")
            .because(
                    "A required field, or a conversion of zero.",
                    "Ages and durations computed from them are off by decades.")
            .mendedBy("Store NULL where no date is known.", "Treat these dates as missing.", Decider.SYSTEM_OWNER);

    private static final double AGREED = 0.75;
    private static final long ENOUGH_ROWS = 20;
    private static final Set<String> NOT_TEXT = Set.of("integer", "decimal", "date", "timestamp", "boolean");
    private static final Set<String> DEFAULT_DATES =
            Set.of("1970-01-01", "1900-01-01", "1899-12-30", "0001-01-01", "9999-12-31");

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(NEVER_FILLED, AS_TEXT, DEFAULTS);
    }

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
        return NEVER_FILLED
                .at(
                        Severity.MINOR,
                        place,
                        Numbers.count(empty.size(), "column") + " never filled in the sampled rows: " + some(empty)
                                + ".")
                .done();
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
        return AS_TEXT.at(
                        Severity.MINOR,
                        table.column(column.name()).toString(),
                        "Text that holds " + inferred + " values"
                                + (others > 0 ? ", " + Numbers.count(others) + " of them not" : "") + ".")
                .rows(others, filled, null)
                .mendedBy("Keep it in a column of type " + inferred + ".")
                .done();
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
                : DEFAULTS.at(
                                Severity.MAJOR,
                                table.column(column.name()).toString(),
                                Numbers.count(count, "row") + " with a date that a system puts in where none is known.")
                        .rows(count, column.profile().rows(), null)
                        .done();
    }

    private static String some(List<String> names) {
        return names.size() <= 6
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 6)) + " and " + (names.size() - 6) + " more";
    }
}
