package dev.dayone.connector.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column that come again and again, so that each is made once: whoever tells them apart later finds the
 * same object with its hash. Forgets itself where few come again. Used by one thread.
 */
final class FrequentTexts {
    private static final int PLACES = 256;
    private static final int LONGEST = 48;
    /** After so many texts it is seen whether it is of use. */
    private static final int TRIAL = 4_000;

    private final byte[][] bytes = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];
    private int asked;
    private int found;
    private boolean useless;

    /** The text that some bytes are in UTF-8. */
    String text(byte[] line, int start, int end) {
        if (useless || end - start > LONGEST) {
            return new String(line, start, end - start, StandardCharsets.UTF_8);
        }
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + line[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        asked++;
        String known = texts[place];
        if (known != null && Arrays.equals(bytes[place], 0, bytes[place].length, line, start, end)) {
            found++;
            return known;
        }
        useless = asked > TRIAL && found < asked / 2;
        String text = new String(line, start, end - start, StandardCharsets.UTF_8);
        bytes[place] = Arrays.copyOfRange(line, start, end);
        texts[place] = text;
        return text;
    }
}
