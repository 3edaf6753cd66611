package dev.dayone.connector.http;

import dev.dayone.connector.http.Description.Quota;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the headers by which APIs tell how much more they take: the usual ones, or those that a description names. */
final class RateHeaders {
    private static final List<String> LIMITS =
            List.of("x-ratelimit-limit", "x-rate-limit-limit", "ratelimit-limit", "x-rate-limit");
    private static final List<String> REMAINING =
            List.of("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining");
    private static final List<String> RESETS = List.of("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset");
    /** A number of seconds above this is a time, not a span. */
    private static final long EPOCH = 1_000_000_000;

    private static final Duration UNKNOWN_RESET = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Quota quota;

    RateHeaders(Quota quota) {
        this.quota = quota;
    }

    /** What is left of a span of time; {@code reset}: until it begins anew. */
    record Window(@Nullable Long limit, long remaining, Duration reset) {
        boolean isSpent(double reserve) {
            return remaining <= (limit == null ? 0 : Math.floor(limit * reserve));
        }
    }

    @Nullable
    Window window(Answer answer) {
        Long remaining = first(answer, quota.windowRemaining(), REMAINING);
        if (remaining == null) {
            return null;
        }
        Long reset = first(answer, quota.windowReset(), RESETS);
        return new Window(
                first(answer, quota.windowLimit(), LIMITS), remaining, reset == null ? UNKNOWN_RESET : span(reset));
    }

    /** How long the answer asks to be left alone: {@code Retry-After}, else until a spent window begins anew. */
    @Nullable
    Duration rest(Answer answer) {
        String after = answer.header("retry-after");
        if (after != null) {
            return retryAfter(after.strip());
        }
        Window window = window(answer);
        return window != null && window.remaining() <= 0 ? window.reset() : null;
    }

    private static @Nullable Duration retryAfter(String text) {
        if (text.matches("\\d{1,9}(\\.\\d+)?")) {
            return bounded(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(Instant.now(), at));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A header's whole number. */
    @Nullable
    Long number(Answer answer, @Nullable String header) {
        String text = header == null ? null : answer.header(header);
        if (text == null) {
            return null;
        }
        String digits = text.strip().split("[^0-9]", 2)[0];
        return digits.isEmpty() || digits.length() > 15 ? null : Long.valueOf(digits);
    }

    private @Nullable Long first(Answer answer, @Nullable String named, List<String> usual) {
        if (named != null) {
            return number(answer, named);
        }
        for (String header : usual) {
            Long number = number(answer, header);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static Duration span(long seconds) {
        return bounded(
                seconds > EPOCH
                        ? Duration.between(Instant.now(), Instant.ofEpochSecond(seconds))
                        : Duration.ofSeconds(seconds));
    }

    private static Duration bounded(Duration span) {
        Duration positive = span.isNegative() ? Duration.ZERO : span;
        return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
    }
}
