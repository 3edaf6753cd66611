package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.ethlo.time.ITU;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.networknt.schema.JsonSchema;
import dev.dayone.pilot.snapshot.Workspace;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JARs that an executor needs beside Spark's own, found by a class of each. */
final class ExecutorJars {
    private static final List<Class<?>> HELD = List.of(
            ExecutorJars.class,
            Workspace.class,
            Analyzer.class,
            JsonSchema.class,
            ITU.class,
            JavaTimeModule.class,
            PhoneNumberUtil.class);

    private ExecutorJars() {}

    /** Their paths, parted by commas; classes that lie in a folder, as in a build, are not among them. */
    static String paths() {
        return HELD.stream()
                .map(ExecutorJars::jar)
                .filter(Objects::nonNull)
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static @Nullable Path jar(Class<?> held) {
        CodeSource source = held.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            return place != null && Files.isRegularFile(place) ? place : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
