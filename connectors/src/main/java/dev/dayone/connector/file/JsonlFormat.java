package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A JSON object a line. */
record JsonlFormat() implements FileFormat {
    @Override
    public String product() {
        return "JSON lines";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public List<FileTable> look(TableFile file, Map<String, ColumnType> schema) throws IOException {
        TextEncoding encoding = TextEncoding.of(file.path());
        return TextTable.look(
                file,
                schema,
                List.copyOf(schema.keySet()),
                TypeGuess::ofValues,
                () -> new JsonlEntries(TextInput.open(file.path(), encoding)));
    }
}
