package dev.dayone.connector.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is not what its connector reads; the message is a clause that says why, without a value of the file. */
final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(String found, @Nullable Throwable cause) {
        super(found, cause);
    }
}
