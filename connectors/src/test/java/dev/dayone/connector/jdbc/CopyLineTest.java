package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CopyLineTest {
    private static @Nullable Object[] read(String line, ColumnType.Kind... kinds) {
        List<CopyColumn> columns = new ArrayList<>();
        for (ColumnType.Kind kind : kinds) {
            columns.add(new CopyColumn("c" + columns.size(), kind, false));
        }
        @Nullable Object[] values = new Object[kinds.length];
        new CopyLine(columns).read((line + "\n").getBytes(StandardCharsets.UTF_8), values);
        return values;
    }

    private static ColumnType.Kind[] texts(int count) {
        ColumnType.Kind[] kinds = new ColumnType.Kind[count];
        java.util.Arrays.fill(kinds, ColumnType.Kind.STRING);
        return kinds;
    }

    @Test
    void tellsNullFromAnEmptyTextAndFromItsOwnSign() {
        assertThat(read("\\N\t\t\\\\N", texts(3))).containsExactly(null, "", "\\N");
    }

    @Test
    void takesEscapesBack() {
        assertThat(read("a\\tb\\nc\\rd\\\\e\\bf\\fg\\vh\t'\"?\tä表😀\tlast", texts(4)))
                .containsExactly("a\tb\nc\rd\\e\bf\fg\u000bh", "'\"?", "ä表😀", "last");
    }

    @Test
    void readsNumbersOfEverySize() {
        assertThat(read(
                        "-7\t9223372036854775807\t-9223372036854775808\t0",
                        ColumnType.Kind.BIGINT,
                        ColumnType.Kind.BIGINT,
                        ColumnType.Kind.BIGINT,
                        ColumnType.Kind.BIGINT))
                .containsExactly(-7L, Long.MAX_VALUE, Long.MIN_VALUE, 0L);
        assertThat(read(
                        "-12.50\t0.001\t12345678901234567890.123\tNaN\t7",
                        ColumnType.Kind.DECIMAL,
                        ColumnType.Kind.DECIMAL,
                        ColumnType.Kind.DECIMAL,
                        ColumnType.Kind.DECIMAL,
                        ColumnType.Kind.DECIMAL))
                .containsExactly(
                        new BigDecimal("-12.50"),
                        new BigDecimal("0.001"),
                        new BigDecimal("12345678901234567890.123"),
                        Double.NaN,
                        new BigDecimal("7"));
        assertThat(read(
                        "0.1\t-Infinity\t1e-300",
                        ColumnType.Kind.DOUBLE,
                        ColumnType.Kind.DOUBLE,
                        ColumnType.Kind.DOUBLE))
                .containsExactly(0.1, Double.NEGATIVE_INFINITY, 1e-300);
    }

    @Test
    void fractionsAreReadAsJavaReadsThem() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200_000; i++) {
            int digits = 1 + random.nextInt(19);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            int point = random.nextInt(digits + 1);
            for (int digit = 0; digit < digits; digit++) {
                text.append(digit == point && digit > 0 ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            assertThat(read(text.toString(), ColumnType.Kind.DOUBLE)[0])
                    .as(text.toString())
                    .isEqualTo(Double.valueOf(text.toString()));
        }
    }

    @Test
    void textsThatComeAgainAreTheSameAndOthersAreNotMistakenForThem() {
        CopyLine lines = new CopyLine(List.of(
                new CopyColumn("few", ColumnType.Kind.STRING, false),
                new CopyColumn("many", ColumnType.Kind.STRING, false)));
        @Nullable Object[] values = new Object[2];
        Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 20_000; i++) {
            String few = "land " + i % 7 + "é";
            lines.read((few + "\tperson " + i + "\n").getBytes(StandardCharsets.UTF_8), values);
            assertThat(values).containsExactly(few, "person " + i);
            made.add(Objects.requireNonNull(values[0]));
        }
        assertThat(made).as("texts that were made of seven").hasSizeLessThan(10);
    }

    @Test
    void readsTruth() {
        assertThat(read(
                        "t\tf\t1\t\\N",
                        ColumnType.Kind.BOOLEAN,
                        ColumnType.Kind.BOOLEAN,
                        ColumnType.Kind.BOOLEAN,
                        ColumnType.Kind.BOOLEAN))
                .containsExactly(true, false, "1", null);
    }
}
