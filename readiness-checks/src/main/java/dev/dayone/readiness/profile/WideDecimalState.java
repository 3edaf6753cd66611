package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.ContentSignals;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decimals whose digits do not fit a long: told apart by their text, measured as doubles. */
public final class WideDecimalState extends ColumnState {
    private final TextState texts;
    private final NumberState numbers;
    private final TextBatch batch = new TextBatch();
    private double[] doubles = new double[64];
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    WideDecimalState(ColumnType type, Request request) {
        super(type, request, null);
        texts = new TextState(request);
        numbers = new NumberState(ColumnType.DOUBLE, request == Request.UNIQUENESS ? Request.USUAL : request);
    }

    /** Adds values. */
    public void add(List<BigDecimal> values) {
        addValues(values.size());
        doubles = doubles.length < values.size() ? new double[values.size()] : doubles;
        batch.clear();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            byte[] bytes = value.toPlainString().getBytes(StandardCharsets.UTF_8);
            int place = batch.append(bytes.length);
            System.arraycopy(bytes, 0, batch.array(), place, bytes.length);
            doubles[i] = value.doubleValue();
            min = min == null ? value : min.min(value);
            max = max == null ? value : max.max(value);
        }
        texts.add(batch);
        numbers.add(doubles, null, values.size());
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
    void writeValues(DataOutput out) throws IOException {
        texts.write(out);
        numbers.write(out);
        out.writeUTF(min == null ? "" : min.toString());
        out.writeUTF(max == null ? "" : max.toString());
    }

    @Override
    void readValues(DataInput in) throws IOException {
        texts.read(in);
        numbers.read(in);
        min = decimal(in.readUTF());
        max = decimal(in.readUTF());
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    @Override
    public ProfiledColumn finish(Instant now) {
        ProfiledColumn text = texts.finish(now);
        ProfiledColumn ofNumbers = numbers.finish(now);
        ColumnProfile number = ofNumbers.profile();
        ColumnDetail ofText = text.profile().detail();
        ColumnDetail ofNumber = number.detail();
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
                List.of(),
                number.histogram(),
                ofText == null || ofNumber == null
                        ? null
                        : new ColumnDetail(
                                new ColumnDetail.Accuracy(
                                        ofText.accuracy().distinctError(),
                                        ofNumber.accuracy().rankError(),
                                        ofText.accuracy().topError(),
                                        0),
                                ofNumber.numbers(),
                                null,
                                null));
        return new ProfiledColumn(
                profile, ContentSignals.NONE, text.uniqueness(), text.keys(), ofNumbers.ranks(), text.values());
    }
}
