package dev.dayone.readiness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static final long MEGABYTE = 1L << 20;

    @ParameterizedTest
    @CsvSource({"20, 4, 2", "200, 4, 8", "60, 4, 2", "4, 200, 8", "3, 10, 2"})
    void makesAnEvenNumberOfPartsWhateverTheCores(int files, long megabytesAFile, int parts) {
        long part = Parts.bytes(files * megabytesAFile * MEGABYTE, files);

        long opened = files * (megabytesAFile + 4) * MEGABYTE;
        assertThat(opened / (double) part).isBetween(parts / 2.0, (double) parts);
    }
}
