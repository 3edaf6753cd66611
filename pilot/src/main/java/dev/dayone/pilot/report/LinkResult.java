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
 * @param join what joining the two sides makes of their rows; null: not measured, or by an older version
 * @param agreement what matched rows say about each other; null: not measured, or by an older version
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
        @Nullable String error,
        @Nullable JoinDetail join,
        @Nullable Agreement agreement) {
    public LinkResult {
        about = about == null ? RowsMeant.EVERY_ROW : about;
        orphanShapes = List.copyOf(orphanShapes);
        cleaners = List.copyOf(cleaners);
    }

    /** A result of which no more is known than how many keys are found. */
    public LinkResult(
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
        this(
                link,
                verdict,
                rows,
                nullKeys,
                matched,
                matchRate,
                interval,
                orphanKeys,
                orphanShapes,
                cleaners,
                repeatedKeys,
                unreferencedKeys,
                toWhole,
                toByKeys,
                toUnique,
                about,
                rowsToDecide,
                error,
                null);
    }

    /** A result of which it is not known what its matched rows say about each other. */
    public LinkResult(
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
            @Nullable String error,
            @Nullable JoinDetail join) {
        this(
                link,
                verdict,
                rows,
                nullKeys,
                matched,
                matchRate,
                interval,
                orphanKeys,
                orphanShapes,
                cleaners,
                repeatedKeys,
                unreferencedKeys,
                toWhole,
                toByKeys,
                toUnique,
                about,
                rowsToDecide,
                error,
                join,
                null);
    }

    /** The same, once its matched rows were looked at. */
    public LinkResult with(Agreement found) {
        return new LinkResult(
                link,
                verdict,
                rows,
                nullKeys,
                matched,
                matchRate,
                interval,
                orphanKeys,
                orphanShapes,
                cleaners,
                repeatedKeys,
                unreferencedKeys,
                toWhole,
                toByKeys,
                toUnique,
                about,
                rowsToDecide,
                error,
                join,
                found);
    }

    /** Rows with a key that is not found as it stands. */
    public long misses() {
        return rows - nullKeys - matched;
    }

    /**
     * What a way to clean keys would bring.
     *
     * @param name such as {@code case}
     * @param matched rows matched once keys are cleaned so on both sides, and in every way before it
     * @param alone rows gained by this way and no other
     * @param collisions keys of the {@code to} side that become one with another by it
     * @param ambiguous of the rows gained, those whose cleaned key is several different keys of the {@code to} side
     * @param interval of the match rate; null: an older version wrote it, or it is not told
     * @param difference what the keys gained by it alone differ in, behind "only", such as {@code in case}
     * @param weak whether it joins companies, not records: no rate of the link counts it
     */
    public record Cleaner(
            String name,
            long matched,
            long alone,
            long collisions,
            long ambiguous,
            @Nullable Interval interval,
            @Nullable String difference,
            boolean weak) {
        /** One of which no more is known than the rows matched. */
        public Cleaner(String name, long matched) {
            this(name, matched, 0, 0, 0, null, null, false);
        }
    }
}
