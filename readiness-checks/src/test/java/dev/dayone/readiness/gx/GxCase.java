package dev.dayone.readiness.gx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import java.util.Map;

/**
 * One test of Great Expectations.
 *
 * @param test as its file has it
 * @param kwargs its arguments, with parameters put in
 * @param onSpark whether Great Expectations runs it on Spark; else on PostgreSQL
 * @param skipped why it is not asked here; empty: it is
 */
record GxCase(String type, JsonNode test, Map<String, Object> kwargs, boolean onSpark, String skipped) {
    private static final double NEAR = 1e-6;

    Expectation expectation() {
        return new Expectation(type, kwargs, Severity.MAJOR, Map.of());
    }

    /** What is said of the result. */
    JsonNode out() {
        return test.path("out");
    }

    /** How far from the number that is expected an observed one may lie, as a share of it. */
    double tolerance() {
        return test.path("tolerance").asDouble(NEAR);
    }

    @Override
    public String toString() {
        return type + " '" + test.path("title").asText() + "' " + kwargs;
    }
}
