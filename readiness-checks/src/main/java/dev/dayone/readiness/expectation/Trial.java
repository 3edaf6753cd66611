package dev.dayone.readiness.expectation;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableSelection;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Folds;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.engine.TableScan;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one table that nobody has asked for yet: what they would come to on all of its rows, or on some of them taken
 * for all there are. One that cannot be asked of the table, or not of a part of it, has no outcome. Not thread-safe.
 */
public final class Trial {
    private final SnapshotTable table;
    private final TableSelection selection;
    private final Beside beside;
    private final Map<Expectation, @Nullable Plan> plans = new LinkedHashMap<>();

    /** {@code selection}: what the pilot withholds of the table. */
    public Trial(SnapshotTable table, TableSelection selection, Beside beside) {
        this.table = table;
        this.selection = selection;
        this.beside = beside;
    }

    private @Nullable Plan plan(Expectation check) {
        if (!plans.containsKey(check)) {
            plans.put(check, planned(check));
        }
        return plans.get(check);
    }

    private @Nullable Plan planned(Expectation check) {
        try {
            return Expectations.plan(check, table, selection, beside);
        } catch (WrongCheckException e) {
            return null;
        }
    }

    private Set<Measure> measures(Collection<Expectation> checks) {
        Set<Measure> measures = new LinkedHashSet<>();
        for (Expectation check : checks) {
            Plan plan = plan(check);
            if (plan != null) {
                measures.addAll(plan.measures());
            }
        }
        return measures;
    }

    /** What checks come to on all rows that the snapshot has. */
    public Map<Expectation, Outcome> ofAll(Collection<Expectation> checks, List<ProfiledColumn> profile) {
        Set<Measure> measures = measures(checks);
        Map<Measure, Answer> answers = measures.isEmpty() ? Map.of() : new TableScan(table, profile).answers(measures);
        Map<Expectation, Outcome> outcomes = new LinkedHashMap<>();
        for (Expectation check : checks) {
            Plan plan = plan(check);
            if (plan != null && isAnswered(plan, answers)) {
                Drawing drawing = plan.ofTable() ? table.drawing() : table.drawingOfMeant();
                outcomes.put(
                        check, plan.judge(answers, new Sampling(drawing, table.sourceRows(), table.countedRows())));
            }
        }
        return outcomes;
    }

    /** Counts in one pass what checks ask of any part. */
    public void count(Collection<Expectation> checks, Folds folds) {
        folds.count(measures(checks));
    }

    /** What a check, {@link #count counted} before, comes to where some of the folds are all there is; null: nothing. */
    public @Nullable Outcome ofPart(Expectation check, Folds folds, BitSet some) {
        Plan plan = plan(check);
        if (plan == null) {
            return null;
        }
        Map<Measure, Answer> answers = folds.answers(plan.measures(), some);
        long rows = folds.rows(some);
        Sampling sampling = new Sampling(Drawing.everyRow((double) rows), rows, null);
        return isAnswered(plan, answers) ? plan.judge(answers, sampling) : null;
    }

    private static boolean isAnswered(Plan plan, Map<Measure, Answer> answers) {
        return plan.measures().stream()
                .noneMatch(measure -> answers.get(measure) == null || answers.get(measure) instanceof Answer.Broken);
    }
}
