package dev.dayone.app.command;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder that suites are written into: all of them, or none if one is there already. */
record SuiteFiles(Path folder) {
    List<Path> write(Map<TableRef, String> suites, boolean replace) {
        Map<Path, String> files = new LinkedHashMap<>();
        suites.forEach((table, text) -> files.put(
                folder.resolve(FileName.of(table.source()) + "." + FileName.of(table.table()) + ".json"), text));
        for (Path file : files.keySet()) {
            if (!replace && Files.exists(file)) {
                throw new BadRequestException(
                        ErrorCode.COMMAND_INVALID,
                        "Cannot write suite '" + file + "': it is there already, expected no such file. Give --replace,"
                                + " or another folder.");
            }
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_READABLE,
                    "Cannot write suites into '" + folder + "': " + e.getClass().getSimpleName()
                            + ", expected a folder that can be written. Give another.");
        }
        return List.copyOf(files.keySet());
    }
}
