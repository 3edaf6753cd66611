package dev.dayone.readiness.link;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures every link of a flow: between small tables here, all others in one job, in which the keys of all links are
 * counted on both sides and joined once, and a second one for what cleaning would gain.
 */
public final class Links {
    /** As many shapes of orphans are told. */
    static final int SHAPES = 10;

    /** Rows whose keys are held in memory without a thought. */
    private static final long FEW_ROWS = 100_000;

    private final Map<TableRef, SnapshotTable> tables;
    private final long fewRows;

    /** Over the tables of one snapshot. */
    public Links(Map<TableRef, SnapshotTable> tables) {
        this(tables, FEW_ROWS);
    }

    /** {@code fewRows}: tables of more rows are joined by a job. */
    Links(Map<TableRef, SnapshotTable> tables, long fewRows) {
        this.tables = tables;
        this.fewRows = fewRows;
    }

    /** The results, in the links' order. */
    public List<LinkResult> measure(List<Link> links) {
        Map<Integer, LinkSides> sides = new LinkedHashMap<>();
        Map<Integer, String> errors = new LinkedHashMap<>();
        for (int i = 0; i < links.size(); i++) {
            try {
                sides.put(i, LinkSides.of(links.get(i), tables));
            } catch (IllegalArgumentException e) {
                errors.put(i, String.valueOf(e.getMessage()));
            }
        }
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        try {
            counts.putAll(counted(sides));
        } catch (Exception e) { // Spark throws what it does not declare
            sides.keySet().forEach(i -> errors.put(i, Failure.sentence(e)));
        }
        List<LinkResult> results = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            LinkSides side = sides.get(i);
            String error = errors.get(i);
            results.add(
                    side == null || error != null
                            ? LinkJudge.noAnswer(links.get(i), String.valueOf(error))
                            : LinkJudge.judge(side, counts.getOrDefault(i, LinkCounts.NONE)));
        }
        return results;
    }

    private Map<Integer, LinkCounts> counted(Map<Integer, LinkSides> sides) {
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        Map<Integer, LinkSides> others = new LinkedHashMap<>();
        Map<Integer, Optional<LinkCounts>> here = sides.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, side -> Optional.ofNullable(FewKeys.counts(side.getValue(), fewRows))));
        sides.forEach((link, side) -> here.getOrDefault(link, Optional.empty())
                .ifPresentOrElse(few -> counts.put(link, few), () -> others.put(link, side)));
        if (!others.isEmpty()) {
            counts.putAll(ManyKeys.counts(others));
        }
        return counts;
    }
}
