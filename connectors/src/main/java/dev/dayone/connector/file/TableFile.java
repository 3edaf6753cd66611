package dev.dayone.connector.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that is a table.
 *
 * @param table the table's name
 * @param path without links
 * @param shown the path as seen from the pilot's folder
 */
record TableFile(String table, Path path, String shown) {
    /** What tells whether a file was written to. */
    State state() throws IOException {
        return new State(Files.size(path), Files.getLastModifiedTime(path));
    }

    /** Size and time of the last change. */
    record State(long size, FileTime modified) {
        /** As a cursor carries it. */
        String text() {
            return size + "/" + modified.toInstant();
        }
    }
}
