package dev.dayone.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that an earlier JVM could not end because it was killed itself: it would keep the data folder locked. */
final class LeftOverServer {
    private static final int PATIENCE_SECONDS = 10;

    private LeftOverServer() {}

    /** Ends the process of a pid file if it is alive and is the program, run by this user; then removes the file. */
    static void end(Path pidFile, String program) throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        if (pid.matches("[0-9]{1,9}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> isOurs(process, program))
                    .ifPresent(LeftOverServer::end);
        }
        Files.deleteIfExists(pidFile);
    }

    /** The number may long belong to another process: only the right program of the right user is ended. */
    private static boolean isOurs(ProcessHandle process, String program) {
        ProcessHandle.Info info = process.info();
        return info.command()
                        .map(Path::of)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .orElse("")
                        .startsWith(program)
                && info.user().equals(ProcessHandle.current().info().user());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            ended(process);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
