package dev.dayone.pilot.report;

import dev.dayone.pilot.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or at risk.
 *
 * @param id the same in every run that finds it; empty in reports of older versions
 * @param kind stable name, such as {@code missing-values}
 * @param place a source, table or column reference, or a part of the pilot file
 * @param title one line
 * @param count rows concerned, of {@code of}; null where rows are not what counts
 * @param flow the share of the flow's records that it touches; null: it is not on their way, or nobody could tell
 * @param evidence what was seen, masked where the column is not shown
 * @param cause where it comes from, as far as the data tells, in a sentence
 * @param breaks what it breaks for an AI pilot, in a sentence
 * @param remedy how to mend it at its source, in a sentence
 * @param meanwhile how the pilot can live with it until then, in a sentence
 * @param decides who can decide what is done
 * @param knownSince when the first of the runs in a row that found it was sampled; null: no run before found it
 */
public record Finding(
        String id,
        String kind,
        Severity severity,
        String place,
        String title,
        @Nullable Long count,
        @Nullable Long of,
        @Nullable Interval interval,
        @Nullable FlowShare flow,
        List<String> evidence,
        String cause,
        String breaks,
        String remedy,
        String meanwhile,
        String decides,
        @Nullable Instant knownSince) {
    public Finding {
        // Reports of older versions have none of these.
        id = id == null ? "" : id;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        cause = cause == null ? "" : cause;
        meanwhile = meanwhile == null ? "" : meanwhile;
        decides = decides == null ? "" : decides;
    }

    /** A finding of which it is not known since when. */
    public Finding(
            String id,
            String kind,
            Severity severity,
            String place,
            String title,
            @Nullable Long count,
            @Nullable Long of,
            @Nullable Interval interval,
            @Nullable FlowShare flow,
            List<String> evidence,
            String cause,
            String breaks,
            String remedy,
            String meanwhile,
            String decides) {
        this(
                id, kind, severity, place, title, count, of, interval, flow, evidence, cause, breaks, remedy, meanwhile,
                decides, null);
    }

    /**
     * Of the records that the flow starts with, those that a finding touches.
     *
     * @param interval 95 %
     * @param counted whether records were followed one by one; else told from the share of rows at the finding's place
     *     and the share of records that come there
     */
    public record FlowShare(double share, Interval interval, boolean counted) {}

    /** The same, once it is known whom it touches. */
    public Finding touching(@Nullable FlowShare touched) {
        return new Finding(
                id,
                kind,
                severity,
                place,
                title,
                count,
                of,
                interval,
                touched,
                evidence,
                cause,
                breaks,
                remedy,
                meanwhile,
                decides,
                knownSince);
    }

    /** The same, decided by somebody. */
    public Finding decidedBy(String who) {
        return new Finding(
                id,
                kind,
                severity,
                place,
                title,
                count,
                of,
                interval,
                flow,
                evidence,
                cause,
                breaks,
                remedy,
                meanwhile,
                who,
                knownSince);
    }

    /** The same, as runs before found it too. */
    public Finding knownSince(Instant first) {
        return new Finding(
                id, kind, severity, place, title, count, of, interval, flow, evidence, cause, breaks, remedy, meanwhile,
                decides, first);
    }
}
