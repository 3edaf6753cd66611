package dev.dayone.readiness.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, if it has one: the build downloads none. */
final class Chromium {
    /** The environment variable that names one elsewhere. */
    static final String VARIABLE = "DAYONE_CHROMIUM";

    private Chromium() {}

    static Optional<Path> installed() {
        return Stream.of(
                        String.valueOf(System.getenv(VARIABLE)),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
