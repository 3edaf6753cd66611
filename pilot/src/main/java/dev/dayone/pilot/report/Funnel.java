package dev.dayone.pilot.report;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flow's records, each followed by itself from the table where the flow starts over its links, and asked in every
 * table for what the pilot needs there.
 *
 * @param records that were followed
 * @param handled of them, those that come through every step
 * @param interval 95 %, of the share that comes through
 * @param atLeast whether a key that was not found may yet be there, for the other side was read in part
 * @param reached by table of the flow, the records that have a row there
 * @param changes the few that gain the most together, the best first
 */
public record Funnel(
        TableRef start,
        long records,
        long handled,
        Interval interval,
        boolean atLeast,
        Map<TableRef, Long> reached,
        List<Step> steps,
        List<Change> changes) {
    public Funnel {
        reached = Collections.unmodifiableMap(new LinkedHashMap<>(reached));
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    /** The same, once it is known what would gain the most. */
    public Funnel with(List<Change> best) {
        return new Funnel(start, records, handled, interval, atLeast, reached, steps, best);
    }

    /** What a record is asked for at a step. */
    public enum Kind {
        /** To be found on the other side of a link. */
        LINK,
        /** A value in a column that the pilot needs. */
        NEED,
        /** To keep a rule on such a column. */
        RULE,
        /** That its table is not older than a check allows. */
        FRESH
    }

    /**
     * One step.
     *
     * @param table where it is asked: of a link, the one that it leads to
     * @param place the column asked, or the table; of a link, the column that it leads from
     * @param link null: another kind of step
     * @param rule the type of a rule's check, and the check's place among all of them; null: another kind of step
     * @param came records that come to the step's table, whether or not something else was wrong with them
     * @param touched of them, those that it turns away
     * @param lost of them, those that no step before has turned away
     * @param left records that have come through this step and all before it
     * @param interval 95 %, of the share of all records that is turned away
     * @param losses why records were turned away, most first
     */
    public record Step(
            Kind kind,
            TableRef table,
            String place,
            @Nullable Link link,
            @Nullable Rule rule,
            long came,
            long touched,
            long lost,
            long left,
            Interval interval,
            List<Loss> losses) {
        public Step {
            losses = List.copyOf(losses);
        }
    }

    /** A check that a step asks. */
    public record Rule(String type, int check) {}

    /** Records turned away at a step for one reason. */
    public record Loss(String why, long records) {}

    /**
     * Something to mend.
     *
     * @param finding the id of the finding that says more; empty: there is none
     * @param title what is wrong
     * @param handled records that come through once this and all changes before it are made
     */
    public record Change(String finding, String place, String title, String remedy, long handled) {}
}
