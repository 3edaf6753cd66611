package dev.dayone.readiness.link;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns that refer to a table of their own source, whether or not the source declares it, and the rows whose reference
 * leads nowhere. What a column refers to is told from its name, or from the keys of one table alone being nearly what it
 * holds; it is said only of tables that were read whole.
 */
public final class References {
    private static final FindingKind DANGLING = FindingKind.named(
                    "dangling-references", "Rows refer to a row of the same system that is not there.")
            .because(
                    "Rows that were deleted without what refers to them, and no foreign key that keeps them.",
                    "What the record belongs to is not found, and an answer is made without it.")
            .mendedBy(
                    "Declare the foreign key, and mend or delete what refers to nothing.",
                    "Treat such a reference as missing.",
                    Decider.SYSTEM_OWNER);

    private static final Pattern REFERENCE = Pattern.compile("(.+?)(?:_id|_ID|Id|ID|_ref|_key|_fk)");
    private static final double MOSTLY = 0.8;
    private static final double NEARLY_ALL_KEYS = 0.5;
    private static final double MORE_THAN_KEYS = 1.2;
    private static final long MOST_ROWS = 100_000;

    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, TableReport> reports;

    /** Over the tables of one snapshot, and what was measured of them. */
    public References(Map<TableRef, SnapshotTable> tables, Map<TableRef, TableReport> reports) {
        this.tables = tables;
        this.reports = reports;
    }

    /** What can be found. */
    public static FindingKind kind() {
        return DANGLING;
    }

    /** The references that lead nowhere, beside those that the pilot asks for by itself. */
    public List<Finding> dangling(List<Link> asked) {
        List<Link> found = new ArrayList<>();
        reports.forEach((table, report) -> {
            for (ColumnReport column : report.columns()) {
                Link link = link(table, report, column);
                boolean known = link == null
                        || asked.stream().anyMatch(one -> one.from().equals(link.from()));
                if (link != null && !known) {
                    found.add(link);
                }
            }
        });
        return new Links(tables)
                .measure(found).stream()
                        .map(References::dangling)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private @Nullable Link link(TableRef table, TableReport report, ColumnReport column) {
        Matcher name = REFERENCE.matcher(column.name());
        boolean number = column.type().kind() == ColumnType.Kind.BIGINT;
        boolean few = report.sampledRows() <= MOST_ROWS;
        if (!number
                || !few
                || report.key().contains(column.name())
                || column.profile().filled() == 0
                || !name.matches()) {
            return null;
        }
        List<TableRef> targets = reports.entrySet().stream()
                .filter(other -> other.getKey().source().equals(table.source()))
                .filter(other -> isTarget(other.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        TableRef target = targets.stream()
                .filter(other -> isNamed(name.group(1), other.table()))
                .findFirst()
                .orElseGet(() -> byKeys(table, column, targets));
        return target == null ? null : new Link(table.column(column.name()), key(target), 1, false);
    }

    private ColumnRef key(TableRef target) {
        TableReport report = reports.get(target);
        return target.column(report == null ? "" : report.key().get(0));
    }

    private static boolean isTarget(TableReport report) {
        return report.whole()
                && report.key().size() == 1
                && report.sampledRows() <= MOST_ROWS
                && report.columns().stream()
                        .anyMatch(column -> report.key().contains(column.name())
                                && column.type().kind() == ColumnType.Kind.BIGINT);
    }

    /** The one table whose keys are about as many as the column's values; null: there is none, or several. */
    private @Nullable TableRef byKeys(TableRef table, ColumnReport column, List<TableRef> targets) {
        List<TableRef> alike = targets.stream()
                .filter(other -> !other.equals(table))
                .filter(other -> {
                    TableReport report = reports.get(other);
                    double keys = report == null ? 0 : report.sampledRows();
                    double values = column.profile().distinct();
                    return values >= NEARLY_ALL_KEYS * keys && values <= MORE_THAN_KEYS * keys;
                })
                .toList();
        return alike.size() == 1 ? alike.get(0) : null;
    }

    private static boolean isNamed(String stem, String table) {
        String one = plain(stem);
        String other = plain(table);
        return other.equals(one)
                || other.equals(one + "s")
                || other.equals(one + "es")
                || (one.endsWith("y") && other.equals(one.substring(0, one.length() - 1) + "ies"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Optional<Finding> dangling(LinkResult link) {
        long keyed = link.rows() - link.nullKeys();
        Double rate = link.matchRate();
        long misses = keyed - link.matched();
        if (rate == null || rate < MOSTLY || misses == 0 || !link.toWhole()) {
            return Optional.empty();
        }
        Interval matched = link.interval();
        return Optional.of(DANGLING.at(
                        Severity.MINOR,
                        link.link().from().toString(),
                        Numbers.count(misses, "row") + " that refer to a row of "
                                + link.link().to().tableRef() + " that is not there.")
                .about(link.link().to().toString())
                .rows(misses, keyed, matched == null ? null : new Interval(1 - matched.high(), 1 - matched.low()))
                .done());
    }
}
