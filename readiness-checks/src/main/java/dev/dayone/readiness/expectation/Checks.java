package dev.dayone.readiness.expectation;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.suite.UncarriedRule;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.engine.TableScan;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** The checks of one table: planned from the schema, then measured, then profiled columns and one scan answer them. */
public final class Checks {
    private final SnapshotTable table;
    private final TableSelection selection;
    private final Beside beside;
    private final List<Planned> planned = new ArrayList<>();

    private record Planned(
            Expectation expectation,
            @Nullable Plan plan,
            @Nullable String error) {}

    /** Plans the checks; what cannot be planned gets no answer later. {@code selection}: what the pilot withholds. */
    public Checks(SnapshotTable table, List<Expectation> expectations, TableSelection selection, Beside beside) {
        this.table = table;
        this.selection = selection;
        this.beside = beside;
        expectations.forEach(expectation -> planned.add(plan(expectation)));
    }

    private Planned plan(Expectation expectation) {
        String uncarried = UncarriedRule.reason(expectation.type(), expectation.kwargs());
        if (uncarried != null) {
            return new Planned(expectation, null, uncarried);
        }
        try {
            return new Planned(expectation, Expectations.plan(expectation, table, selection, beside), null);
        } catch (WrongCheckException e) {
            return new Planned(expectation, null, String.valueOf(e.getMessage()));
        } catch (Exception e) { // one check's defect is not another's
            return new Planned(expectation, null, Failure.sentence(e));
        }
    }

    /** The positions of columns whose repeated and different values the profile is to count exactly. */
    public Set<Integer> uniqueness() {
        Set<Integer> positions = new HashSet<>();
        for (Planned check : planned) {
            if (check.plan() != null) {
                for (Measure measure : check.plan().measures()) {
                    if (measure instanceof Measure.Once once && once.where() == null) {
                        positions.add(once.column());
                    } else if (measure instanceof Measure.Different different && different.where() == null) {
                        positions.add(different.column());
                    }
                }
            }
        }
        return positions;
    }

    /** The rules of weight that each row keeps or breaks by itself. */
    public List<OfOneRow> ofOneRow() {
        List<OfOneRow> rules = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Planned check = planned.get(i);
            if (check.plan() instanceof RowRule rule && check.expectation().severity() != Severity.MINOR) {
                Unexpected unexpected = rule.unexpected();
                Column breaks = unexpected == null ? null : unexpected.condition();
                if (unexpected != null && breaks != null) {
                    Column where = unexpected.where();
                    rules.add(new OfOneRow(
                            i,
                            check.expectation().type(),
                            unexpected.columns(),
                            where == null ? breaks : where.and(breaks)));
                }
            }
        }
        return rules;
    }

    /**
     * A rule that each row keeps or breaks by itself.
     *
     * @param check its place among the table's checks
     * @param columns positions of the columns that it is about
     * @param breaks true for rows that break it; else false or null
     */
    public record OfOneRow(int check, String type, List<Integer> columns, Column breaks) {}

    /**
     * The results, in the pilot's order.
     *
     * @param decisions which columns may be shown
     * @param hash what stands for a key that may not
     */
    public List<CheckResult> run(List<ProfiledColumn> profile, List<Decision> decisions, UnaryOperator<String> hash) {
        if (planned.isEmpty()) {
            return List.of();
        }
        Set<Measure> measures = new LinkedHashSet<>();
        planned.stream().filter(check -> check.plan() != null).forEach(check -> {
            if (check.plan() != null) {
                measures.addAll(check.plan().measures());
            }
        });
        Map<Measure, Answer> answers = measures.isEmpty() ? Map.of() : answered(profile, measures);
        List<CheckResult> results = new ArrayList<>();
        Map<Integer, Broken> examples = new LinkedHashMap<>();
        for (Planned check : planned) {
            CheckResult result = masked(check, judged(check, answers), decisions);
            Unexpected unexpected = check.plan() == null ? null : check.plan().unexpected();
            boolean broken = result.unexpectedCount() != null && result.unexpectedCount() > 0;
            if (unexpected != null && broken && result.verdict() != CheckVerdict.NO_ANSWER) {
                examples.put(results.size(), broken(check.expectation(), unexpected, result));
            }
            results.add(result);
        }
        new ExampleFinder(table, decisions, hash)
                .of(examples)
                .forEach((index, found) -> results.set(index, with(results.get(index), found)));
        return results;
    }

    private Map<Measure, Answer> answered(List<ProfiledColumn> profile, Set<Measure> measures) {
        Map<Measure, Answer> answers = new LinkedHashMap<>(answers(profile, measures));
        Set<Measure> further = new LinkedHashSet<>();
        if (table.manifest().windows() != null) {
            for (Planned check : planned) {
                if (check.plan() != null) {
                    further.addAll(check.plan().further(answers));
                }
            }
        }
        if (!further.isEmpty()) {
            answers.putAll(answers(profile, further));
        }
        return answers;
    }

    private Broken broken(Expectation expectation, Unexpected unexpected, CheckResult result) {
        long rows = result.unexpectedCount() == null ? 0 : result.unexpectedCount();
        return new Broken(unexpected, rows, Reasons.of(expectation, table, unexpected.columns()));
    }

    /** A mean of a column that is not shown may be the value of its only row. */
    private CheckResult masked(Planned check, CheckResult result, List<Decision> decisions) {
        int position = result.column() == null ? -1 : table.position(result.column());
        boolean tells = check.plan() != null && check.plan().observesValues() && result.observed() != null;
        return tells && position >= 0 && !decisions.get(position).shown() ? withoutObserved(result) : result;
    }

    private Map<Measure, Answer> answers(List<ProfiledColumn> profile, Set<Measure> measures) {
        try {
            return new TableScan(table, profile).answers(measures);
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) { // Deequ and Spark throw what they do not declare
            Map<Measure, Answer> broken = new LinkedHashMap<>();
            measures.forEach(measure -> broken.put(measure, new Answer.Broken(Failure.sentence(e))));
            return broken;
        }
    }

    private CheckResult judged(Planned check, Map<Measure, Answer> answers) {
        Plan plan = check.plan();
        if (plan == null) {
            return noAnswer(check.expectation(), String.valueOf(check.error()));
        }
        for (Measure measure : plan.measures()) {
            if (answers.get(measure) instanceof Answer.Broken broken) {
                return noAnswer(check.expectation(), broken.sentence());
            }
        }
        Drawing drawing = plan.ofTable() ? table.drawing() : table.drawingOfMeant();
        RowsMeant about = plan.ofTable() || plan.measures().isEmpty() ? RowsMeant.EVERY_ROW : table.meant();
        Outcome outcome = plan.judge(answers, new Sampling(drawing, table.sourceRows(), table.countedRows()));
        return result(check.expectation(), outcome, about, null);
    }

    private CheckResult noAnswer(Expectation expectation, String error) {
        Outcome outcome = new Outcome(CheckVerdict.NO_ANSWER, null, Outcome.Counts.NONE, null, null);
        return result(expectation, outcome, RowsMeant.EVERY_ROW, error);
    }

    private CheckResult result(Expectation expectation, Outcome outcome, RowsMeant about, @Nullable String error) {
        return new CheckResult(
                table.ref(),
                expectation.type(),
                expectation.kwargs(),
                expectation.severity(),
                outcome.verdict(),
                outcome.observed(),
                outcome.counts().elements(),
                outcome.counts().missing(),
                outcome.counts().unexpected(),
                outcome.interval(),
                outcome.rowsToDecide(),
                outcome.bySource(),
                about,
                List.of(),
                List.of(),
                error,
                expectation.meta());
    }

    private static CheckResult withoutObserved(CheckResult result) {
        return copy(result, "not shown", null, ExampleFinder.Found.NOTHING);
    }

    private static CheckResult with(CheckResult result, ExampleFinder.Found found) {
        return copy(result, result.observed(), result.interval(), found);
    }

    private static CheckResult copy(
            CheckResult result, @Nullable Object observed, @Nullable Interval interval, ExampleFinder.Found found) {
        return new CheckResult(
                result.table(),
                result.type(),
                result.kwargs(),
                result.severity(),
                result.verdict(),
                observed,
                result.elementCount(),
                result.missingCount(),
                result.unexpectedCount(),
                interval,
                result.rowsToDecide(),
                result.bySource(),
                result.about(),
                found.values(),
                found.rows(),
                result.error(),
                result.meta());
    }
}
