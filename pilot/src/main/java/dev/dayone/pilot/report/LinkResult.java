package dev.dayone.pilot.report;

import dev.dayone.pilot.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one link came to, counted in rows of its {@code from} side.
 *
 * @param rows looked at
 * @param nullKeys of them without a key (null or blank)
 * @param matched of the rest, found on the {@code to} side as they stand
 * @param matchRate {@code matched} of the rows with a key
 * @param interval of {@code matchRate}
 * @param orphanKeys distinct keys not found
 * @param orphanShapes of those keys, most frequent first
 * @param cleaners what the rate would be after cleaning both sides
 * @param repeatedKeys keys that stand more than once on the {@code to} side
 * @param unreferencedKeys keys of the {@code to} side that no looked-at row has; null: that side was read by keys
 * @param toWhole whether every row of the {@code to} side that can match was looked at; a miss is no proof otherwise
 * @param toByKeys whether the {@code to} side was read by keys alone: then cleaners gain at least what they say
 * @param toUnique whether the source itself says that a key stands once on the {@code to} side, by counting the whole
 *     table or by its primary key; null: it does not say
 * @param about the rows of the {@code from} side that the verdict is about
 * @param error why there is NO_ANSWER, in a sentence
 */
public record LinkResult(
        Link link,
        CheckVerdict verdict,
        long rows,
        long nullKeys,
        long matched,
        @Nullable Double matchRate,
        @Nullable Interval interval,
        long orphanKeys,
        List<ValueCount> orphanShapes,
        List<Cleaner> cleaners,
        long repeatedKeys,
        @Nullable Long unreferencedKeys,
        boolean toWhole,
        boolean toByKeys,
        @Nullable Boolean toUnique,
        RowsMeant about,
        @Nullable Long rowsToDecide,
        @Nullable String error) {
    public LinkResult {
        about = about == null ? RowsMeant.EVERY_ROW : about;
        orphanShapes = List.copyOf(orphanShapes);
        cleaners = List.copyOf(cleaners);
    }

    /** Rows matched once keys are cleaned, such as {@code trim and lower case}. */
    public record Cleaner(String name, long matched) {}
}
