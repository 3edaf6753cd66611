package dev.dayone.readiness.verdict;

import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.readiness.wording.Numbers;
import dev.dayone.readiness.wording.Rules;

/** Says results in one sentence each. */
final class Wording {
    private Wording() {}

    static String check(CheckResult check) {
        String what = place(check) + ": " + Rules.bare(check);
        String scope = scope(check.about());
        return switch (check.verdict()) {
            case PASS -> what + " holds" + scope + ".";
            case FAIL -> what + " fails" + broken(check) + scope + ".";
            case UNDETERMINED ->
                what + " is not decided by " + Numbers.count(check.elementCount(), "row")
                        + toDecide(check.rowsToDecide()) + ".";
            case NO_ANSWER -> what + " could not be measured: " + check.error();
        };
    }

    static String link(LinkResult link) {
        String what = link.link().from() + " -> " + link.link().to();
        Double rate = link.matchRate();
        String asked = " (" + Numbers.percent(link.link().coverage()) + " asked"
                + (link.link().unique() ? ", each once" : "") + ")";
        String found = rate == null
                ? "no row has a key"
                : Numbers.percent(rate, link.link().coverage()) + " of keys found" + scope(link.about());
        String repeated = link.link().unique() ? repeated(link) : "";
        return switch (link.verdict()) {
            case PASS -> what + ": " + found + asked + ".";
            case FAIL -> what + ": " + found + repeated + asked + ".";
            case UNDETERMINED ->
                what + ": " + found + repeated + asked + ", not decided" + toDecide(link.rowsToDecide()) + open(link)
                        + ".";
            case NO_ANSWER -> what + ": could not be measured: " + link.error();
        };
    }

    /** What is known of the latest rows alone is said to be so. */
    private static String scope(RowsMeant about) {
        return about == RowsMeant.LATEST_ROWS ? " (" + Numbers.scope(about) + ")" : "";
    }

    private static String repeated(LinkResult link) {
        if (link.repeatedKeys() > 0) {
            return ", " + Numbers.count(link.repeatedKeys(), "key") + " more than once";
        }
        return Boolean.FALSE.equals(link.toUnique()) ? ", keys more than once by the source's own count" : "";
    }

    private static String open(LinkResult link) {
        if (!link.toWhole()) {
            return "; the other side was read in part, so a miss proves nothing";
        }
        return link.link().unique() && link.rowsToDecide() == null
                ? "; that no key stands twice is known of the keys looked at alone"
                : "";
    }

    /** The column or the table that a check is about. */
    static String place(CheckResult check) {
        String column = check.column();
        return column == null
                ? check.table().toString()
                : check.table().column(column).toString();
    }

    private static String broken(CheckResult check) {
        Long unexpected = check.unexpectedCount();
        if (unexpected != null) {
            return " in " + Numbers.count(unexpected) + " of " + Numbers.count(check.elementCount(), "row");
        }
        Object observed = check.observed();
        return observed == null
                ? ""
                : ", found " + Rules.value(observed)
                        + (check.bySource() && observed instanceof Number ? ", counted by the source" : "");
    }

    private static String toDecide(@org.jspecify.annotations.Nullable Long rows) {
        return rows == null ? "" : "; about " + Numbers.count(rows, "row") + " would decide";
    }
}
