package dev.dayone.connector.file;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Names what keeps a file from being read. */
final class FileFailures {
    private FileFailures() {}

    static DayoneException named(String source, TableFile file, IOException failure) {
        if (failure instanceof BrokenFileException) {
            return bad(ErrorCode.FILE_NOT_READABLE, source, file, String.valueOf(failure.getMessage()), failure);
        }
        if (failure instanceof NoSuchFileException) {
            return bad(ErrorCode.FILE_NOT_FOUND, source, file, "it is gone", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return bad(ErrorCode.FILE_NOT_READABLE, source, file, "this account may not read it", failure);
        }
        return new SourceUnavailableException(
                ErrorCode.SOURCE_BROKE_OFF,
                "Cannot read '" + file.shown() + "' in '" + source + "': the disk or network broke off ("
                        + failure.getClass().getSimpleName() + "), expected to read on. Run again to go on from there.",
                failure);
    }

    /** The file was written to since its columns were looked at, or since the page before. */
    static SourceUnavailableException changed(String source, TableFile file) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_CHANGED,
                "Cannot read '" + file.shown() + "' in '" + source + "' any further: it was written to meanwhile,"
                        + " expected it to stay as it was. Run again once it is whole, or read a copy; it is then read"
                        + " from its beginning.");
    }

    private static BadRequestException bad(
            ErrorCode code, String source, TableFile file, String found, IOException cause) {
        return new BadRequestException(
                code,
                "Cannot read '" + file.shown() + "' in '" + source + "': " + found + ", expected a whole file of the"
                        + " connector's format. Export it anew, or leave it out by the parameter 'path'.",
                cause);
    }
}
