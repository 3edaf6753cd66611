package dev.dayone.readiness.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankSketchTest {
    private static final int ROWS = 200_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsRanksWithinItsError(long seed) {
        double[] values = shuffled(seed);
        RankSketch sketch = new RankSketch();
        for (double value : values) {
            sketch.add(value);
        }
        assertRanks(ranks(sketch));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 60})
    void mergedPartsTellThemAsWell(int parts) {
        double[] values = shuffled(9);
        RankSketch whole = new RankSketch();
        for (int part = 0; part < parts; part++) {
            RankSketch sketch = new RankSketch();
            for (int i = part; i < ROWS; i += parts) {
                sketch.add(values[i]);
            }
            whole.merge(sketch);
        }
        List<Ranks.Weighted> kept = ranks(whole);
        assertThat(kept).hasSizeLessThan(2000);
        assertRanks(kept);
    }

    @Test
    void theSameNumbersGiveTheSameSketch() throws IOException {
        double[] values = shuffled(3);
        RankSketch once = new RankSketch();
        RankSketch again = new RankSketch();
        for (double value : values) {
            once.add(value);
        }
        for (int i = 0; i < ROWS; i++) {
            // As it goes through bytes in the middle.
            again = i == ROWS / 3 ? RankSketch.read(in(bytes(again))) : again;
            again.add(values[i]);
        }
        assertThat(bytes(again)).isEqualTo(bytes(once));
    }

    private static double[] shuffled(long seed) {
        double[] values = new double[ROWS];
        Random random = new Random(seed);
        for (int i = 0; i < ROWS; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = i;
        }
        return values;
    }

    private static List<Ranks.Weighted> ranks(RankSketch sketch) {
        List<Ranks.Weighted> entries = new ArrayList<>();
        sketch.collect(1, entries);
        return entries;
    }

    private static void assertRanks(List<Ranks.Weighted> entries) {
        Ranks ranks = new Ranks(entries, new Ranks.Extent(0, ROWS - 1), ROWS);
        assertThat(ranks.known()).isEqualTo(ROWS);
        for (double share = 0.05; share < 1; share += 0.05) {
            assertThat(ranks.quantile(share) / ROWS)
                    .isBetween(share - QuantileSketch.ERROR, share + QuantileSketch.ERROR);
        }
    }

    private static byte[] bytes(RankSketch sketch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sketch.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
