package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A kind of file. */
interface FileFormat {
    /** What is in the files, such as {@code CSV}. */
    String product();

    /** What their names end in, in lower case. */
    List<String> endings();

    /** The tables of a file: its own, and one of what stands in it but is no row, if there is any. */
    List<FileTable> look(TableFile file, Map<String, ColumnType> schema) throws IOException;
}
