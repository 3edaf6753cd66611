package dev.dayone.readiness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static final long MEGABYTE = 1L << 20;

    @ParameterizedTest
    @CsvSource({"20, 4, 2", "60, 4, 2", "64, 4, 2", "200, 4, 8", "1000, 1, 8"})
    void makesAnEvenNumberOfPartsWhateverTheCores(int files, long megabytesAFile, long parts) {
        long part = Parts.bytes(files * megabytesAFile * MEGABYTE, files, MEGABYTE);

        long filesAPart = part / ((megabytesAFile + 1) * MEGABYTE);
        assertThat((files - 1) / filesAPart + 1).isEqualTo(parts);
    }

    @Test
    void splitsOneLargeFile() {
        assertThat(Parts.bytes(80 * MEGABYTE, 1, MEGABYTE)).isBetween(40 * MEGABYTE, 41 * MEGABYTE);
    }
}
