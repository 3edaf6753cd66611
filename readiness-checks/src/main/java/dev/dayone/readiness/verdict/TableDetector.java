package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables that are empty or that nothing new comes into, and values that could not be read as they were. */
final class TableDetector implements Findings.Detector {
    private static final FindingKind EMPTY = FindingKind.named("empty-table", "A table has no rows.")
            .because(
                    "Row-level security, a filtered view, or data that is kept elsewhere.",
                    "There is nothing to build on.")
            .mendedBy(
                    "Ask whether the account sees all rows (row-level security, a filtered view), or where the data went.",
                    "Leave the table out of the pilot.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind STALE = FindingKind.named(
                    "stale-table", "Nothing new has come into a table for a month or more.")
            .because("A transfer that stopped, or a system that was replaced.", "The pilot would answer from the past.")
            .mendedBy(
                    "Find out where this is kept today, or whether a transfer stopped.",
                    "Say the date of what is answered from it.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind SET_ASIDE = FindingKind.named("rows-set-aside", "Rows could not be read as rows.")
            .because(
                    "A damaged or hand-edited export.",
                    "What cannot be read as a row is missing from everything that the pilot sees.")
            .mendedBy(
                    "Look at them, and mend the export.",
                    "Count them in every run, and stop where they grow.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind ALTERED = FindingKind.named(
                    "values-altered", "Values of a column could not be kept as they are.")
            .because(
                    "A type that is wider than its meaning, such as a date of zeros.",
                    "Tools read such values differently, or fail on them.")
            .mendedBy(
                    "Decide what they stand for, and mend them at the source.",
                    "Treat them as missing.",
                    Decider.SYSTEM_OWNER);

    private static final Duration STALE_AFTER = Duration.ofDays(30);
    private static final long ENOUGH_ROWS = 20;

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(EMPTY, STALE, SET_ASIDE, ALTERED);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        Stream<Finding> tables = subject.evidence().tables().entrySet().stream()
                .flatMap(entry -> find(subject, entry.getKey(), entry.getValue()));
        Stream<Finding> altered = subject.manifest().tables().entrySet().stream()
                .flatMap(entry -> altered(entry.getKey(), entry.getValue()));
        return Stream.concat(tables, altered);
    }

    private static Stream<Finding> find(Case subject, TableRef table, TableReport report) {
        Severity severity = isUsed(subject, table) ? Severity.MAJOR : Severity.MINOR;
        if (report.sampledRows() == 0) {
            return Stream.of(EMPTY.at(severity, table.toString(), "No rows.").done());
        }
        Freshness driving = Freshness.of(subject);
        if (driving != null && driving.table().equals(table) && driving.verdict() != CheckVerdict.PASS) {
            return Stream.empty(); // said of the flow, where it weighs more
        }
        Instant sampled = subject.run().sampledAt();
        Optional<Instant> newest = report.columns().stream()
                .map(column -> newest(column, sampled))
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        if (report.sampledRows() < ENOUGH_ROWS
                || newest.isEmpty()
                || newest.get().isAfter(sampled.minus(STALE_AFTER))) {
            return Stream.empty();
        }
        long days = Duration.between(newest.get(), sampled).toDays();
        return Stream.of(STALE.at(
                        severity,
                        table.toString(),
                        "Nothing newer than " + days + " days in any date of the sampled rows.")
                .done());
    }

    /** The newest time in a column that is not in the future; null: the column has none, or does not show it. */
    private static @Nullable Instant newest(ColumnReport column, Instant sampled) {
        String max = column.profile().max();
        boolean time =
                column.type().kind() == ColumnType.Kind.DATE || column.type().kind() == ColumnType.Kind.TIMESTAMP;
        if (max == null || !time) {
            return null;
        }
        try {
            Instant value = max.length() > 10
                    ? Instant.parse(max.endsWith("Z") ? max : max.replace(' ', 'T') + "Z")
                    : LocalDate.parse(max).atStartOfDay().toInstant(ZoneOffset.UTC);
            // A date in the future says nothing of when rows came in: then the column counts as fresh.
            return value.isAfter(sampled) ? sampled : value;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isUsed(Case subject, TableRef table) {
        Flow flow = subject.pilot().flow();
        return subject.pilot().needs().containsKey(table)
                || (flow != null
                        && (flow.start().equals(table)
                                || flow.links().stream()
                                        .anyMatch(link -> link.from().tableRef().equals(table)
                                                || link.to().tableRef().equals(table))));
    }

    private static Stream<Finding> altered(TableRef table, TableManifest manifest) {
        return manifest.alterations().stream()
                .map(alteration -> alteration.column().equals(Alteration.WHOLE_ROWS)
                        ? setAside(table, alteration, manifest)
                        : altered(table, alteration, manifest));
    }

    private static Finding setAside(TableRef table, Alteration alteration, TableManifest manifest) {
        return SET_ASIDE
                .at(
                        Severity.MAJOR,
                        table.toString(),
                        Numbers.count(alteration.values(), "time") + ": " + alteration.kind() + ".")
                .about(alteration.kind())
                .rows(alteration.values(), manifest.sampledRows() + alteration.values(), null)
                .done();
    }

    private static Finding altered(TableRef table, Alteration alteration, TableManifest manifest) {
        return ALTERED.at(
                        Severity.MINOR,
                        table.column(alteration.column()).toString(),
                        Numbers.count(alteration.values(), "value") + " could not be kept as they are: "
                                + alteration.kind() + ".")
                .about(alteration.kind())
                .rows(alteration.values(), manifest.sampledRows(), null)
                .done();
    }
}
