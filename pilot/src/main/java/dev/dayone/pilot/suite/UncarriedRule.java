package dev.dayone.pilot.suite;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of another tool's suite that no expectation means. It stands among the checks as one that gets no answer, so that
 * a report tells what was left behind.
 */
public final class UncarriedRule {
    /** The type of such a check. */
    public static final String TYPE = "rule_not_carried";

    private static final String RULE = "rule";
    private static final String REASON = "reason";

    private UncarriedRule() {}

    static Expectation of(String rule, String reason, Severity severity, Map<String, Object> meta) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put(RULE, rule);
        kwargs.put(REASON, reason);
        return new Expectation(TYPE, kwargs, severity, meta);
    }

    /** Why a check is not carried; null: it is, or is none of another tool. */
    public static @Nullable String reason(String type, Map<String, Object> kwargs) {
        return type.equals(TYPE) ? "cannot be carried: " + kwargs.get(REASON) : null;
    }

    /** The words of a rule that is not carried. */
    public static String words(Map<String, Object> kwargs) {
        return String.valueOf(kwargs.get(RULE));
    }
}
