package dev.dayone.connector.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The objects of a file of JSON lines; a line that holds none, or more than one value, is no row. */
final class JsonlEntries implements Entries {
    private static final int MOST_CHARACTERS = 10_000_000;
    private static final int SHOWN = 100_000;
    // A name that stands twice would lose one of its values.
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final TextInput input;
    private final Reader reader;
    private final StringBuilder text = new StringBuilder();
    private long line;
    private boolean tooLong;

    JsonlEntries(TextInput input) {
        this.input = input;
        this.reader = input.reader();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        while (readLine()) {
            if (tooLong) {
                return Entry.broken(line, "a line of more than 10 million characters", text.substring(0, SHOWN));
            }
            String found = text.toString();
            if (!found.isBlank()) {
                return entry(found);
            }
        }
        return null;
    }

    private Entry entry(String found) throws IOException {
        try {
            JsonNode node = JSON.readTree(found);
            return node.isObject()
                    ? Entry.row(line, Flattened.of(node))
                    : Entry.broken(line, "no JSON object", shown(found));
        } catch (JsonProcessingException e) {
            return Entry.broken(line, "no valid JSON", shown(found));
        }
    }

    private static String shown(String found) {
        return found.length() > SHOWN ? found.substring(0, SHOWN) : found;
    }

    /** One line, of which no more is held than a line may have; false at the end. */
    private boolean readLine() throws IOException {
        text.setLength(0);
        tooLong = false;
        int character = reader.read();
        if (character < 0) {
            return false;
        }
        line++;
        while (character >= 0 && character != '\n') {
            if (text.length() < MOST_CHARACTERS) {
                text.append((char) character);
            } else {
                tooLong = true;
            }
            character = reader.read();
        }
        return true;
    }

    @Override
    public long taken() throws IOException {
        return input.taken();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
