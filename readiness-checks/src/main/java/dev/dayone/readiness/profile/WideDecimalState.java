package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decimals whose digits do not fit a long: told apart by their text, measured as doubles. */
public final class WideDecimalState extends ColumnState {
    private static final long serialVersionUID = 1L;
    private final TextState texts;
    private final NumberState numbers = new NumberState(ColumnType.DOUBLE, false);
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    WideDecimalState(boolean countsRepeats) {
        super(false);
        texts = new TextState(countsRepeats);
    }

    /** Adds one value. */
    public void add(BigDecimal value) {
        addValues(1);
        byte[] bytes = value.toPlainString().getBytes(StandardCharsets.UTF_8);
        texts.add(bytes, new int[] {bytes.length}, 1);
        numbers.add(new double[] {value.doubleValue()}, 1);
        min = min == null ? value : min.min(value);
        max = max == null ? value : max.max(value);
    }

    @Override
    void mergeValues(ColumnState state) {
        WideDecimalState other = (WideDecimalState) state;
        texts.merge(other.texts);
        numbers.merge(other.numbers);
        if (other.min != null && other.max != null) {
            min = min == null ? other.min : min.min(other.min);
            max = max == null ? other.max : max.max(other.max);
        }
    }

    @Override
    public ProfiledColumn finish() {
        ProfiledColumn text = texts.finish();
        ColumnProfile number = numbers.finish().profile();
        ColumnProfile profile = new ColumnProfile(
                values() + nulls(),
                nulls(),
                0,
                text.profile().distinct(),
                text.profile().distinctExact(),
                min == null ? null : min.toPlainString(),
                max == null ? null : max.toPlainString(),
                number.mean(),
                number.standardDeviation(),
                number.sum(),
                number.quantiles(),
                number.zeros(),
                number.negatives(),
                null,
                null,
                null,
                text.profile().top(),
                java.util.List.of(),
                number.histogram());
        return new ProfiledColumn(
                profile, dev.dayone.readiness.privacy.ContentSignals.NONE, text.uniqueness(), text.values());
    }
}
