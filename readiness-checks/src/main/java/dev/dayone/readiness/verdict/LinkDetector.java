package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Links whose keys do not join, or join more than once. */
final class LinkDetector implements Findings.Detector {
    private static final FindingKind BROKEN = FindingKind.named(
                    "keys-do-not-join",
                    "Fewer keys of a link of the flow are found on its other side than the pilot asks for, or some more than once.")
            .because(
                    "Two systems that keep the same thing under keys of their own.",
                    "Records on this side are handled without what the other system knows.")
            .mendedBy(
                    "Agree on one key that both systems keep, and fill it.",
                    "Answer such records without the other system, or hand them to a human.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind UNANSWERED = FindingKind.named(
                    "link-without-answer", "A link of the flow could not be measured.")
            .because(
                    "A wrong name, or a table that was not read.",
                    "Records on this side are handled without what the other system knows.")
            .mendedBy("Correct the link as its message says.", "Do not count on it.", Decider.ENGINEERS);

    private static final FindingKind UNDECIDED = FindingKind.named(
                    "link-undecided", "The rows looked at do not decide a link of the flow.")
            .because(
                    "Too few rows were looked at, or the other side was read in part.",
                    "Records on this side are handled without what the other system knows.")
            .mendedBy(
                    "Sample more rows, let the source count the other side (pushdown: true), or read it whole.",
                    "Do not count on it.",
                    Decider.ENGINEERS);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(BROKEN, UNANSWERED, UNDECIDED);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().links().stream()
                .filter(link -> link.verdict() != CheckVerdict.PASS)
                .map(LinkDetector::finding);
    }

    /** The ids that a finding about a link may have. */
    static Stream<String> ids(Link link) {
        return Stream.of(BROKEN, UNDECIDED)
                .map(kind -> kind.id(link.from().toString(), link.to().toString()));
    }

    private static Finding finding(LinkResult link) {
        long keyed = link.rows() - link.nullKeys();
        boolean measured = link.verdict() != CheckVerdict.NO_ANSWER;
        FindingKind kind =
                switch (link.verdict()) {
                    case FAIL -> BROKEN;
                    case NO_ANSWER -> UNANSWERED;
                    default -> UNDECIDED;
                };
        return kind.at(
                        link.verdict() == CheckVerdict.FAIL ? Severity.BLOCKER : Severity.MAJOR,
                        link.link().from().toString(),
                        Wording.link(link))
                .about(link.link().to().toString())
                .rows(
                        measured ? (Long) (keyed - link.matched()) : null,
                        measured ? (Long) keyed : null,
                        link.interval() == null ? null : Intervals.complement(link.interval()))
                .seen(link.orphanShapes().stream().map(ValueCount::value).toList())
                .mendedBy(remedy(kind, link))
                .done();
    }

    private static String remedy(FindingKind kind, LinkResult link) {
        Optional<LinkResult.Cleaner> best = link.cleaners().stream()
                .filter(cleaner -> cleaner.matched() > link.matched())
                .reduce((one, other) -> other.matched() > one.matched() ? other : one);
        String rest = kind.remedy();
        return best.map(cleaner -> "After '" + cleaner.name() + "' on both sides "
                        + (link.toByKeys() ? "at least " : "")
                        + Numbers.count(cleaner.matched() - link.matched(), "more row") + " would join; "
                        + rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1))
                .orElse(rest);
    }
}
