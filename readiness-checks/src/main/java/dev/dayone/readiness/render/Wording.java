package dev.dayone.readiness.render;

import dev.dayone.pilot.Metric;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.wording.Numbers;
import dev.dayone.readiness.wording.Rules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences that every form of the report shares, so that they say the same thing. None of them is escaped. */
final class Wording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Wording() {}

    static String time(Instant time) {
        return MINUTE.format(time);
    }

    /** Which rows of a table were looked at. */
    static String looked(TableReport table) {
        if (table.whole()) {
            return "every row";
        }
        return table.method() == SampleMethod.LINKED
                ? "linked sample (rows that the flow reaches)"
                : table.method().label() + " sample";
    }

    /** The rule with its column in front: {@code subject: values to not be null (mostly 0.99)}. */
    static String rule(CheckResult check) {
        String column = check.column();
        return (column == null ? "" : column + ": ") + Rules.bare(check);
    }

    /** The share of rows that keep a rule on rows; null for rules on a whole column or table, or without rows. */
    static @Nullable Double kept(CheckResult check) {
        long asked = check.elementCount() - check.missingCount();
        Long unexpected = check.unexpectedCount();
        return unexpected == null || asked <= 0 ? null : (double) (asked - unexpected) / asked;
    }

    /** What was seen, in a few words; null: nothing was. */
    static @Nullable String observed(CheckResult check) {
        String observed = seen(check);
        return observed == null || !(check.bySource() && check.observed() instanceof Number)
                ? observed
                : observed + ", counted by the source";
    }

    private static @Nullable String seen(CheckResult check) {
        if (check.bySource() && check.observed() != null) {
            return Rules.value(check.observed());
        }
        Double kept = kept(check);
        if (kept != null) {
            return kept >= 1
                    ? "all of " + Numbers.count(check.elementCount() - check.missingCount(), "row")
                    : Numbers.percent(kept) + " keep it, "
                            + Numbers.count(check.unexpectedCount() == null ? 0 : check.unexpectedCount()) + " do not";
        }
        return check.observed() == null ? null : Rules.value(check.observed());
    }

    /** What an answer that is neither yes nor no lacks; null for one that is. */
    static @Nullable String lacks(CheckResult check) {
        return lacks(check.verdict(), check.rowsToDecide(), check.elementCount(), check.error());
    }

    /** As {@link #lacks(CheckResult)}. */
    static @Nullable String lacks(LinkResult link) {
        return lacks(link.verdict(), link.rowsToDecide(), link.rows(), link.error());
    }

    private static @Nullable String lacks(
            CheckVerdict verdict, @Nullable Long rowsToDecide, long rows, @Nullable String error) {
        return switch (verdict) {
            case PASS, FAIL -> null;
            case NO_ANSWER -> "Could not be measured: " + sentence(error == null ? "no reason was given" : error);
            case UNDETERMINED ->
                rowsToDecide == null
                        ? "Not enough evidence: no sample can decide this; let the source"
                                + " count (pushdown: true), or read the table whole (sample method all)."
                        : "Not enough evidence: about " + Numbers.count(rowsToDecide) + " rows would decide; "
                                + Numbers.count(rows) + " were looked at.";
        };
    }

    /** {@code 1,204 of 20,000 rows (6%)}; null where rows are not what counts. */
    static @Nullable String howMany(Finding finding) {
        Long count = finding.count();
        Long of = finding.of();
        if (count == null) {
            return null;
        }
        return of == null || of <= 0
                ? Numbers.count(count, "row")
                : Numbers.count(count) + " of " + Numbers.count(of) + " rows (" + Numbers.percent((double) count / of)
                        + ")";
    }

    /** {@code known since 20 Nov 2026}, {@code new}, or empty where there is no run before. */
    static String known(RunReport report, Finding finding) {
        Instant since = finding.knownSince();
        if (since != null) {
            return "known since " + DAY.format(since);
        }
        return report.since() == null ? "" : "new";
    }

    /** The day of a time. */
    static String day(Instant time) {
        return DAY.format(time);
    }

    /** {@code touches 12% of the flow's records}; null where nobody could tell. */
    static @Nullable String ofFlow(Finding.@Nullable FlowShare flow) {
        if (flow == null) {
            return null;
        }
        String sure = howSure(flow.interval());
        return "touches " + (flow.counted() ? "" : "about ") + Numbers.percent(flow.share()) + " of the flow's records"
                + (sure == null ? "" : ", " + sure);
    }

    /** {@code 95% sure: 5.7–6.4%}; null where every row was seen. */
    static @Nullable String howSure(@Nullable Interval interval) {
        if (interval == null || interval.low() == interval.high()) {
            return null;
        }
        boolean share = interval.low() >= 0 && interval.high() <= 1;
        return "95% sure: " + (share ? Numbers.rates(interval) : numbers(interval));
    }

    /** Where one end is not known, only the other is said. */
    private static String numbers(Interval interval) {
        if (interval.low() == -Double.MAX_VALUE) {
            return "at most " + Numbers.number(interval.high());
        }
        return interval.high() == Double.MAX_VALUE
                ? "at least " + Numbers.number(interval.low())
                : Numbers.numbers(interval);
    }

    /** Interval and scope of an answer in a few words; null: it is exact and of every row. */
    static @Nullable String howSure(@Nullable Interval interval, RowsMeant about) {
        String sure = howSure(interval);
        String scope = Numbers.scope(about);
        return scope.isEmpty() ? sure : (sure == null ? "" : sure + ", ") + scope;
    }

    static String baseline(MetricResult result) {
        return result.baseline() == null ? "no baseline" : withUnit(result.baseline(), result.metric());
    }

    /** How sure an estimated baseline is, in a few words; null: it is exact. */
    static @Nullable String sure(MetricResult result) {
        Interval interval = result.interval();
        if (interval != null) {
            return "95% sure: " + Numbers.numbers(interval) + unit(result.metric());
        }
        return result.unsure() == null ? null : "no interval: " + result.unsure();
    }

    /** The records a month beside those that make a metric worth a pilot, in a few words; null: not asked. */
    static @Nullable String worth(MetricResult result) {
        MetricResult.Volume volume = result.volume();
        Metric.Worth worth = result.metric().worth();
        if (volume == null || worth == null) {
            return null;
        }
        BudgetReport.Volume found = volume.found();
        if (found == null) {
            return "records a month could not be counted: " + volume.error();
        }
        Interval interval = found.interval();
        return Numbers.number(found.records()) + " records a month"
                + (interval == null ? "" : " (95% sure: " + Numbers.numbers(interval) + ")") + ", at least "
                + Numbers.number(worth.atLeast()) + " asked"
                + switch (volume.verdict()) {
                    case PASS -> "";
                    case FAIL -> ": too few";
                    case UNDETERMINED, NO_ANSWER -> ": not decided";
                };
    }

    /** How far the baseline is from the target, in a few words. */
    static String gap(MetricResult result) {
        Metric.Target target = result.metric().target();
        Double baseline = result.baseline();
        if (target == null) {
            return "no target";
        }
        if (baseline == null) {
            return "no baseline";
        }
        if (result.undecided()) {
            return result.interval() == null ? "cannot be told" : "may be met already, or not";
        }
        if (target.isMetBy(baseline)) {
            return "already met";
        }
        Double bound = target.atMost() != null ? target.atMost() : target.atLeast();
        double by = Math.abs(baseline - (bound == null ? 0 : bound));
        String share = baseline == 0 ? "" : " (" + Numbers.percent(by / Math.abs(baseline)) + ")";
        return "must " + (target.atMost() != null ? "fall" : "rise") + " by " + withUnit(by, result.metric()) + share;
    }

    static String target(MetricResult result) {
        Metric.Target target = result.metric().target();
        if (target == null) {
            return "no target";
        }
        Double bound = target.atMost() != null ? target.atMost() : target.atLeast();
        return (target.atMost() != null ? "at most " : "at least ")
                + withUnit(bound == null ? 0 : bound, result.metric());
    }

    private static String withUnit(double value, Metric metric) {
        return Numbers.number(value) + unit(metric);
    }

    private static String unit(Metric metric) {
        String unit = metric.unit();
        return unit.isEmpty() ? "" : unit.equals("%") ? "%" : " " + unit;
    }

    /** The text with a full stop at its end. */
    static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() || trimmed.matches("(?s).*[.!?…]") ? trimmed : trimmed + ".";
    }
}
