package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics of a state of texts, as people read them. */
final class TextProfile {
    private final TextState state;
    private final TextMeasure measure;
    private final TextFacts facts;

    TextProfile(TextState state) {
        this.state = state;
        this.measure = state.measure();
        this.facts = state.facts();
    }

    ProfiledColumn column() {
        TextFacts.Inferred inferred = state.detailed() ? facts.inferred() : null;
        Repeats repeats = state.repeats();
        DistinctSketch distinct = state.distinct();
        Uniqueness uniqueness = distinct != null && repeats != null ? repeats.count() : exactUniqueness();
        long different = uniqueness != null ? uniqueness.distinct() : distinct == null ? 0 : distinct.estimate();
        List<ValueCount> top = Top.of(state.counts());
        ColumnProfile profile = new ColumnProfile(
                state.values() + state.nulls(),
                state.nulls(),
                measure.rows(TextMeasure.Oddity.BLANK),
                different,
                uniqueness != null,
                state.bounds().min(),
                state.bounds().max(),
                null,
                null,
                null,
                null,
                null,
                null,
                length(),
                inferred == null ? null : inferred.kind(),
                inferred == null ? null : inferred.share(),
                top,
                state.detailed() ? facts.shapes() : List.of(),
                List.of(),
                state.detailed() ? new ColumnDetail(accuracy(uniqueness, top), null, detail(), null) : null);
        return new ProfiledColumn(
                profile, facts.signals(), uniqueness, state.detailed() ? state.keys() : null, null, exactValues());
    }

    private ColumnProfile.@Nullable Length length() {
        return state.values() == 0 || !state.detailed()
                ? null
                : new ColumnProfile.Length(
                        measure.shortest(), measure.longest(), (double) measure.characters() / state.values());
    }

    private ColumnDetail.Accuracy accuracy(@Nullable Uniqueness uniqueness, List<ValueCount> top) {
        boolean picked = state.distinct() != null && state.values() > NumberSketches.ALL_PICKED;
        return new ColumnDetail.Accuracy(
                uniqueness == null ? DistinctSketch.ERROR : 0,
                0,
                Top.error(top, state.counts().offset(), picked ? NumberSketches.EVERY : 0),
                facts.lookedAt());
    }

    private TextDetail detail() {
        WritingCounts writing = facts.writing();
        return new TextDetail(
                measure.lengths(),
                measure.rows(TextMeasure.Oddity.SPACED),
                measure.rows(TextMeasure.Oddity.NON_PRINTING),
                measure.rows(TextMeasure.Oddity.REPLACED),
                measure.rows(TextMeasure.Oddity.MOJIBAKE),
                facts.kinds(),
                writing.of(WritingCounts.Aspect.FORMAT),
                writing.of(WritingCounts.Aspect.CASE),
                writing.of(WritingCounts.Aspect.PLACEHOLDER),
                writing.of(WritingCounts.Aspect.SCRIPT),
                writing.of(WritingCounts.Aspect.LANGUAGE));
    }

    private @Nullable Uniqueness exactUniqueness() {
        if (state.distinct() != null) {
            return null;
        }
        long[] once = {0};
        state.counts().forEach(entry -> once[0] += entry.count() == 1 ? 1 : 0);
        return new Uniqueness(state.counts().size(), once[0]);
    }

    private @Nullable Map<String, Long> exactValues() {
        if (state.distinct() != null || measure.longest() > TextCounts.LONGEST_KEPT / 4) {
            return null;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        state.counts().forEach(entry -> values.merge(Top.text(entry), entry.count(), Long::sum));
        return values;
    }
}
