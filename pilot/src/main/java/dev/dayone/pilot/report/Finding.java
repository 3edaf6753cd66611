package dev.dayone.pilot.report;

import dev.dayone.pilot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or at risk.
 *
 * @param kind stable name, such as {@code missing-values}
 * @param place a source, table or column reference, or a part of the pilot file
 * @param title one line
 * @param count rows concerned, of {@code of}; null where rows are not what counts
 * @param breaks what it breaks for an AI pilot, in a sentence
 * @param remedy what to do, in a sentence
 */
public record Finding(
        String kind,
        Severity severity,
        String place,
        String title,
        @Nullable Long count,
        @Nullable Long of,
        @Nullable Interval interval,
        String breaks,
        String remedy) {}
