package dev.dayone.readiness.link;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.readiness.statistic.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a link. Where the {@code to} side was read neither whole nor for the keys of {@code from}, a key not found may yet
 * be there, so the rate seen is the least it can be; and a key seen once may stand there again.
 */
final class LinkJudge {
    private LinkJudge() {}

    static LinkResult judge(LinkSides sides, LinkCounts counts) {
        Link link = sides.link();
        long keyed = counts.sums().rows() - counts.sums().without();
        if (keyed == 0) {
            String why = counts.sums().rows() == 0
                    ? "Table '" + link.from().tableRef() + "' has no rows."
                    : "No row of '" + link.from().tableRef() + "' has a key in '"
                            + link.from().column() + "'.";
            return result(sides, counts, null, new Verdict(CheckVerdict.NO_ANSWER, null, why));
        }
        boolean toWhole = sides.toWhole();
        LinkCounts.ByWindow byWindow = counts.byWindow();
        Rate rate = Rate.of(
                counts.matched(0),
                keyed,
                sides.from().drawingOfMeant(),
                byWindow == null ? null : byWindow.matched(),
                byWindow == null ? null : byWindow.keyed());
        Interval seen = rate.interval();
        Interval interval = toWhole ? seen : new Interval(seen.low(), 1);
        CheckVerdict judged = rate.atLeast(link.coverage());
        CheckVerdict verdict = judged == CheckVerdict.FAIL && !toWhole ? CheckVerdict.UNDETERMINED : judged;
        Long decide = null;
        if (verdict == CheckVerdict.UNDETERMINED && toWhole) {
            Long needed = rate.rowsFor(link.coverage());
            decide = needed == null ? sides.from().sourceRows() : needed;
        }
        if (link.unique() && verdict != CheckVerdict.FAIL) {
            CheckVerdict unique = unique(sides, counts);
            if (unique == CheckVerdict.FAIL) {
                verdict = unique;
                decide = null;
            } else if (unique == CheckVerdict.UNDETERMINED) {
                verdict = unique;
            }
        }
        return result(sides, counts, interval, new Verdict(verdict, decide, null));
    }

    /** A key seen twice is proof; that none was is proof only of the keys looked at, unless the source says more. */
    private static CheckVerdict unique(LinkSides sides, LinkCounts counts) {
        Boolean bySource = sides.toUnique();
        if (counts.sums().repeated() > 0 || Boolean.FALSE.equals(bySource)) {
            return CheckVerdict.FAIL;
        }
        boolean everyKeyLookedAt = sides.to().manifest().whole()
                || (sides.toWhole() && sides.from().manifest().whole());
        return bySource != null || everyKeyLookedAt ? CheckVerdict.PASS : CheckVerdict.UNDETERMINED;
    }

    private record Verdict(
            CheckVerdict verdict,
            @Nullable Long rowsToDecide,
            @Nullable String error) {}

    private static LinkResult result(LinkSides sides, LinkCounts counts, @Nullable Interval interval, Verdict verdict) {
        long keyed = counts.sums().rows() - counts.sums().without();
        List<LinkResult.Cleaner> cleaners = new ArrayList<>();
        for (int i = 1; i < KeyCleaner.STEPS.size(); i++) {
            cleaners.add(new LinkResult.Cleaner(KeyCleaner.STEPS.get(i).name(), counts.matched(i)));
        }
        return new LinkResult(
                sides.link(),
                verdict.verdict(),
                counts.sums().rows(),
                counts.sums().without(),
                counts.matched(0),
                keyed == 0 ? null : (double) counts.matched(0) / keyed,
                interval,
                counts.sums().orphans(),
                counts.orphanShapes(),
                cleaners,
                counts.sums().repeated(),
                sides.toByKeys() ? null : Long.valueOf(counts.sums().unreferenced()),
                sides.toWhole(),
                sides.toByKeys(),
                sides.toUnique(),
                sides.from().meant(),
                verdict.rowsToDecide(),
                verdict.error());
    }

    static LinkResult noAnswer(Link link, String error) {
        return new LinkResult(
                link,
                CheckVerdict.NO_ANSWER,
                0,
                0,
                0,
                null,
                null,
                0,
                List.of(),
                List.of(),
                0,
                null,
                false,
                false,
                null,
                RowsMeant.EVERY_ROW,
                null,
                error);
    }
}
