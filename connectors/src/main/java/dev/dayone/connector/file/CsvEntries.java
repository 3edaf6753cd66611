package dev.dayone.connector.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file; one with more or fewer values than there are columns is none. */
final class CsvEntries implements Entries {
    private static final int SHOWN = 100_000;

    private final TextInput input;
    private final CsvParser parser;
    private final List<String> columns;

    CsvEntries(TextInput input, CsvParserSettings settings, List<String> columns, int headers) {
        this.input = input;
        this.columns = columns;
        this.parser = new CsvParser(settings);
        parser.beginParsing(input.reader());
        for (int i = 0; i < headers; i++) {
            parser.parseNext();
        }
    }

    @Override
    public @Nullable Entry next() throws IOException {
        @Nullable String[] row;
        try {
            row = parser.parseNext();
        } catch (TextParsingException e) {
            throw new BrokenFileException(
                    "a value near line " + (e.getLineIndex() + 1)
                            + " has no end, as after a quote that is never closed",
                    e);
        }
        if (row == null) {
            return null;
        }
        long line = parser.getContext().currentLine();
        if (row.length != columns.size()) {
            String text = String.valueOf(parser.getContext().currentParsedContent());
            return Entry.broken(
                    line,
                    row.length < columns.size() ? "too few values" : "too many values",
                    text.length() > SHOWN ? text.substring(0, SHOWN) : text.stripTrailing());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            values.put(columns.get(i), row[i]);
        }
        return Entry.row(line, values);
    }

    @Override
    public long taken() throws IOException {
        return input.taken();
    }

    @Override
    public void close() throws IOException {
        parser.stopParsing();
        input.close();
    }
}
