package dev.dayone.readiness.flow;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts, by step, which records are turned away. Not thread-safe. */
final class Tally {
    private final BitSet[] turned;
    private final Sureness sureness;
    private final List<Step> steps = new ArrayList<>();

    /** How sure a share of the records is. */
    @FunctionalInterface
    interface Sureness {
        Interval of(long hits, long records);
    }

    Tally(int records, Sureness sureness) {
        this.turned = new BitSet[records];
        for (int i = 0; i < records; i++) {
            turned[i] = new BitSet();
        }
        this.sureness = sureness;
    }

    /** The next step: what rows of a table are asked. */
    Step step(Question question, TableRef table) {
        return added(new Step(question.kind(), table, question.place(), null, question.rule()));
    }

    /** The next step: the other side of a link. */
    Step step(Link link) {
        return added(
                new Step(Funnel.Kind.LINK, link.to().tableRef(), link.from().toString(), link, null));
    }

    private Step added(Step step) {
        steps.add(step);
        return step;
    }

    /** A step that is being counted. */
    final class Step {
        private final Funnel.Kind kind;
        private final TableRef table;
        private final String place;
        private final @Nullable Link link;
        private final Funnel.@Nullable Rule rule;
        private final int number = steps.size();
        private final Map<String, Long> losses = new TreeMap<>();
        private long came;
        private long lost;

        private Step(Funnel.Kind kind, TableRef table, String place, @Nullable Link link, Funnel.@Nullable Rule rule) {
            this.kind = kind;
            this.table = table;
            this.place = place;
            this.link = link;
            this.rule = rule;
        }

        /** A record comes to this step. {@code wrong}: why it is turned away; null: it is not. */
        void came(int record, @Nullable String wrong) {
            came++;
            if (wrong != null) {
                lost += turned[record].isEmpty() ? 1 : 0;
                turned[record].set(number);
                losses.merge(wrong, 1L, Long::sum);
            }
        }

        private Funnel.Step told(long left) {
            long touched = losses.values().stream().mapToLong(Long::longValue).sum();
            return new Funnel.Step(
                    kind,
                    table,
                    place,
                    link,
                    rule,
                    came,
                    touched,
                    lost,
                    left,
                    sureness.of(touched, turned.length),
                    losses.entrySet().stream()
                            .map(loss -> new Funnel.Loss(loss.getKey(), loss.getValue()))
                            .sorted(Comparator.comparingLong(Funnel.Loss::records)
                                    .reversed())
                            .toList());
        }
    }

    /** All that was counted. */
    Walked walked(TableRef start, boolean atLeast, Map<TableRef, Long> reached) {
        List<Funnel.Step> told = new ArrayList<>();
        long left = turned.length;
        for (Step step : steps) {
            left -= step.lost;
            told.add(step.told(left));
        }
        Map<BitSet, Long> patterns = new HashMap<>();
        for (BitSet steps : turned) {
            patterns.merge(steps, 1L, Long::sum);
        }
        Funnel funnel = new Funnel(
                start, turned.length, left, sureness.of(left, turned.length), atLeast, reached, told, List.of());
        return new Walked(funnel, new Gains(patterns, told).best());
    }
}
