package dev.dayone.connector;

import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code {{env:X}}} and {@code {{file:X}}} in a source's parameters. Files lie in the pilot's folder, no link
 * leads out of it, and a line end behind the value is cut. What comes in is not looked at again.
 */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(env|file):([^{}]+)}}");

    private final PilotFolder folder;
    private final UnaryOperator<@Nullable String> environment;

    Placeholders(Path folder, UnaryOperator<@Nullable String> environment) {
        this.folder = new PilotFolder(folder);
        this.environment = environment;
    }

    /** The values of a source's parameters. Throws {@link BadRequestException} PLACEHOLDER_UNRESOLVED. */
    Map<String, String> resolve(Source source) {
        return resolve(source.name(), source.parameters());
    }

    /**
     * The values of parameters of a part of a pilot in a folder, by this process's environment. Throws
     * {@link BadRequestException} PLACEHOLDER_UNRESOLVED.
     */
    public static Map<String, String> resolved(String part, Parameters parameters, Path folder) {
        return new Placeholders(folder, System::getenv).resolve(part, parameters);
    }

    private Map<String, String> resolve(String part, Parameters parameters) {
        Map<String, String> resolved = new LinkedHashMap<>();
        parameters.values().forEach((name, text) -> resolved.put(name, resolve(part, name, text)));
        return resolved;
    }

    private String resolve(String source, String parameter, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2).strip();
            String value =
                    matcher.group(1).equals("env") ? variable(source, parameter, name) : file(source, parameter, name);
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String variable(String source, String parameter, String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw unresolved(
                    source,
                    parameter,
                    "the environment variable '" + name + "' is not set, expected a value",
                    "Set it, then run again");
        }
        return value;
    }

    private String file(String source, String parameter, String name) {
        try {
            Path file = folder.below(name);
            if (file == null) {
                throw unresolved(
                        source,
                        parameter,
                        "the file '" + name + "' is not below the pilot's folder, expected one that is",
                        "Move it there, or use {{env:...}}");
            }
            return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw unresolved(
                    source,
                    parameter,
                    "the file '" + name + "' cannot be read (" + e.getClass().getSimpleName()
                            + "), expected UTF-8 text",
                    "Check the file and its rights");
        }
    }

    private static BadRequestException unresolved(String source, String parameter, String found, String todo) {
        return new BadRequestException(
                ErrorCode.PLACEHOLDER_UNRESOLVED,
                "Cannot resolve parameter '" + parameter + "' in '" + source + "': " + found + ". " + todo + ".");
    }
}
