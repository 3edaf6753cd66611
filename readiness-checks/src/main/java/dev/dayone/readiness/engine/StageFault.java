package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/**
 * Why a stage cannot be used. Told by the class of a failure alone: what file systems write into messages is long, and
 * nobody knows what else it holds.
 */
enum StageFault {
    NO_FILE_SYSTEM("there is no such file system", "one that this Spark has: S3A needs hadoop-aws"),
    NOT_ALLOWED("access is denied", "an account that may list, read, write and delete there"),
    NO_PLACE("there is no such place", "a bucket or file system that is there"),
    NOT_REACHED("it does not answer", "a store that answers");

    private static final List<String> DENIALS =
            List.of("AccessDenied", "AccessControl", "NoAuthWithAWS", "CredentialInitialization", "NoAwsCredentials");

    private final String found;
    private final String expected;

    StageFault(String found, String expected) {
        this.found = found;
        this.expected = expected;
    }

    /** What a failure says. */
    static StageFault of(Throwable failure) {
        List<Throwable> causes = Failure.causes(failure);
        // A store that denies access wraps its own failures; whoever looks for the innermost one misses it.
        if (causes.stream().anyMatch(StageFault::isDenial)) {
            return NOT_ALLOWED;
        }
        for (Throwable cause : causes) {
            if (cause instanceof UnsupportedFileSystemException
                    || cause instanceof ClassNotFoundException
                    || cause instanceof LinkageError) {
                return NO_FILE_SYSTEM;
            }
            if (cause instanceof FileNotFoundException
                    || cause.getClass().getSimpleName().equals("UnknownStoreException")) {
                return NO_PLACE;
            }
        }
        return NOT_REACHED;
    }

    private static boolean isDenial(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause instanceof AccessDeniedException
                || cause instanceof AccessControlException
                || DENIALS.stream().anyMatch(name::contains);
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }

    /** What to throw where a stage cannot be used. */
    static DayoneException told(StageUri stage, Throwable failure) {
        StageFault fault = of(failure);
        List<Throwable> causes = Failure.causes(failure);
        String seen = causes.get(causes.size() - 1).getClass().getSimpleName();
        String message = "Cannot copy to the stage '" + stage + "': " + fault.found + " (" + seen + "), expected "
                + fault.expected + ". See docs/spark.md.";
        return switch (fault) {
            case NO_FILE_SYSTEM -> new BadRequestException(ErrorCode.COMMAND_INVALID, message, failure);
            case NOT_ALLOWED, NO_PLACE -> new BadRequestException(ErrorCode.STAGE_UNFIT, message, failure);
            case NOT_REACHED -> new SourceUnavailableException(ErrorCode.STAGE_UNREACHABLE, message, failure);
        };
    }
}
