package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text file as a table, whose columns' types are those that the pilot gives, else such that all values fit that stand in
 * the part of the file that was looked at.
 */
final class TextTable {
    /** Bytes of a file that are looked at to tell its columns; most files are no longer. */
    static final long LOOKED_AT = 64_000_000;
    /** The second table's name goes on so. */
    static final String REJECTS = ".rejects";

    static final int MOST_COLUMNS = 2_000;

    private final TableFile file;
    private final Map<String, ColumnType> schema;
    private final Supplier<TypeGuess> guesses;
    private final Opener opener;
    private final Map<String, TypeGuess> columns = new LinkedHashMap<>();
    private long rows;
    private long broken;
    private boolean whole;

    private TextTable(TableFile file, Map<String, ColumnType> schema, Supplier<TypeGuess> guesses, Opener opener) {
        this.file = file;
        this.schema = schema;
        this.guesses = guesses;
        this.opener = opener;
    }

    /** Opens the file for its entries. */
    interface Opener {
        Entries open() throws IOException;
    }

    /** The tables of a file whose entries may have the named columns, and others too. */
    static List<FileTable> look(
            TableFile file,
            Map<String, ColumnType> schema,
            List<String> named,
            Supplier<TypeGuess> guesses,
            Opener opener)
            throws IOException {
        TableFile.State state = file.state();
        TextTable table = new TextTable(file, schema, guesses, opener);
        named.forEach(name -> table.columns.put(name, guesses.get()));
        try (Entries entries = opener.open()) {
            table.look(entries);
        }
        return table.tables(state);
    }

    private void look(Entries entries) throws IOException {
        Entries.Entry entry = entries.next();
        while (entry != null && entries.taken() <= LOOKED_AT + (1 << 16)) {
            if (entry.broken() == null) {
                rows++;
                entry.values().forEach(this::add);
            } else {
                broken++;
            }
            entry = entries.next();
        }
        whole = entry == null;
    }

    private void add(String name, @Nullable Object value) {
        TypeGuess guess = columns.get(name);
        if (guess == null && columns.size() < MOST_COLUMNS) {
            guess = guesses.get();
            columns.put(name, guess);
        }
        if (guess != null && value != null) {
            guess.add(value);
        }
    }

    private List<FileTable> tables(TableFile.State state) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        columns.forEach((name, guess) -> types.put(name, schema.getOrDefault(name, guess.type())));
        // No reader knows a table without columns.
        types.computeIfAbsent(
                types.isEmpty() ? "column_1" : types.keySet().iterator().next(), one -> ColumnType.STRING);
        List<ColumnInfo> infos = new ArrayList<>();
        types.forEach((name, type) ->
                infos.add(new ColumnInfo(name, (schema.containsKey(name) ? "" : "inferred ") + type, type, true)));
        List<FileTable> tables = new ArrayList<>();
        tables.add(new FileTable(
                file.table(),
                file,
                state,
                infos,
                whole ? rows : estimate(state),
                wanted -> new TextRows(opener.open(), types, wanted)));
        if (broken > 0) {
            tables.add(new FileTable(
                    file.table() + REJECTS,
                    file,
                    state,
                    RejectedRows.COLUMNS,
                    whole ? broken : null,
                    wanted -> new RejectedRows(opener.open())));
        }
        return tables;
    }

    private long estimate(TableFile.State state) {
        return (long) ((double) rows / LOOKED_AT * state.size());
    }
}
