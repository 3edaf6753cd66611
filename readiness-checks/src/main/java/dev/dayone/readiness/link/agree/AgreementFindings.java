package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Lag;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingDraft;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.AgreementWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with rows that match: each by itself may look right. */
public final class AgreementFindings {
    private static final FindingKind CLOCK = FindingKind.named(
                    "clock-shift", "Two columns tell of the same moment and are apart by the hours of a time zone.")
            .because(
                    "One system writes its local time, or a copy was made without a look at the zone.",
                    "What happened first cannot be told, ages and replies are off by hours, and days begin at another time.")
            .mendedBy(
                    "Write moments in UTC, in a type that keeps the zone, and correct the rows written before.",
                    "Shift one side by the hours told here before the two are compared.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind DAY = FindingKind.named(
                    "day-shift", "Two columns tell of the same day and are a day apart.")
            .because(
                    "A time was cut to its day in another time zone than it was written in.",
                    "Deadlines and counts by day are off by one.")
            .mendedBy(
                    "Cut times to days in one agreed time zone.",
                    "Take the day from the side that has the time.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind TIME_LOST = FindingKind.named(
                    "time-of-day-lost", "A column for times has the day alone of what the other side has the time of.")
            .because(
                    "An export or a copy by way of a type for days.",
                    "The order of events within a day is lost, and ages are off by up to a day.")
            .mendedBy("Copy the whole time.", "Take the time from the other side.", Decider.SYSTEM_OWNER);

    private static final FindingKind LAG = FindingKind.named(
                    "sync-lag", "One side of a link is written an hour or more after the other.")
            .because(
                    "A copy that is made in batches, or one that is behind.",
                    "The pilot answers from what was true some time ago.")
            .mendedBy(
                    "Let the copy run more often, or on each change.",
                    "Read what must be fresh from the side that has it first.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind CONFLICT = FindingKind.named(
                    "conflicting-values", "Both sides of a link hold a column, and differ about it in matched rows.")
            .because(
                    "A value that was changed on one side, and no system that leads.",
                    "The pilot is told two truths, and which one it acts on is chance.")
            .mendedBy(
                    "Say which system leads for this column, and copy it from there.",
                    "Choose one side in the pilot, and hand rows that conflict to a human where it matters.",
                    Decider.PROCESS_OWNER);

    private static final double AN_HOUR = 3600;
    private static final double A_DAY = 24 * AN_HOUR;
    private static final double MANY = 0.05;
    private static final double A_FEW = 0.01;

    private AgreementFindings() {}

    /** All that can be found. */
    public static Stream<FindingKind> kinds() {
        return Stream.of(CLOCK, DAY, TIME_LOST, LAG, CONFLICT);
    }

    /** What was found. */
    public static Stream<Finding> of(Agreement agreement) {
        return Stream.concat(
                agreement.clocks().stream().flatMap(clock -> clock(clock).stream()),
                agreement.attributes().stream()
                        .filter(attribute -> attribute.conflicting() > 0)
                        .map(AgreementFindings::conflict));
    }

    private static Optional<Finding> clock(Clock clock) {
        Lag lag = clock.lag();
        double share = (double) clock.concerned() / Math.max(1, clock.pairs());
        Severity byShare = share < A_FEW ? Severity.MINOR : Severity.MAJOR;
        return switch (clock.relation()) {
            case SAME -> Optional.empty();
            case CLOCK_SHIFT -> Optional.of(finding(CLOCK, byShare, clock));
            case DAY_SHIFT -> Optional.of(finding(DAY, byShare, clock));
            case TIME_LOST -> Optional.of(finding(TIME_LOST, Severity.MINOR, clock));
            case LAG ->
                lag == null || lag.within95() < AN_HOUR
                        ? Optional.empty()
                        : Optional.of(finding(LAG, lag.within95() < A_DAY ? Severity.MINOR : Severity.MAJOR, clock));
        };
    }

    private static Finding finding(FindingKind kind, Severity severity, Clock clock) {
        FindingDraft draft = kind.at(severity, clock.from().toString(), AgreementWords.clock(clock))
                .about(clock.to().toString())
                .rows(clock.concerned(), clock.pairs(), clock.interval());
        String cause = clock.cause();
        return cause == null ? draft.done() : draft.because(cause).done();
    }

    private static Finding conflict(Attribute attribute) {
        double share = (double) attribute.conflicting() / attribute.pairs();
        return CONFLICT.at(
                        share < MANY ? Severity.MINOR : Severity.MAJOR,
                        attribute.from().toString(),
                        AgreementWords.attribute(attribute))
                .about(attribute.to().toString())
                .rows(attribute.conflicting(), attribute.pairs(), attribute.interval())
                .seen(List.of(AgreementWords.besides(attribute)))
                .done();
    }
}
