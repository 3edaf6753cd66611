package dev.dayone.pilot.soda;

import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.UncarriedException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a metric: {@code < 5}, {@code between 1 and 5}, {@code not between (1 and 5]}, {@code < 1d}. */
final class SodaThreshold {
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|!=|<>|<|>|=)\\s*(\\S+(?:\\s*%)?)");
    private static final Pattern BETWEEN =
            Pattern.compile("(not\\s+)?between\\s+([\\[(])?\\s*(\\S+?)\\s+and\\s+([^\\s\\])]+(?:\\s*%)?)\\s*([\\])])?");
    private static final Pattern NUMBER = Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*%?");
    private static final Pattern DURATION = Pattern.compile("(?:\\d+[dhm])+");
    private static final Pattern PART = Pattern.compile("(\\d+)([dhm])");
    private static final Map<String, Long> SECONDS = Map.of("d", 86_400L, "h", 3600L, "m", 60L);

    private SodaThreshold() {}

    /** The numbers that pass; of a duration, in seconds. */
    static Range parse(String text) {
        String stripped = text.strip();
        Matcher compared = COMPARED.matcher(stripped);
        if (compared.matches()) {
            return Range.of(compared.group(1), number(compared.group(2)));
        }
        Matcher between = BETWEEN.matcher(stripped);
        if (between.matches()) {
            Range range = Range.between(
                    new Range.End(number(between.group(3)), !"(".equals(between.group(2))),
                    new Range.End(number(between.group(4)), !")".equals(between.group(5))));
            return between.group(1) == null ? range : range.others();
        }
        throw new UncarriedException("'" + stripped + "' is no threshold that Soda has words for");
    }

    /** The numbers that pass, of the words behind {@code fail:} or {@code warn:}, which tell those that do not. */
    static Range parseWhen(String text) {
        if (!text.startsWith("when ")) {
            throw new UncarriedException("'" + text + "' is no threshold: Soda writes 'when' before it");
        }
        return parse(text.substring("when ".length())).others();
    }

    private static BigDecimal number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return new BigDecimal(number.group(1));
        }
        if (DURATION.matcher(text).matches()) {
            Matcher part = PART.matcher(text);
            long seconds = 0;
            while (part.find()) {
                seconds += Long.parseLong(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0L);
            }
            return BigDecimal.valueOf(seconds);
        }
        throw new UncarriedException("'" + text + "' is no number");
    }
}
