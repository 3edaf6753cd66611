package dev.dayone.pilot.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What dayone did to a source for one snapshot, over all the runs that it took.
 *
 * @param rows read in all
 * @param bytes received in all, as far as the connector can tell: texts by their length, other values by their width
 * @param connections opened in all
 * @param millis spent in statements
 * @param longestTransactionMillis the longest that a transaction was open
 * @param runs how many it took: more than one where a broken-off snapshot was taken up again
 * @param quota what was used of the source's own budgets, such as API calls, by name; names that end in {@value #LEFT}
 *     tell what was left of one when it was last told
 */
public record Receipt(
        List<Statement> statements,
        long rows,
        long bytes,
        int connections,
        long millis,
        long longestTransactionMillis,
        int runs,
        Map<String, Long> quota) {
    /** The ending of the names under which {@code quota} tells what was left. */
    public static final String LEFT = " left";

    /** The name under which {@code quota} tells the calls of an API that were made. */
    public static final String CALLS = "calls";

    /** Nothing was done. */
    public static final Receipt NOTHING = new Receipt(List.of(), 0, 0, 0, 0, 0, 0, Map.of());

    public Receipt {
        statements = List.copyOf(statements);
        quota = quota == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(quota));
    }

    /** A statement's shape, without values, and how often it ran. */
    public record Statement(String shape, long times, long rows, long bytes, long millis) {}

    /** This receipt and that of another run. */
    public Receipt plus(Receipt other) {
        Map<String, Statement> shapes = new LinkedHashMap<>();
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(other.statements);
        all.forEach(statement -> shapes.merge(statement.shape(), statement, Receipt::sum));
        Map<String, Long> used = new LinkedHashMap<>(quota);
        other.quota.forEach(
                (name, value) -> used.merge(name, value, name.endsWith(LEFT) ? Receipt::later : Receipt::sum));
        return new Receipt(
                List.copyOf(shapes.values()),
                rows + other.rows,
                bytes + other.bytes,
                connections + other.connections,
                millis + other.millis,
                Math.max(longestTransactionMillis, other.longestTransactionMillis),
                runs + other.runs,
                used);
    }

    private static Statement sum(Statement one, Statement two) {
        return new Statement(
                one.shape, one.times + two.times, one.rows + two.rows, one.bytes + two.bytes, one.millis + two.millis);
    }

    private static @Nullable Long later(Long one, Long two) {
        return two;
    }

    private static @Nullable Long sum(Long one, Long two) {
        return one + two;
    }
}
