package dev.dayone.connector.http;

import dev.dayone.connector.guard.StatementLog;
import dev.dayone.connector.http.Description.Quota;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.Receipt;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the calls of a run against its own limits and the API's quota, as its headers tell them. Used by one thread. */
final class CallBudget {
    private static final Pattern USAGE = Pattern.compile("(\\d+)\\s*/\\s*(\\d+)");
    /** A window is left with so much of it to others who use the same account. */
    private static final double WINDOW_RESERVE = 0.05;

    private final RunLimits limits;
    private final Quota quota;
    private final RateHeaders rates;
    private final String source;
    private final StatementLog log;
    private long calls;
    private @Nullable Long perDay;
    private RateHeaders.@Nullable Window window;

    CallBudget(RunLimits limits, Quota quota, String source, StatementLog log) {
        this.limits = limits;
        this.quota = quota;
        this.rates = new RateHeaders(quota);
        this.source = source;
        this.log = log;
        this.perDay = quota.perDay();
    }

    /** Throws LIMIT_EXCEEDED, or RATE_LIMITED with how long to wait, unless one more call may be sent. */
    void before(Outgoing request) {
        if (calls >= limits.calls()) {
            throw exceeded("runCalls", String.format(Locale.ROOT, "runCalls of %,d", limits.calls()));
        }
        if (perDay != null && calls >= Math.max(1, Math.floor(perDay * limits.quotaShare()))) {
            throw exceeded(
                    "quotaShare",
                    String.format(Locale.ROOT, "quotaShare of %s of %,d calls a day", limits.quotaShare(), perDay));
        }
        RateHeaders.Window now = window;
        // Looked at once: after the pause it may be another.
        window = null;
        if (now != null && now.isSpent(WINDOW_RESERVE)) {
            throw HttpFailures.rateLimited(
                    source,
                    request.table(),
                    "the API's rate limit has " + now.remaining() + " calls left until it begins anew",
                    now.reset());
        }
        calls++;
        log.quota(Receipt.CALLS, calls);
    }

    /** Takes in what an answer tells. */
    void after(Answer answer) {
        window = rates.window(answer);
        Long limit = rates.number(answer, quota.limit());
        if (limit != null) {
            perDay = limit;
        }
        Long remaining = rates.number(answer, quota.remaining());
        String usage = quota.usage() == null ? null : answer.header(quota.usage());
        Matcher matcher = USAGE.matcher(usage == null ? "" : usage);
        if (matcher.find()) {
            perDay = Long.valueOf(matcher.group(2));
            remaining = perDay - Long.parseLong(matcher.group(1));
        }
        if (remaining != null) {
            log.quota("calls of the day" + Receipt.LEFT, remaining);
        }
    }

    /** How long an answer asks to be left alone; null: it does not say. */
    @Nullable
    Duration rest(Answer answer) {
        return rates.rest(answer);
    }

    private LimitExceededException exceeded(String name, String limit) {
        return new LimitExceededException(
                ErrorCode.LIMIT_EXCEEDED,
                "Cannot read '" + source + "' any further in this run: its limit '" + limit
                        + "' is reached, expected to stop there. What was read is kept: run again to go on, or raise '"
                        + name + "' in the source's limits.");
    }
}
