package dev.dayone.readiness.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricIntervalTest {
    private static final List<String> TICKET = List.of("id bigint", "asker bigint", "minutes bigint", "solved boolean");

    @TempDir
    static Path folder;

    private final Map<String, MetricResult> results = new LinkedHashMap<>();

    /** 1,200 tickets in 60 windows of 20, whose askers were read for their keys; all in one run. */
    @BeforeAll
    void measure() {
        Random random = new Random(1);
        List<Object[]> tickets = new ArrayList<>();
        List<Object[]> askers = new ArrayList<>();
        for (long i = 0; i < 1_200; i++) {
            tickets.add(new Object[] {i, i / 2, 5L + random.nextInt(20), random.nextInt(10) < 7});
            if (i % 2 == 0) {
                askers.add(new Object[] {i / 2, i % 3 == 0 ? "gold" : "free"});
            }
        }
        List<Object[]> few = tickets.subList(0, 100);
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .inWindows("h.tickets", 12_000, TICKET, tickets, 20)
                .inWindows("h.other", 12_000, TICKET, tickets, 20)
                .inWindows("h.few", 12_000, TICKET, few, 20)
                .inWindows("h.askers", 6_000, List.of("id bigint", "plan string"), askers, 10)
                .counted("h.tickets", new Pushdown(12_000L, List.of(), null))
                .counted("h.other", new Pushdown(12_000L, List.of(), null))
                .linked("h.askers", new LinkedKeys(ColumnRef.parse("h.tickets.asker"), "id", 600))
                .sampled("f.rows", 12_000, TICKET, tickets)
                .sampled("f.latest", 12_000, TICKET, tickets)
                .latest("f.latest")
                .whole("h.all", TICKET, tickets.toArray(Object[][]::new));
        TestPilot pilot = new TestPilot();
        SQL.forEach(pilot::metric);
        Measurement.measure(pilot.build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {})
                .metrics()
                .forEach(result -> results.put(result.metric().sql(), result));
    }

    private static final String MEAN = "SELECT avg(minutes) FROM h.tickets";
    private static final String MEDIAN = "SELECT percentile_approx(minutes, 0.5) FROM h.tickets";
    private static final String SHARE =
            "SELECT 100.0 * sum(CASE WHEN solved THEN 1 ELSE 0 END) / count(*) FROM h.tickets";
    private static final String JOINED =
            "SELECT avg(t.minutes) FROM h.tickets t JOIN h.askers a ON a.id = t.asker" + " WHERE a.plan = 'gold'";
    private static final String GROUPED =
            "WITH each AS (SELECT asker, min(minutes) AS first FROM h.tickets GROUP BY asker)"
                    + " SELECT avg(first) FROM each";
    private static final String SELF =
            "SELECT avg(a.minutes - b.minutes + 5) FROM h.tickets a JOIN h.tickets b USING (id)";
    private static final String LINKED = "SELECT avg(CASE WHEN plan = 'gold' THEN 1 ELSE 0 END) FROM h.askers";
    private static final String ROWS = "SELECT avg(minutes) FROM f.rows";
    private static final String WHOLE = "SELECT avg(minutes) FROM h.all";
    private static final String LATEST = "SELECT avg(minutes) FROM f.latest";
    private static final String TOTAL = "SELECT count(*) FROM h.tickets WHERE solved";
    private static final String MOST = "SELECT max(minutes) FROM h.tickets";
    private static final String DISTINCT = "SELECT count(DISTINCT asker) FROM h.tickets";
    private static final String FEW = "SELECT avg(minutes) FROM h.few";
    private static final String APART = "SELECT avg(a.minutes) FROM h.tickets a JOIN h.other b ON a.id = b.id";
    private static final String APART_OUTER =
            "SELECT avg(a.minutes) FROM h.tickets a LEFT JOIN h.other b ON a.id = b.id";
    private static final String APART_GROUPS = "SELECT avg(b.n) FROM h.tickets a JOIN"
            + " (SELECT asker, count(*) AS n FROM h.other GROUP BY asker) b ON a.asker = b.asker";
    private static final String TWICE = "SELECT avg(m) FROM (SELECT minutes AS m FROM h.tickets UNION ALL"
            + " SELECT minutes + 1 FROM h.tickets WHERE solved)";
    private static final String BESIDE =
            "SELECT avg(m) FROM (SELECT minutes AS m FROM h.tickets UNION ALL SELECT 2 * minutes FROM h.other)";
    private static final String UNCOUNTED =
            "SELECT avg(m) FROM (SELECT minutes AS m FROM h.tickets UNION ALL SELECT minutes FROM f.rows)";
    private static final String BESIDE_WHOLE =
            "SELECT avg(m) FROM (SELECT minutes AS m FROM h.tickets UNION ALL SELECT minutes FROM h.all)";
    private static final String NEXT = "SELECT avg(gap) FROM (SELECT abs(t.minutes - lag(t.minutes)"
            + " OVER (PARTITION BY a.id ORDER BY t.id)) AS gap FROM h.tickets t JOIN h.askers a ON a.id = t.asker)";
    private static final String RANKED = "SELECT avg(minutes) FROM (SELECT minutes, row_number()"
            + " OVER (PARTITION BY solved ORDER BY id) AS n FROM h.tickets) WHERE n < 500";
    private static final String ONE = "SELECT minutes FROM h.tickets WHERE id = 7";
    private static final String SUBQUERY =
            "SELECT avg(minutes) FROM h.tickets WHERE minutes > (SELECT avg(minutes) FROM h.tickets)";
    private static final String NARROW = "SELECT avg(minutes) FROM h.tickets WHERE id < 15";
    private static final String MISSING = "SELECT avg(t.minutes) FROM h.all a LEFT JOIN h.tickets t ON a.id = t.id";
    private static final List<String> SQL = List.of(
            MEAN,
            MEDIAN,
            SHARE,
            JOINED,
            GROUPED,
            SELF,
            LINKED,
            ROWS,
            WHOLE,
            LATEST,
            TOTAL,
            MOST,
            DISTINCT,
            FEW,
            APART,
            ONE,
            SUBQUERY,
            NARROW,
            MISSING,
            APART_OUTER,
            APART_GROUPS,
            TWICE,
            BESIDE,
            UNCOUNTED,
            BESIDE_WHOLE,
            NEXT,
            RANKED);

    @Test
    void givesAnIntervalToWhateverIsTheSameOfFewRowsAsOfMany() {
        for (String sql : List.of(MEAN, MEDIAN, SHARE, JOINED, GROUPED, LINKED, ROWS, APART, TWICE, BESIDE, NEXT)) {
            MetricResult result = results.get(sql);
            assertThat(result.unsure()).as(sql).isNull();
            assertThat(result.interval()).as(sql).isNotNull();
            assertThat(result.interval().low()).as(sql).isLessThan(result.baseline());
            assertThat(result.interval().high()).as(sql).isGreaterThan(result.baseline());
        }
        // Of 1,200 whole numbers from 5 to 24: 2.09 standard errors of 5.77 / √1,200, to either side, less a tenth
        // read.
        double width = results.get(MEAN).interval().high()
                - results.get(MEAN).interval().low();
        assertThat(width).isBetween(0.4, 1.0);
        assertThat(results.get(SHARE).interval().low()).isBetween(64.0, 69.0);
    }

    @Test
    void tellsWhetherTheTargetIsMetOnlyWhereTheWholeIntervalSays() {
        // The target of each is at most 10.
        assertThat(results.get(MEAN).targetMet()).isFalse();
        assertThat(results.get(LINKED).targetMet()).isTrue();
        assertThat(results.get(GROUPED).interval().low()).isGreaterThan(10);
        assertThat(results.get(GROUPED).targetMet()).isFalse();
        assertThat(results.get(TOTAL).targetMet()).isNull();
        assertThat(results.get(TOTAL).undecided()).isTrue();
    }

    @Test
    void isExactWhereEveryRowWasRead() {
        assertThat(results.get(WHOLE).interval()).isNull();
        assertThat(results.get(WHOLE).unsure()).isNull();
        assertThat(results.get(WHOLE).fromSample()).isFalse();
        assertThat(results.get(WHOLE).targetMet()).isFalse();
    }

    @Test
    void saysWhyThereIsNoInterval() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(LATEST, "it is of the latest rows of 'f.latest' alone");
        reasons.put(TOTAL, "it is a total, which grows with the rows read");
        reasons.put(MOST, "'max' of some of the rows tells nothing certain of all");
        reasons.put(DISTINCT, "how many different values there are cannot be told from some of the rows");
        reasons.put(FEW, "100 rows in 5 windows of 'h.few' are too few to tell");
        reasons.put(APART_OUTER, "the query joins the sampled rows as what may be missing");
        reasons.put(APART_GROUPS, "the query joins groups of rows of tables that were sampled apart");
        reasons.put(
                UNCOUNTED, "the query puts rows of tables beside each other of which other shares may have been read");
        reasons.put(BESIDE_WHOLE, "the query puts sampled rows beside others");
        reasons.put(RANKED, "a window function looks at rows that were not all read together");
        reasons.put(ONE, "the query has no aggregate over all rows");
        reasons.put(SUBQUERY, "the query asks the sampled rows in a subquery");
        reasons.put(NARROW, "too few of the rows read are what it asks for");
        reasons.put(MISSING, "the query joins the sampled rows as what may be missing");
        reasons.put(SELF, "the rows read show no difference from which to tell it");

        reasons.forEach((sql, reason) -> {
            assertThat(results.get(sql).error()).as(sql).isNull();
            assertThat(results.get(sql).interval()).as(sql).isNull();
            assertThat(results.get(sql).unsure()).as(sql).isEqualTo(reason);
        });
    }
}
