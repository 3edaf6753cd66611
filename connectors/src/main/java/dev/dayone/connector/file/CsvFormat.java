package dev.dayone.connector.file;

import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values, or values parted otherwise. Where there is no header, columns are {@code column_1} and so on.
 *
 * @param delimiter null: sniffed
 * @param charset null: sniffed
 * @param header whether the first row names the columns; null: sniffed
 */
record CsvFormat(
        @Nullable Character delimiter,
        char quote,
        @Nullable Charset charset,
        @Nullable Boolean header) implements FileFormat {
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_FIELDS = 20_000;

    @Override
    public String product() {
        return "CSV";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".tsv");
    }

    @Override
    public List<FileTable> look(TableFile file, Map<String, ColumnType> schema) throws IOException {
        TextEncoding encoding = charset == null ? TextEncoding.of(file.path()) : TextEncoding.of(file.path(), charset);
        CsvSniffer sniffer = new CsvSniffer(file.path(), encoding, this);
        char parted = delimiter == null ? sniffer.delimiter() : delimiter;
        List<@Nullable String[]> first = sniffer.rows(parted);
        boolean named = header == null ? CsvSniffer.isHeader(first) : header && !first.isEmpty();
        List<String> columns = named ? names(first.get(0)) : numbers(CsvSniffer.width(first));
        TextTable.Opener opener =
                () -> new CsvEntries(TextInput.open(file.path(), encoding), settings(parted), columns, named ? 1 : 0);
        return TextTable.look(file, schema, columns, TypeGuess::ofTexts, opener);
    }

    /** The parser's settings: nothing is trimmed, an empty value is null unless it stands in quotes. */
    CsvParserSettings settings(char parted) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(parted);
        settings.getFormat().setQuote(quote);
        settings.getFormat().setQuoteEscape(quote);
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setCommentProcessingEnabled(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setEmptyValue("");
        settings.setMaxColumns(MOST_FIELDS);
        settings.setMaxCharsPerColumn(MOST_CHARACTERS);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setAutoClosingEnabled(false);
        return settings;
    }

    private static List<String> numbers(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    /** The header's names, each once whatever its case: {@code column_3} for an empty one, {@code name_2} for a second. */
    private static List<String> names(@Nullable String[] header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : header) {
            if (cell != null && !cell.isBlank()) {
                taken.add(cell.strip().toLowerCase(Locale.ROOT));
            }
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < header.length; i++) {
            String cell = header[i];
            String name = cell == null || cell.isBlank() ? "column_" + (i + 1) : cell.strip();
            String unique = name;
            for (int n = 2; !used.add(unique.toLowerCase(Locale.ROOT)); n++) {
                String next = name + "_" + n;
                unique = taken.contains(next.toLowerCase(Locale.ROOT)) ? unique : next;
            }
            names.add(Objects.requireNonNull(unique));
        }
        return names;
    }
}
