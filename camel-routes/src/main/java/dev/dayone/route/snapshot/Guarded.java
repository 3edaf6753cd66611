package dev.dayone.route.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Names what keeps files from being written. */
final class Guarded {
    private Guarded() {}

    /** Reads or writes files. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** What an action answers. Throws DISK_FULL or WORKSPACE_NOT_WRITABLE, with the place, where it fails. */
    static <T> T io(Path place, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("no space left") || said.contains("quota exceeded")) {
                throw new LimitExceededException(
                        ErrorCode.DISK_FULL,
                        "Cannot write the snapshot into '" + place + "': the disk is full, expected room for the"
                                + " sample. Free some, or choose another place with --workspace, and run again.",
                        e);
            }
            throw new BadRequestException(
                    ErrorCode.WORKSPACE_NOT_WRITABLE,
                    "Cannot use '" + place + "': " + e.getClass().getSimpleName()
                            + ", expected a folder that can be written. Choose another with --workspace.",
                    e);
        }
    }
}
