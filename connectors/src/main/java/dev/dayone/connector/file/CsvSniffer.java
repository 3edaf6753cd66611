package dev.dayone.connector.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from a CSV file's first rows what parts its values and whether it has a header. */
final class CsvSniffer {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 100;

    private final Path file;
    private final TextEncoding encoding;
    private final CsvFormat format;

    CsvSniffer(Path file, TextEncoding encoding, CsvFormat format) {
        this.file = file;
        this.encoding = encoding;
        this.format = format;
    }

    /** The delimiter by which most of the first rows have the same number of values, then by which they have more. */
    char delimiter() throws IOException {
        char best = DELIMITERS[0];
        double most = 0;
        for (char delimiter : DELIMITERS) {
            List<@Nullable String[]> rows = rows(delimiter);
            int width = width(rows);
            long alike = rows.stream().filter(row -> row.length == width).count();
            double score = width < 2 ? 0 : (double) alike / rows.size() + Math.min(width, 1_000) / 10_000.0;
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    /** The first rows. */
    List<@Nullable String[]> rows(char delimiter) throws IOException {
        List<@Nullable String[]> rows = new ArrayList<>();
        CsvParser parser = new CsvParser(format.settings(delimiter));
        try (TextInput input = TextInput.open(file, encoding)) {
            parser.beginParsing(input.reader());
            String[] row = parser.parseNext();
            while (row != null && rows.size() < ROWS) {
                rows.add(row);
                row = parser.parseNext();
            }
        } catch (TextParsingException e) {
            // A quote that is never closed, by this delimiter: what came before it is judged.
            return rows;
        } finally {
            parser.stopParsing();
        }
        return rows;
    }

    /** The number of values that most rows have; the first row's among equals. */
    static int width(List<@Nullable String[]> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = rows.isEmpty() ? 0 : rows.get(0).length;
        rows.forEach(row -> counts.merge(row.length, 1, Integer::sum));
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > counts.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Whether the first row names columns: texts alone, none of them twice unless it is empty. */
    static boolean isHeader(List<@Nullable String[]> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        int twice = 0;
        for (String cell : rows.get(0)) {
            if (cell != null && !cell.isBlank()) {
                TypeGuess guess = TypeGuess.ofTexts();
                guess.add(cell.strip());
                if (!guess.type().equals(ColumnType.STRING) || cell.matches("[^@\\s]+@[^@\\s]+")) {
                    return false;
                }
                twice += names.add(cell.strip()) ? 0 : 1;
            }
        }
        return !names.isEmpty() && twice <= names.size() / 2;
    }
}
