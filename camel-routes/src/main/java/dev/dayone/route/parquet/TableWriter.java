package dev.dayone.route.parquet;

import dev.dayone.connector.Page;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a table into encrypted Parquet files, a new file every so many rows. Rows are encoded by the format's
 * thread while the next ones are read. Used by one thread at a time.
 */
public final class TableWriter implements AutoCloseable {
    static final int NO_WINDOW = -1;

    private static final int ROWS_A_FILE = 50_000;
    private static final int ROWS_A_BATCH = 500;
    private static final int BYTES_A_BATCH = 1 << 20;

    private final Path folder;
    private final TableFormat format;
    private final int firstPart;
    private final List<ColumnEncoder> columns;
    private final List<String> files = new ArrayList<>();
    private List<Map<String, Object>> batch = new ArrayList<>(ROWS_A_BATCH);
    private int[] windows = new int[ROWS_A_BATCH];
    private long weight;
    private long rows;
    private long encoded;
    private @Nullable ParquetFile file;

    /** A writer into a folder that exists. */
    public TableWriter(Path folder, TableFormat format) {
        this(folder, format, 0);
    }

    /** A writer whose first file has a number; the files before it are another writer's. */
    public TableWriter(Path folder, TableFormat format, int firstPart) {
        this.folder = folder;
        this.format = format;
        this.firstPart = firstPart;
        this.columns = format.encoders();
    }

    /** Writes a row, which is not to be changed any more. Throws {@link LimitExceededException} DISK_FULL without room. */
    public void write(Map<String, Object> row) {
        write(row, NO_WINDOW);
    }

    /** The same of a row that was drawn in a window. */
    public void write(Map<String, Object> row, int window) {
        windows[batch.size()] = window;
        batch.add(row);
        rows++;
        weight += Page.weight(row);
        if (batch.size() == ROWS_A_BATCH || weight > BYTES_A_BATCH) {
            guarded(this::handOver);
        }
    }

    /** Finishes the last file; a table without rows has one without rows. */
    public void finish() {
        guarded(() -> {
            handOver();
            format.thread().drain();
            if (file == null && files.isEmpty()) {
                file = open();
            }
            finishFile();
        });
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** The files, once {@link #finish} was called. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** The values that could not be kept as they were, once {@link #finish} was called. */
    public List<Alteration> alterations() {
        return columns.stream().flatMap(column -> column.alterations().stream()).toList();
    }

    /** Gives up a file that is not finished; what is on the disk of it is no table's. */
    @Override
    public void close() {
        format.thread().reset();
        if (file != null) {
            try {
                file.close();
            } catch (IOException | RuntimeException e) {
                // Whatever kept the file from being finished has been told already.
            }
            file = null;
        }
    }

    /** Gives up all that was written: its files are gone. */
    public void drop() {
        close();
        guarded(() -> {
            for (String name : files) {
                Files.deleteIfExists(folder.resolve(name));
            }
            files.clear();
        });
    }

    private void handOver() throws IOException {
        if (!batch.isEmpty()) {
            List<Map<String, Object>> full = batch;
            int[] fullWindows = windows;
            batch = new ArrayList<>(ROWS_A_BATCH);
            windows = new int[ROWS_A_BATCH];
            weight = 0;
            format.thread().run(() -> encode(full, fullWindows));
        }
    }

    private void encode(List<Map<String, Object>> full, int[] fullWindows) throws IOException {
        for (int i = 0; i < full.size(); i++) {
            if (file == null) {
                file = open();
            }
            file.write(full.get(i), fullWindows[i]);
            encoded++;
            if (encoded % ROWS_A_FILE == 0) {
                finishFile();
            }
        }
    }

    private void finishFile() throws IOException {
        if (file != null) {
            file.finish();
            file = null;
        }
    }

    private ParquetFile open() throws IOException {
        String name = String.format(Locale.ROOT, "part-%05d.parquet", firstPart + files.size());
        Path path = folder.resolve(name);
        Files.deleteIfExists(path);
        files.add(name);
        return new ParquetFile(path, columns, format);
    }

    private void guarded(EncodingThread.Task task) {
        try {
            task.run();
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(e);
        }
    }

    private RuntimeException notWritten(Exception cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded")) {
            return new LimitExceededException(
                    ErrorCode.DISK_FULL,
                    "Cannot write the snapshot into '" + folder + "': the disk is full, expected room for the sample."
                            + " Free some, or choose another place with --workspace, and run again.",
                    cause);
        }
        return new LimitExceededException(
                ErrorCode.LIMIT_EXCEEDED,
                "Cannot write the snapshot into '" + folder + "': "
                        + cause.getClass().getSimpleName()
                        + ", expected a folder that can be written. Check its rights, and run again.",
                cause);
    }
}
