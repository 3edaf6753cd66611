package dev.dayone.readiness.engine;

import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.internal.SQLConf;

/**
 * The parts in which a table's files are read: their number depends on the files alone, never on how many cores there are,
 * so that what is sketched comes out the same on any cluster. Few and even ones, for each costs states of its own.
 */
final class Parts {
    private static final long MOST_BYTES = 128L << 20;

    private Parts() {}

    /** Lets Spark read a scan's files in such parts; to be said before the scan is executed. */
    static void choose(FileSourceScanExec scan) {
        FileIndex files = scan.relation().location();
        scan.relation()
                .sparkSession()
                .conf()
                .set(
                        SessionProperties.PART_BYTES,
                        bytes(
                                files.sizeInBytes(),
                                files.inputFiles().length,
                                SQLConf.get().filesOpenCostInBytes()));
    }

    /** How large a part may be; {@code opening}: what Spark adds for each file. */
    static long bytes(long bytes, int files, long opening) {
        long parts = 2 * ((bytes - 1) / (2 * MOST_BYTES) + 1);
        if (files < 2 * parts) {
            return (bytes + files * opening) / parts + 1;
        }
        // Many files are not split: a part has room for its share of them, and for no more than half of another.
        long each = bytes / files + opening;
        return ((files - 1) / parts + 1) * each + each / 2;
    }
}
