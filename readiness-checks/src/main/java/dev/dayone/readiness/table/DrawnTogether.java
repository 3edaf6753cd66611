package dev.dayone.readiness.table;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;

/** How many rows of a sample were drawn together, neighbours in the table. */
public final class DrawnTogether {
    private static final double ROWS_A_WINDOW = 50;

    /** Rows of a hundred bytes in a block of eight kilobytes. */
    private static final double ROWS_A_BLOCK = 80;

    private DrawnTogether() {}

    /**
     * As many as a row's own window has, on average over rows; 1: each was drawn by itself. Where a snapshot does not say
     * in which windows, as those of older builds do not, databases are taken for read by windows over a key, else by blocks.
     */
    public static double rows(TableManifest manifest) {
        Windows windows = manifest.windows();
        if (windows != null) {
            return windows.together(manifest.sampledRows());
        }
        if (manifest.used() != SampleMethod.RANDOM || manifest.info().kind().equals("file")) {
            return 1;
        }
        return manifest.info().key().isEmpty() ? ROWS_A_BLOCK : ROWS_A_WINDOW;
    }
}
