package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.ColumnType.Kind;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Columns that by their name refer to a table of another source, beside those that the pilot asks for. A name is no proof, so
 * nothing is said of how they join; clocks that are apart by the very same hours in most matched rows are proof themselves.
 */
public final class CrossReferences {
    private static final int MOST = 20;
    private static final long MOST_ROWS = 100_000;

    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, TableReport> reports;

    /** Over the tables of one snapshot, and what was measured of them. */
    public CrossReferences(Map<TableRef, SnapshotTable> tables, Map<TableRef, TableReport> reports) {
        this.tables = tables;
        this.reports = reports;
    }

    /** Clocks that differ. */
    public List<Finding> clocks(List<Link> asked) {
        List<Link> links = reports.keySet().stream()
                .flatMap(this::links)
                .filter(link -> asked.stream().noneMatch(one -> isSame(one, link)))
                .limit(MOST)
                .toList();
        return new Agreements(tables, reports)
                .measure(links).values().stream()
                        .map(CrossReferences::shiftsAlone)
                        .flatMap(AgreementFindings::of)
                        .toList();
    }

    private static boolean isSame(Link asked, Link found) {
        return (asked.from().equals(found.from()) && asked.to().equals(found.to()))
                || (asked.from().equals(found.to()) && asked.to().equals(found.from()));
    }

    private static Agreement shiftsAlone(Agreement found) {
        return new Agreement(
                found.pairs(),
                found.clocks().stream()
                        .filter(clock -> clock.relation() == Relation.CLOCK_SHIFT)
                        .toList(),
                List.of(),
                null);
    }

    private Stream<Link> links(TableRef table) {
        TableReport report = Objects.requireNonNull(reports.get(table));
        List<Link> links = new ArrayList<>();
        for (ColumnReport column : report.columns()) {
            if (isKey(column) && isFew(report) && !report.key().contains(column.name())) {
                targets(table, column.name())
                        .map(target -> new Link(table.column(column.name()), target, 0, false))
                        .forEach(links::add);
            }
        }
        return links.stream();
    }

    private Stream<ColumnRef> targets(TableRef table, String column) {
        return reports.entrySet().stream()
                .filter(other -> !other.getKey().source().equals(table.source())
                        && Names.refersTo(column, other.getKey().table()))
                .filter(other ->
                        isFew(other.getValue()) && other.getValue().key().size() == 1)
                .map(other -> other.getKey().column(other.getValue().key().get(0)));
    }

    private static boolean isKey(ColumnReport column) {
        Kind kind = column.type().kind();
        return (kind == Kind.BIGINT || kind == Kind.STRING) && column.profile().filled() > 0;
    }

    private static boolean isFew(TableReport report) {
        return report.sampledRows() <= MOST_ROWS;
    }
}
