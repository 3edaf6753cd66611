package dev.dayone.readiness.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of a run. It holds no value that its report does not show. */
public record PastRun(
        Head head,
        Map<String, String> gates,
        List<Table> tables,
        List<Answer> answers,
        List<Found> findings,
        List<Measure> measures) {
    public PastRun {
        gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        tables = List.copyOf(tables);
        answers = List.copyOf(answers);
        findings = List.copyOf(findings);
        measures = List.copyOf(measures);
    }

    /** The finding of an id, if there was one. */
    public Optional<Found> found(String id) {
        return findings.stream()
                .filter(finding -> !id.isEmpty() && finding.id().equals(id))
                .findFirst();
    }

    /** Which run, and its verdict. */
    public record Head(
            String pilot,
            String id,
            String snapshot,
            Instant sampledAt,
            Instant completedAt,
            String version,
            String verdict,
            String headline) {}

    /** A table as it was; {@code columns}: types by name; {@code rows} that the source had, null: unknown. */
    public record Table(String place, @Nullable Long rows, long sampled, boolean whole, Map<String, String> columns) {
        public Table {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /**
     * What a check, link or metric answered.
     *
     * @param kind {@code check}, {@code link} or {@code metric}
     * @param key the same in every run that asks it
     */
    public record Answer(
            String kind,
            String key,
            String title,
            String verdict,
            @Nullable String observed) {}

    /** A finding; {@code knownSince}: when the first of the runs in a row that found it was sampled. */
    public record Found(
            String id,
            String kind,
            String severity,
            String place,
            String title,
            @Nullable Double share,
            Instant knownSince) {}
}
