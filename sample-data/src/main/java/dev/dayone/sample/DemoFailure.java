package dev.dayone.sample;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.sample.server.ServerFailedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells people in one sentence why the demo cannot run. */
final class DemoFailure {
    private DemoFailure() {}

    static DayoneException of(DemoFolder folder, Throwable failure) {
        if (failure instanceof DayoneException named) {
            return named;
        }
        String begin = "Cannot start the demo in '" + folder.root() + "': ";
        if (says(failure, "no space left") || says(failure, "disk full") || says(failure, "quota exceeded")) {
            return new LimitExceededException(
                    ErrorCode.DISK_FULL,
                    begin + "the disk is full, expected about 1.5 GB of space. Make room, or choose another folder.",
                    failure);
        }
        Throwable known = known(failure);
        if (known instanceof ServerFailedException) {
            return new SourceUnavailableException(
                    ErrorCode.SOURCE_UNREACHABLE,
                    begin + known.getMessage() + ". See server.log in '" + folder.data() + "'.",
                    failure);
        }
        if (known instanceof SQLException) {
            return new SourceUnavailableException(
                    ErrorCode.SOURCE_BROKE_OFF,
                    begin + "a server broke off while it was loaded (" + firstLine(known) + "). Try again.",
                    failure);
        }
        if (known instanceof FileSystemException) {
            return new BadRequestException(
                    ErrorCode.WORKSPACE_NOT_WRITABLE,
                    begin + known.getClass().getSimpleName() + " at '" + known.getMessage()
                            + "', expected a folder that can be written. Choose another folder.",
                    failure);
        }
        return new InternalFaultException(ErrorCode.INTERNAL, begin + firstLine(failure) + ".", failure);
    }

    /** The process was told to end in the middle: what went wrong after that is no news. */
    static DayoneException interrupted(DemoFolder folder, Throwable failure) {
        return new SourceUnavailableException(
                ErrorCode.INTERRUPTED,
                "Cannot start the demo in '" + folder.root() + "': interrupted, expected to run to its end."
                        + " Start it again: what is half made is made anew.",
                failure);
    }

    private static boolean says(@Nullable Throwable failure, String words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null
                    && cause.getMessage().toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** The outermost cause of a kind that people can act on, or null. */
    private static @Nullable Throwable known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerFailedException
                    || cause instanceof SQLException
                    || cause instanceof FileSystemException) {
                return cause;
            }
        }
        return null;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
