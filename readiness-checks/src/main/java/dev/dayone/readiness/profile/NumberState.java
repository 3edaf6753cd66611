package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.ContentSignals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, times and booleans. Each value is known by a long, its key: the number itself, a decimal's digits, days or
 * microseconds since 1970, 0 or 1, or a double's bits.
 */
public final class NumberState extends ColumnState {
    private static final long serialVersionUID = 1L;
    private static final double LARGEST_SURE_SUM = 9e18;
    private final ColumnType type;
    private final double divisor;
    private final Moments moments = new Moments();
    private final LongCounts counts = new LongCounts();
    private @Nullable DistinctSketch distinct;
    private @Nullable QuantileSketch quantiles;
    // May run over: it is right again, modulo 2^64, where the true sum fits.
    private long keySum;
    private long zeros;
    private long negatives;
    private long notFinite;
    private long minKey = Long.MAX_VALUE;
    private long maxKey = Long.MIN_VALUE;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private transient double @Nullable [] scratch;

    NumberState(ColumnType type, boolean countsRepeats) {
        super(countsRepeats);
        this.type = type;
        this.divisor = Math.pow(10, type.scale());
    }

    /** Adds values of every type but double. */
    public void add(long[] keys, int length) {
        double[] numbers = scratch(length);
        long below = 0;
        long none = 0;
        long keysTogether = 0;
        for (int i = 0; i < length; i++) {
            long key = keys[i];
            numbers[i] = key / divisor;
            keysTogether += key;
            minKey = Math.min(minKey, key);
            maxKey = Math.max(maxKey, key);
            below += key < 0 ? 1 : 0;
            none += key == 0 ? 1 : 0;
        }
        keySum += keysTogether;
        negatives += below;
        zeros += none;
        addValues(length);
        moments.add(numbers, length);
        for (int i = 0; i < length; i++) {
            count(keys[i], 1);
        }
        if (repeats() != null) {
            for (int i = 0; i < length; i++) {
                repeats().add(keys[i]);
            }
        }
    }

    /** Adds doubles. Those that are not finite count as values, but enter no other number. */
    public void add(double[] values, int length) {
        double[] numbers = scratch(length);
        int finite = 0;
        for (int i = 0; i < length; i++) {
            // The sum turns -0.0 into 0.0, which are one value.
            double value = values[i] + 0.0;
            if (Double.isFinite(value)) {
                numbers[finite++] = value;
                min = Math.min(min, value);
                max = Math.max(max, value);
                negatives += value < 0 ? 1 : 0;
                zeros += value == 0 ? 1 : 0;
            }
        }
        notFinite += length - finite;
        addValues(length);
        moments.add(numbers, finite);
        for (int i = 0; i < length; i++) {
            long key = Double.doubleToLongBits(values[i] + 0.0);
            count(key, 1);
            if (repeats() != null) {
                repeats().add(key);
            }
        }
    }

    private void count(long key, long weight) {
        if (distinct == null) {
            if (counts.add(key, weight)) {
                return;
            }
            overflow();
        }
        if (distinct != null) {
            distinct.add(key);
        }
        rank(key, weight);
        keep(key, weight);
    }

    private void keep(long key, long weight) {
        while (!counts.add(key, weight)) {
            counts.purge();
        }
    }

    private void overflow() {
        DistinctSketch sketch = new DistinctSketch();
        distinct = sketch;
        quantiles = new QuantileSketch();
        counts.forEach((key, count) -> {
            sketch.add(key);
            rank(key, count);
        });
    }

    private void rank(long key, long weight) {
        double number = number(key);
        if (quantiles != null && Double.isFinite(number)) {
            quantiles.add(number, weight);
        }
    }

    @Override
    void mergeValues(ColumnState state) {
        NumberState other = (NumberState) state;
        moments.merge(other.moments);
        keySum += other.keySum;
        zeros += other.zeros;
        negatives += other.negatives;
        notFinite += other.notFinite;
        minKey = Math.min(minKey, other.minKey);
        maxKey = Math.max(maxKey, other.maxKey);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        if (other.distinct != null && distinct == null) {
            overflow();
        }
        if (other.distinct != null && distinct != null && quantiles != null && other.quantiles != null) {
            distinct.merge(other.distinct);
            quantiles.merge(other.quantiles);
            counts.addOffset(other.counts.offset());
        }
        boolean sketched = other.distinct != null;
        other.counts.forEach((key, count) -> {
            if (sketched) {
                keep(key, count);
            } else {
                count(key, count);
            }
        });
    }

    @Override
    public ProfiledColumn finish() {
        NumberText text = new NumberText(type);
        long rows = values() + nulls();
        long finite = values() - notFinite;
        boolean numeric = type.isNumeric();
        Ranks ranks = new Ranks(this, finite);
        Uniqueness uniqueness = repeats() != null ? repeats().count() : exactUniqueness();
        long different = uniqueness != null ? uniqueness.distinct() : distinct == null ? 0 : distinct.estimate();
        boolean hasMoments = numeric && finite > 0;
        double sum = sum();
        ColumnProfile profile = new ColumnProfile(
                rows,
                nulls(),
                0,
                different,
                uniqueness != null,
                finite == 0 ? null : text.of(lowestKey()),
                finite == 0 ? null : text.of(highestKey()),
                hasMoments ? sum / finite : null,
                hasMoments ? moments.standardDeviation() : null,
                hasMoments ? sum : null,
                hasMoments ? ranks.quantiles() : null,
                numeric ? zeros : null,
                numeric ? negatives : null,
                null,
                null,
                null,
                Top.of(counts, text),
                List.of(),
                type.kind() == ColumnType.Kind.BOOLEAN || finite == 0 ? List.of() : ranks.histogram(text));
        return new ProfiledColumn(profile, ContentSignals.NONE, uniqueness, exactValues(text));
    }

    private double sum() {
        boolean fits = Math.abs(moments.sum() * divisor) < LARGEST_SURE_SUM;
        return type.kind() != ColumnType.Kind.DOUBLE && fits
                ? BigDecimal.valueOf(keySum, type.scale()).doubleValue()
                : moments.sum();
    }

    private @Nullable Uniqueness exactUniqueness() {
        if (distinct != null) {
            return null;
        }
        long[] once = {0};
        counts.forEach((key, count) -> once[0] += count == 1 ? 1 : 0);
        return new Uniqueness(counts.size(), once[0]);
    }

    private @Nullable Map<String, Long> exactValues(NumberText text) {
        if (distinct != null) {
            return null;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        counts.forEach((key, count) -> values.merge(text.of(key), count, Long::sum));
        return values;
    }

    private double[] scratch(int length) {
        double[] array = scratch;
        if (array == null || array.length < length) {
            array = new double[Math.max(length, 4096)];
            scratch = array;
        }
        return array;
    }

    double number(long key) {
        return type.kind() == ColumnType.Kind.DOUBLE ? Double.longBitsToDouble(key) : key / divisor;
    }

    private long lowestKey() {
        return type.kind() == ColumnType.Kind.DOUBLE ? Double.doubleToLongBits(min) : minKey;
    }

    private long highestKey() {
        return type.kind() == ColumnType.Kind.DOUBLE ? Double.doubleToLongBits(max) : maxKey;
    }

    double lowest() {
        return number(lowestKey());
    }

    double highest() {
        return number(highestKey());
    }

    LongCounts counts() {
        return counts;
    }

    @Nullable
    QuantileSketch sketchedQuantiles() {
        return quantiles;
    }
}
