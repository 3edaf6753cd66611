package dev.dayone.readiness.gx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Where dayone's answer to a test is that of Great Expectations. What the two say in other words, or only one says, is not
 * compared (null).
 *
 * @param success whether the verdict is the same; an exception there is no answer here
 * @param observed whether the observed value is
 * @param unexpected whether as many values were unexpected
 */
@NullUnmarked
record GxAgreement(
        boolean success,
        @Nullable Boolean observed,
        @Nullable Boolean unexpected) {
    static GxAgreement of(GxCase one, CheckResult result) {
        JsonNode out = one.out();
        JsonNode observed = out.has("observed_value")
                ? out.get("observed_value")
                : out.path("result").path("observed_value");
        return new GxAgreement(
                expected(one).equals(result.verdict().toString()),
                observed(observed, result, one.tolerance()),
                unexpected(out, result));
    }

    /** The verdict that the test stands for. */
    static String expected(GxCase one) {
        JsonNode success = one.out().path("success");
        if (one.out().has("traceback_substring")) {
            return CheckVerdict.NO_ANSWER.toString();
        }
        if (success.isMissingNode()) {
            // An observed value of nothing: the divergence that is infinite.
            return CheckVerdict.FAIL.toString();
        }
        return (success.asBoolean() ? CheckVerdict.PASS : CheckVerdict.FAIL).toString();
    }

    private static @Nullable Boolean unexpected(JsonNode out, CheckResult result) {
        JsonNode list = out.has("unexpected_list") ? out.get("unexpected_list") : out.path("unexpected_index_list");
        Long expected = list.isArray() ? Long.valueOf(list.size()) : null;
        JsonNode count = out.path("result").path("unexpected_count");
        if (count.isNumber()) {
            expected = count.asLong();
        }
        return (expected == null || result.unexpectedCount() == null)
                ? null
                : expected.equals(result.unexpectedCount());
    }

    private static @Nullable Boolean observed(JsonNode expected, CheckResult result, double tolerance) {
        Object seen = result.observed();
        if (expected.isMissingNode() || seen == null) {
            return null;
        }
        if (expected.isNull()) {
            return !(seen instanceof Number);
        }
        if (seen instanceof Map<?, ?> map && expected.has("values")) {
            return same(expected.get("values"), new ArrayList<>(map.values()), tolerance);
        }
        if (seen instanceof List<?> list && expected.isArray()) {
            return same(expected, list, tolerance);
        }
        boolean comparable = seen instanceof Number ? expected.isNumber() : (expected.isValueNode() && isPlain(result));
        return comparable ? Boolean.valueOf(same(expected, seen, tolerance)) : null;
    }

    /** Whether what is observed is a value, not a sentence. */
    private static boolean isPlain(CheckResult result) {
        return result.type().startsWith("expect_column_min") || result.type().startsWith("expect_column_max");
    }

    private static boolean same(JsonNode expected, List<?> seen, double tolerance) {
        if (expected.size() != seen.size()) {
            return false;
        }
        List<Object> left = new ArrayList<>(seen);
        for (JsonNode one : expected) {
            if (!left.removeIf(value -> same(one, value, tolerance))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode expected, Object seen, double tolerance) {
        if (expected.isNumber()) {
            double number = expected.asDouble();
            try {
                double other = Double.parseDouble(String.valueOf(seen));
                return Math.abs(other - number) <= tolerance * Math.max(1, Math.abs(number));
            } catch (NumberFormatException e) {
                return false;
            }
        }
        String text = String.valueOf(seen);
        return expected.asText().equals(text)
                || (text.matches("\\d{4}-.*") && GxData.time(text).equals(GxData.time(expected.asText())));
    }
}
