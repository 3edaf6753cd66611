package dev.dayone.readiness.gx;

import dev.dayone.pilot.report.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** How many tests dayone answers as Great Expectations does, and which it does not. */
@NullUnmarked
final class GxScore {
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private static final class Line {
        private int cases;
        private int skipped;
        private final Tally success = new Tally();
        private final Tally elsewhere = new Tally();
        private final Tally observed = new Tally();
        private final Tally unexpected = new Tally();
    }

    private static final class Tally {
        private int agreed;
        private int compared;

        void add(@Nullable Boolean agrees) {
            compared += agrees == null ? 0 : 1;
            agreed += Boolean.TRUE.equals(agrees) ? 1 : 0;
        }

        void add(Tally other) {
            compared += other.compared;
            agreed += other.agreed;
        }

        @Override
        public String toString() {
            return compared == 0 ? "-" : agreed + "/" + compared;
        }
    }

    void skipped(GxCase one) {
        Line line = line(one);
        line.cases++;
        line.skipped++;
        reasons.merge(one.skipped(), 1, Integer::sum);
    }

    void compared(GxCase one, CheckResult result) {
        GxAgreement agreement = GxAgreement.of(one, result);
        Line line = line(one);
        line.cases++;
        (one.onSpark() ? line.success : line.elsewhere).add(agreement.success());
        line.observed.add(agreement.observed());
        line.unexpected.add(agreement.unexpected());
        if (!agreement.success()) {
            note("verdict", one, result);
        } else if (Boolean.FALSE.equals(agreement.observed())) {
            note("observed", one, result);
        } else if (Boolean.FALSE.equals(agreement.unexpected())) {
            note("unexpected", one, result);
        }
    }

    private void note(String what, GxCase one, CheckResult result) {
        String here = result.verdict() + ", observed " + result.observed() + ", unexpected " + result.unexpectedCount()
                + (result.error() == null ? "" : ", " + result.error());
        String where = one.onSpark() ? "" : " (not on Spark)";
        differences.add("%s%s: %s%n    there: %s%n    here:  %s%n".formatted(what, where, one, one.out(), here));
    }

    private Line line(GxCase one) {
        return lines.computeIfAbsent(one.type(), type -> new Line());
    }

    /** The share of the tests on Spark in which the verdict is the same. */
    double share() {
        Line total = total();
        return (double) total.success.agreed / Math.max(1, total.success.compared);
    }

    private Line total() {
        Line total = new Line();
        lines.values().forEach(line -> {
            total.cases += line.cases;
            total.skipped += line.skipped;
            total.success.add(line.success);
            total.elsewhere.add(line.elsewhere);
            total.observed.add(line.observed);
            total.unexpected.add(line.unexpected);
        });
        return total;
    }

    String page() {
        StringBuilder page = new StringBuilder("\n");
        String form = "%-75s %6s %8s %8s %10s %9s %11s%n";
        page.append(
                form.formatted("expectation", "cases", "skipped", "verdict", "elsewhere", "observed", "unexpected"));
        lines.forEach((type, line) -> page.append(row(form, type, line)));
        page.append(row(form, "in all", total()));
        page.append("%nSkipped:%n".formatted());
        reasons.forEach((reason, cases) -> page.append("%6d %s%n".formatted(cases, reason)));
        page.append("%nDifferent:%n".formatted());
        differences.forEach(page::append);
        return page.append("%n%.2f %% of the verdicts are those of Great Expectations%n".formatted(100 * share()))
                .toString();
    }

    private static String row(String form, String name, Line line) {
        return form.formatted(
                name, line.cases, line.skipped, line.success, line.elsewhere, line.observed, line.unexpected);
    }
}
