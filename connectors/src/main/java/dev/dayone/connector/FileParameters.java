package dev.dayone.connector;

import dev.dayone.connector.catalogue.Connector;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the paths among a source's parameters into files below the pilot's folder. */
final class FileParameters {
    private final PilotFolder folder;
    private final Source source;

    FileParameters(Path folder, Source source) {
        this.folder = new PilotFolder(folder);
        this.source = source;
    }

    /** The values with absolute paths in place of relative ones. Throws {@link BadRequestException}. */
    Map<String, String> place(Connector connector, Map<String, String> values) {
        Map<String, String> placed = new LinkedHashMap<>(values);
        connector.parameters().forEach((name, parameter) -> {
            String path = values.get(name);
            if (parameter.file() && path != null && !path.isEmpty()) {
                placed.put(name, file(name, path).toString());
            }
        });
        return placed;
    }

    private Path file(String parameter, String path) {
        Path file = below(path);
        // As the pilot writes it: what a placeholder stands for is not shown.
        String written = String.valueOf(source.parameters().value(parameter));
        if (file == null) {
            throw new BadRequestException(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot open '" + written + "' in '" + source.name() + "': it is not below the pilot's folder,"
                            + " expected a relative path that stays there. Put the file there and correct the parameter '"
                            + parameter + "'.");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_FOUND,
                    "Cannot open '" + written + "' in '" + source.name() + "': there is no such file, expected one"
                            + " below the pilot's folder. Correct the parameter '" + parameter + "'.");
        }
        return file;
    }

    private @Nullable Path below(String path) {
        try {
            return folder.below(path);
        } catch (IOException e) {
            return null;
        }
    }
}
