package dev.dayone.connector.http;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param uri where it came from, after redirects
 * @param headers by their name in lower case
 */
record Answer(URI uri, int status, Map<String, List<String>> headers, ByteBuffer body) {
    /** The first value of a header. */
    @Nullable
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }
}
