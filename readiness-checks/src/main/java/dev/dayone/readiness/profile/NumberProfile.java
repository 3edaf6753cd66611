package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.ContentSignals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics of a state of numbers, as people read them. */
final class NumberProfile {
    private static final double LARGEST_SURE_SUM = 9e18;

    private final NumberState state;
    private final ColumnType type;
    private final NumberBounds bounds;
    private final NumberText text;
    private final double divisor;
    private final long finite;
    private final Instant now;

    NumberProfile(NumberState state, Instant now) {
        this.state = state;
        this.type = state.type();
        this.bounds = state.bounds();
        this.text = new NumberText(type);
        this.divisor = Math.pow(10, type.scale());
        this.finite = state.values() - bounds.notFinite();
        this.now = now;
    }

    ProfiledColumn column() {
        NumberSketches sketches = state.sketches();
        boolean numeric = type.isNumeric();
        boolean hasMoments = numeric && finite > 0;
        Repeats repeats = state.repeats();
        Uniqueness uniqueness = sketches != null && repeats != null ? repeats.count() : exactUniqueness();
        long different = uniqueness != null
                ? uniqueness.distinct()
                : sketches == null ? 0 : sketches.distinct().estimate();
        double sum = sum();
        Ranks ranks = ranks();
        List<ValueCount> top = Top.of(state.counts(), text);
        ColumnProfile profile = new ColumnProfile(
                state.values() + state.nulls(),
                state.nulls(),
                0,
                different,
                uniqueness != null,
                finite == 0 ? null : text.of(lowestKey()),
                finite == 0 ? null : text.of(highestKey()),
                hasMoments ? sum / finite : null,
                hasMoments ? state.moments().standardDeviation() / divisor : null,
                hasMoments ? sum : null,
                hasMoments ? ranks.quantiles() : null,
                numeric ? bounds.zeros() : null,
                numeric ? bounds.negatives() : null,
                null,
                null,
                null,
                top,
                List.of(),
                type.kind() == ColumnType.Kind.BOOLEAN || finite == 0 ? List.of() : ranks.histogram(text),
                state.detailed() ? detail(uniqueness != null, top) : null);
        return new ProfiledColumn(
                profile, ContentSignals.NONE, uniqueness, keys(), hasMoments ? ranks : null, exactValues());
    }

    private ColumnDetail detail(boolean exact, List<ValueCount> top) {
        boolean sketched = state.sketches() != null;
        DayCounts days = state.days();
        return new ColumnDetail(
                new ColumnDetail.Accuracy(
                        exact ? 0 : DistinctSketch.ERROR,
                        sketched ? QuantileSketch.error(state.values()) : 0,
                        Top.error(
                                top,
                                state.counts().offset(),
                                state.values() > NumberSketches.ALL_PICKED && sketched ? NumberSketches.EVERY : 0),
                        0),
                type.isNumeric() && finite > 0
                        ? new ColumnDetail.NumberDetail(
                                state.moments().skewness(), state.moments().kurtosis(), bounds.notFinite())
                        : null,
                null,
                days == null ? null : new DayProfile(days, type).detail(now));
    }

    private Ranks ranks() {
        NumberSketches sketches = state.sketches();
        List<Ranks.Weighted> entries = new ArrayList<>();
        if (sketches == null) {
            state.counts().forEach((key, rows) -> {
                double number = state.number(key);
                if (Double.isFinite(number)) {
                    entries.add(new Ranks.Weighted(number / divisor, rows));
                }
            });
        } else {
            sketches.quantiles()
                    .entries()
                    .forEach(entry -> entries.add(new Ranks.Weighted(entry.value() / divisor, entry.rows())));
        }
        Ranks.Extent extent =
                new Ranks.Extent(state.number(lowestKey()) / divisor, state.number(highestKey()) / divisor);
        return new Ranks(entries, extent, finite);
    }

    private double sum() {
        Moments moments = state.moments();
        boolean fits = Math.abs(moments.sum()) < LARGEST_SURE_SUM;
        return !state.isFloating() && fits
                ? BigDecimal.valueOf(bounds.keySum(), type.scale()).doubleValue()
                : moments.sum() / divisor;
    }

    private @Nullable Uniqueness exactUniqueness() {
        if (state.sketches() != null) {
            return null;
        }
        long[] once = {0};
        state.counts().forEach((key, count) -> once[0] += count == 1 ? 1 : 0);
        return new Uniqueness(state.counts().size(), once[0]);
    }

    private @Nullable KeySketch keys() {
        if (!state.isKey()) {
            return null;
        }
        if (state.sketches() != null) {
            return state.sketches().keys();
        }
        CountedKeys keys = new CountedKeys();
        state.counts().forEach((key, rows) -> keys.add(Hash.mix(key), rows));
        return keys.sketch();
    }

    private @Nullable Map<String, Long> exactValues() {
        if (state.sketches() != null) {
            return null;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        state.counts().forEach((key, count) -> values.merge(text.of(key), count, Long::sum));
        return values;
    }

    private long lowestKey() {
        return state.isFloating() ? Double.doubleToLongBits(bounds.min()) : bounds.minKey();
    }

    private long highestKey() {
        return state.isFloating() ? Double.doubleToLongBits(bounds.max()) : bounds.maxKey();
    }
}
