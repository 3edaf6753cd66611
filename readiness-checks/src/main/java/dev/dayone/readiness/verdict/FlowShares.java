package dev.dayone.readiness.verdict;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Finding.FlowShare;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.flow.Walked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which share of the flow's records a finding touches: counted where the finding is a step that they were asked at, else
 * told from the rows at its place and the records that come there.
 */
final class FlowShares {
    private final @Nullable Funnel funnel;
    private final Map<String, Funnel.Step> steps = new HashMap<>();
    private final Map<TableRef, Set<String>> columns = new HashMap<>();

    FlowShares(Case subject) {
        Walked walked = subject.evidence().walked();
        this.funnel = walked == null ? null : walked.funnel();
        if (walked != null) {
            walked.funnel().steps().forEach(step -> ids(subject, step).forEach(id -> steps.putIfAbsent(id, step)));
        }
        subject.pilot().needs().forEach((table, needed) -> used(table).addAll(needed));
        Flow flow = subject.pilot().flow();
        if (flow != null) {
            flow.links().stream()
                    .flatMap(link -> Stream.of(link.from(), link.to()))
                    .forEach(this::use);
        }
    }

    private void use(ColumnRef key) {
        used(key.tableRef()).add(key.column());
    }

    private Set<String> used(TableRef table) {
        return columns.computeIfAbsent(table, none -> new HashSet<>());
    }

    /** The ids of findings that say what a step turns records away for. */
    static Stream<String> ids(Case subject, Funnel.Step step) {
        return switch (step.kind()) {
            case LINK -> step.link() == null ? Stream.empty() : LinkDetector.ids(step.link());
            case NEED -> Stream.of(NeedDetector.id(step.place()));
            case RULE, FRESH ->
                step.rule() == null
                        ? Stream.empty()
                        : CheckDetector.ids(
                                subject.evidence().checks().get(step.rule().check()));
        };
    }

    /** The share; null: the finding is not on the records' way, or nobody could tell. */
    @Nullable
    FlowShare of(Finding finding) {
        if (funnel == null) {
            return null;
        }
        Funnel.Step step = steps.get(finding.id());
        if (step != null) {
            return new FlowShare((double) step.touched() / funnel.records(), step.interval(), true);
        }
        for (Map.Entry<TableRef, Long> reached : funnel.reached().entrySet()) {
            if (isAbout(finding, reached.getKey())) {
                return atTable(finding, (double) reached.getValue() / funnel.records());
            }
        }
        return null;
    }

    private boolean isAbout(Finding finding, TableRef table) {
        return finding.place().equals(table.toString())
                || used(table).stream()
                        .anyMatch(column -> table.column(column).toString().equals(finding.place()));
    }

    private static @Nullable FlowShare atTable(Finding finding, double reach) {
        Long count = finding.count();
        Long of = finding.of();
        if (count == null || of == null || of == 0) {
            return null;
        }
        double share = reach * count / of;
        Interval rows = finding.interval();
        return new FlowShare(
                share,
                rows == null ? new Interval(share, share) : new Interval(reach * rows.low(), reach * rows.high()),
                false);
    }
}
