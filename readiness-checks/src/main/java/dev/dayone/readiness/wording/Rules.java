package dev.dayone.readiness.wording;

import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.suite.UncarriedRule;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expectations in words. */
public final class Rules {
    private static final int SHOWN = 6;

    private Rules() {}

    /** The rule without its prefix and its column: {@code values to not be null (mostly 0.99)}. */
    public static String bare(CheckResult check) {
        if (check.type().equals(UncarriedRule.TYPE)) {
            return UncarriedRule.words(check.kwargs());
        }
        String name = check.type().startsWith("expect_") ? check.type().substring(7) : check.type();
        name = name.startsWith("column_value") || name.startsWith("column_pair") ? name.substring(7) : name;
        String arguments = check.kwargs().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("column") && entry.getValue() != null)
                .map(Rules::argument)
                .collect(Collectors.joining(", "));
        return name.replace('_', ' ') + (arguments.isEmpty() ? "" : " (" + arguments + ")");
    }

    private static String argument(Map.Entry<String, Object> entry) {
        return entry.getKey().replace('_', ' ') + " " + value(entry.getValue());
    }

    /** A measured value or an argument: numbers grouped, long lists cut. */
    public static String value(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Integer || value instanceof Long) {
            return Numbers.count(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return Numbers.number(number.doubleValue());
        }
        if (value instanceof Collection<?> list) {
            String head = list.stream().limit(SHOWN).map(Rules::value).collect(Collectors.joining(", "));
            return list.size() > SHOWN ? head + " and " + Numbers.count(list.size() - SHOWN) + " more" : head;
        }
        return value.toString();
    }
}
