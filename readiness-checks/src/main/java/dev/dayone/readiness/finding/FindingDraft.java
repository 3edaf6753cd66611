package dev.dayone.readiness.finding;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding that is being put together. Not thread-safe. */
public final class FindingDraft {
    private final FindingKind kind;
    private final Severity severity;
    private final String place;
    private final String title;
    private String detail = "";
    private @Nullable Long count;
    private @Nullable Long of;
    private @Nullable Interval interval;
    private List<String> evidence = List.of();
    private String cause;
    private String remedy;

    FindingDraft(FindingKind kind, Severity severity, String place, String title) {
        this.kind = kind;
        this.severity = severity;
        this.place = place;
        this.title = title;
        this.cause = kind.cause();
        this.remedy = kind.remedy();
    }

    /** What tells it from others of its kind at the same place, such as the rule that is broken. */
    public FindingDraft about(String told) {
        this.detail = told;
        return this;
    }

    /** Rows that it concerns, of all that were looked at; null: they are not what counts. */
    public FindingDraft rows(@Nullable Long concerned, @Nullable Long looked, @Nullable Interval share) {
        this.count = concerned;
        this.of = looked;
        this.interval = share;
        return this;
    }

    /** What was seen. Masked by the caller where it must not be shown. */
    public FindingDraft seen(List<String> seen) {
        this.evidence = seen;
        return this;
    }

    /** Where it comes from, as this data tells. */
    public FindingDraft because(String told) {
        this.cause = told;
        return this;
    }

    /** How to mend this one. */
    public FindingDraft mendedBy(String told) {
        this.remedy = told;
        return this;
    }

    /** The finding. */
    public Finding done() {
        return new Finding(
                kind.id(place, detail),
                kind.name(),
                severity,
                place,
                title,
                count,
                of,
                interval,
                null,
                evidence,
                cause,
                kind.breaks(),
                remedy,
                kind.meanwhile(),
                kind.decider().words());
    }
}
