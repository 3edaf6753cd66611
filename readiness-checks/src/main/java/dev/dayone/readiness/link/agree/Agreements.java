package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures what matched rows of links say about each other, in one more reading of their keys, times and shared columns. */
public final class Agreements {
    private static final long FEW_ROWS = 100_000;

    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, TableReport> reports;
    private final long fewRows;

    /** Over the tables of one snapshot, and what was measured of them. */
    public Agreements(Map<TableRef, SnapshotTable> tables, Map<TableRef, TableReport> reports) {
        this(tables, reports, FEW_ROWS);
    }

    /** {@code fewRows}: of tables of more rows, a part of the keys is looked at. */
    Agreements(Map<TableRef, SnapshotTable> tables, Map<TableRef, TableReport> reports, long fewRows) {
        this.tables = tables;
        this.reports = reports;
        this.fewRows = fewRows;
    }

    /** The same results with what their matched rows say, where there is something to compare. */
    public List<LinkResult> of(List<LinkResult> links) {
        List<Link> matched = links.stream()
                .filter(link -> link.verdict() != CheckVerdict.NO_ANSWER && link.matched() > 0)
                .map(LinkResult::link)
                .toList();
        Map<Link, Agreement> found = measure(matched);
        return links.stream()
                .map(link -> {
                    Agreement agreement = found.get(link.link());
                    return agreement == null ? link : link.with(agreement);
                })
                .toList();
    }

    /** Of links that hold; one without anything to compare is left out. */
    Map<Link, Agreement> measure(List<Link> links) {
        Map<Integer, PairReader.Sides> sides = new LinkedHashMap<>();
        for (int i = 0; i < links.size(); i++) {
            PairReader.Sides both = sides(links.get(i));
            if (both != null) {
                sides.put(i, both);
            }
        }
        Map<Link, Agreement> found = new LinkedHashMap<>();
        try {
            new PairReader().read(sides).forEach((link, both) -> found.put(links.get(link), agreement(both)));
        } catch (Exception e) { // Spark throws what it does not declare
            String why = "Matched rows were not compared: " + Failure.sentence(e);
            sides.keySet().forEach(i -> found.put(links.get(i), new Agreement(0, List.of(), List.of(), why)));
        }
        return found;
    }

    private PairReader.@Nullable Sides sides(Link link) {
        if (link.from().tableRef().equals(link.to().tableRef())) {
            return null;
        }
        LinkedSide from = side(link.from());
        LinkedSide to = side(link.to());
        if (from == null || to == null) {
            return null;
        }
        LinkedSide mine = from.sharing(to);
        LinkedSide theirs = to.sharing(from);
        boolean comparable = !mine.values().isEmpty()
                || (!mine.times().isEmpty() && !theirs.times().isEmpty());
        return comparable ? PairReader.Sides.of(mine, theirs, fewRows) : null;
    }

    private @Nullable LinkedSide side(ColumnRef key) {
        return LinkedSide.of(key, tables.get(key.tableRef()), reports.get(key.tableRef()));
    }

    private static Agreement agreement(PairReader.Sides sides) {
        MatchedRows matched = new MatchedRows(sides.from(), sides.to());
        Drawing drawing = drawing(sides);
        String lacks = sides.oneIn() == 1
                ? null
                : "The tables are large: of " + Numbers.count(sides.oneIn()) + " keys, the rows of one were compared.";
        return new Agreement(matched.size(), clocks(matched, drawing), attributes(matched, drawing), lacks);
    }

    private static Drawing drawing(PairReader.Sides sides) {
        SnapshotTable from = sides.from().side().table();
        Drawing drawing = from.drawingOfMeant();
        double rows = (double) from.manifest().sampledRows();
        return sides.oneIn() == 1 || (!drawing.whole() && !drawing.random())
                ? drawing
                : Drawing.atRandom(rows / sides.oneIn(), drawing.all()).inWindows(drawing.together());
    }

    private static Interval share(long hits, long rows, Drawing drawing) {
        return new Rate(hits, rows, drawing).interval();
    }

    /** For each time column the one that tells of the same moment: by its name, else by its times. */
    private static List<Agreement.Clock> clocks(MatchedRows matched, Drawing drawing) {
        List<Agreement.Clock> alike = new ArrayList<>();
        List<Agreement.Clock> others = new ArrayList<>();
        for (int i = 0; i < matched.from().side().times().size(); i++) {
            for (int j = 0; j < matched.to().side().times().size(); j++) {
                TimePairs.Kinship kinship = matched.kinship(i, j);
                Optional<Agreement.Clock> clock = kinship.mayBeOne()
                        ? ClockJudge.of(matched.times(i, j), (hits, rows) -> share(hits, rows, drawing))
                        : Optional.empty();
                clock.ifPresent((kinship.alike() ? alike : others)::add);
            }
        }
        Set<String> taken = new HashSet<>();
        List<Agreement.Clock> clocks = new ArrayList<>();
        others.sort(Comparator.comparingInt(clock -> clock.shifts().isEmpty() ? 0 : 1));
        Stream.concat(alike.stream(), others.stream())
                .filter(clock -> !taken.contains(clock.from().toString())
                        && !taken.contains(clock.to().toString()))
                .forEach(clock -> {
                    taken.add(clock.from().toString());
                    taken.add(clock.to().toString());
                    clocks.add(clock);
                });
        return clocks;
    }

    private static List<Agreement.Attribute> attributes(MatchedRows matched, Drawing drawing) {
        List<Agreement.Attribute> attributes = new ArrayList<>();
        LinkedSide from = matched.from().side();
        LinkedSide to = matched.to().side();
        for (int i = 0; i < from.values().size(); i++) {
            for (int j = 0; j < to.values().size(); j++) {
                if (from.isSame(from.values().get(i), to, to.values().get(j))) {
                    ValueJudge.of(matched.values(i, j), (hits, rows) -> share(hits, rows, drawing))
                            .ifPresent(attributes::add);
                }
            }
        }
        return attributes;
    }
}
