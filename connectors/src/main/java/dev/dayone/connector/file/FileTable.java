package dev.dayone.connector.file;

import dev.dayone.connector.TimeColumns;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.TableInfo;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the part of one, as a table.
 *
 * @param state of the file when its columns were looked at
 * @param rows as far as they are known without reading all
 */
record FileTable(
        String name,
        TableFile file,
        TableFile.State state,
        List<ColumnInfo> columns,
        @Nullable Long rows,
        Opener opener) {
    FileTable {
        columns = List.copyOf(columns);
    }

    /** Opens the file for its rows. */
    interface Opener {
        /** Rows of the wanted columns alone; null: of all. */
        RowReader open(@Nullable List<String> wanted) throws IOException;
    }

    TableInfo info() {
        return new TableInfo(
                name,
                "file",
                columns,
                List.of(),
                rows,
                List.of(),
                state.size(),
                TimeColumns.likely(columns, List.of()),
                state.modified().toInstant());
    }
}
