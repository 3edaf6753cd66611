package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sources declare of their columns, held against what the columns hold. */
final class DeclaredDetector implements Findings.Detector {
    private static final FindingKind UNDECLARED = FindingKind.named(
                    "undeclared-values", "A column holds values that its source does not offer.")
            .because(
                    "Choices that were taken off the list after rows had them, or rows that came in beside the forms.",
                    "Whatever goes by the list of choices has no answer for these rows.")
            .mendedBy(
                    "Bring the rows to one of the choices, or the choice back to the list.",
                    "Map each of these values, and leave what is not mapped to a human.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind UNUSED = FindingKind.named(
                    "choices-never-used", "A source offers choices that no row has.")
            .because(
                    "Choices that were thought of and never needed, or that people do not find.",
                    "There is no example from which a pilot could learn them, or be tested on them.")
            .mendedBy(
                    "Take them off the list, or find out why nobody chooses them.",
                    "Do not let the pilot choose them by itself.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind LEFT_EMPTY = FindingKind.named(
                    "required-left-empty", "A field that the source's forms require is empty.")
            .because(
                    "Rows older than the requirement, or that came in beside the forms.",
                    "What is taken for granted because the forms ask for it is not there.")
            .mendedBy(
                    "Fill the old rows, and ask for the field on every way in.",
                    "Treat the field as one that may be missing.",
                    Decider.SYSTEM_OWNER);

    private static final int TOLD = 5;

    /** Rows enough to wonder about what none has. */
    private static final long MANY_ROWS = 100;

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(UNDECLARED, UNUSED, LEFT_EMPTY);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.manifest().tables().entrySet().stream().flatMap(table -> {
            TableReport report = subject.evidence().tables().get(table.getKey());
            return report == null
                    ? Stream.empty()
                    : table.getValue().info().columns().stream()
                            .flatMap(column -> find(table.getKey(), report, column));
        });
    }

    private static Stream<Finding> find(TableRef ref, TableReport table, ColumnInfo info) {
        ColumnInfo.Declared declared = info.declared();
        Optional<ColumnReport> column = table.columns().stream()
                .filter(one -> one.name().equals(info.name()))
                .findFirst();
        if (declared == null || column.isEmpty()) {
            return Stream.empty();
        }
        String place = ref.column(info.name()).toString();
        ColumnProfile profile = column.get().profile();
        Stream<Finding> empty = declared.required() ? leftEmpty(place, profile).stream() : Stream.empty();
        boolean told = column.get().visibility() == Visibility.SHOWN
                && !declared.choices().isEmpty();
        return told
                ? Stream.of(
                                empty,
                                undeclared(place, profile, info, declared).stream(),
                                unused(place, table, profile, info, declared).stream())
                        .flatMap(findings -> findings)
                : empty;
    }

    private static Optional<Finding> leftEmpty(String place, ColumnProfile profile) {
        TextDetail texts = profile.detail() == null ? null : profile.detail().texts();
        long placeholders = texts == null
                ? 0
                : texts.placeholders().stream().mapToLong(ValueCount::count).sum();
        // Blanks alone are a finding of their own.
        if (profile.nulls() + placeholders == 0) {
            return Optional.empty();
        }
        long rows = Math.min(profile.rows(), profile.nulls() + profile.blanks() + placeholders);
        return Optional.of(LEFT_EMPTY
                .at(Severity.MINOR, place, Numbers.count(rows, "row") + " without a value that the source requires.")
                .rows(rows, profile.rows(), null)
                .done());
    }

    private static Optional<Finding> undeclared(
            String place, ColumnProfile profile, ColumnInfo info, ColumnInfo.Declared declared) {
        Set<String> choices = plain(declared.choices());
        List<ValueCount> others = profile.top().stream()
                .filter(value -> !value.value().isBlank())
                .filter(value -> !choices.containsAll(plain(parts(info, value.value()))))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long rows = others.stream().mapToLong(ValueCount::count).sum();
        return Optional.of(UNDECLARED
                .at(
                        Severity.MINOR,
                        place,
                        Numbers.count(rows, "row") + " with " + Numbers.count(others.size(), "value")
                                + " that the source does not offer.")
                .rows(rows, profile.rows(), null)
                .seen(others.stream().map(ValueCount::value).limit(TOLD).toList())
                .done());
    }

    /** Only where every row was seen, and every value is known. */
    private static Optional<Finding> unused(
            String place, TableReport table, ColumnProfile profile, ColumnInfo info, ColumnInfo.Declared declared) {
        boolean all = table.whole() && profile.distinctExact() && profile.top().size() == profile.distinct();
        if (!all || profile.rows() < MANY_ROWS) {
            return Optional.empty();
        }
        Set<String> used = plain(profile.top().stream()
                .flatMap(value -> parts(info, value.value()).stream())
                .toList());
        List<String> unused = declared.choices().stream()
                .filter(choice -> !used.containsAll(plain(List.of(choice))))
                .toList();
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of(UNUSED.at(
                                Severity.MINOR,
                                place,
                                Numbers.count(unused.size()) + " of "
                                        + Numbers.count(declared.choices().size(), "choice")
                                        + " that the source offers "
                                        + (unused.size() == 1 ? "is" : "are") + " in no row.")
                        .seen(unused.stream().limit(TOLD).toList())
                        .done());
    }

    /** A set's value holds several choices. */
    private static List<String> parts(ColumnInfo info, String value) {
        return info.sourceType().toLowerCase(Locale.ROOT).startsWith("set")
                ? List.of(value.split(","))
                : List.of(value);
    }

    /** Case and blanks around are another finding's. */
    private static Set<String> plain(List<String> values) {
        return values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
