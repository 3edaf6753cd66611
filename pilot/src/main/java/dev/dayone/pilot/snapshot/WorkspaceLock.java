package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Held by the one command that writes into a workspace; the system frees it when that process ends, however it does. */
public final class WorkspaceLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock. Throws {@link BadRequestException} at once if another command has it. */
    public static WorkspaceLock take(Workspace workspace) {
        FileChannel channel;
        try {
            Files.createDirectories(workspace.root());
            channel = FileChannel.open(workspace.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.WORKSPACE_NOT_WRITABLE,
                    "Cannot write into workspace '" + workspace.root() + "': "
                            + e.getClass().getSimpleName()
                            + ", expected a folder that can be written. Choose another with --workspace.",
                    e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new WorkspaceLock(channel);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Taken, as far as this command can tell: answered below.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it.
        }
        throw new BadRequestException(
                ErrorCode.WORKSPACE_LOCKED,
                "Cannot use workspace '" + workspace.root()
                        + "': another dayone command is writing into it, expected one at a time."
                        + " Wait for it, or choose another with --workspace.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The system frees the lock with the process.
        }
    }
}
