package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.wording.LinkCauses;
import dev.dayone.readiness.wording.Numbers;
import java.util.Optional;
import java.util.stream.Stream;

/** Links whose keys do not join, or join more than once. */
final class LinkDetector implements Findings.Detector {
    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().links().stream()
                .filter(link -> link.verdict() != CheckVerdict.PASS)
                .map(LinkDetector::finding);
    }

    private static Finding finding(LinkResult link) {
        long keyed = link.rows() - link.nullKeys();
        boolean measured = link.verdict() != CheckVerdict.NO_ANSWER;
        return new Finding(
                switch (link.verdict()) {
                    case FAIL -> "keys-do-not-join";
                    case NO_ANSWER -> "link-without-answer";
                    default -> "link-undecided";
                },
                link.verdict() == CheckVerdict.FAIL ? Severity.BLOCKER : Severity.MAJOR,
                link.link().from().toString(),
                Wording.link(link),
                measured ? (Long) (keyed - link.matched()) : null,
                measured ? (Long) keyed : null,
                link.interval() == null ? null : Intervals.complement(link.interval()),
                "Records on this side are handled without what the other system knows.",
                remedy(link));
    }

    private static String remedy(LinkResult link) {
        if (link.verdict() == CheckVerdict.NO_ANSWER) {
            return "Correct the link as its message says.";
        }
        Optional<LinkResult.Cleaner> best = LinkCauses.best(link);
        String cause = LinkCauses.sentence(link);
        String clean = best.map(cleaner -> (cause == null ? "" : cause + " ") + "After '" + cleaner.name()
                        + "' on both sides "
                        + (link.toByKeys() ? "at least " : "")
                        + Numbers.count(cleaner.matched() - link.matched(), "more row") + " would join; ")
                .orElse("");
        String rest = link.verdict() == CheckVerdict.UNDETERMINED
                ? "sample more rows, let the source count the other side (pushdown: true), or read it whole."
                : "agree on one key that both systems keep, and fill it for the rest.";
        return clean.isEmpty()
                ? rest.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + rest.substring(1)
                : clean + rest;
    }
}
