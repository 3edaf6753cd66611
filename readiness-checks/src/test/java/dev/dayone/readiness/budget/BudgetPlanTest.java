package dev.dayone.readiness.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BudgetPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final ColumnRef CREATED = ColumnRef.parse("helpdesk.tickets.created_at");

    @Test
    void countsTheRecordsOfTheLastThreeFullMonths() {
        // December, January, February hold 310, 620 and 560; what is left of March is not counted.
        TableReport whole = table(
                SampleMethod.ALL,
                9_999L,
                9_999,
                days(List.of(
                        new ValueCount("2025-11-03", 77),
                        new ValueCount("2025-12-31", 310),
                        new ValueCount("2026-01-01", 600),
                        new ValueCount("2026-01-31", 20),
                        new ValueCount("2026-02-28", 560),
                        new ValueCount("2026-03-02", 9_000))));

        BudgetReport report = report(whole, line("3"), null);

        BudgetReport.Volume volume =
                Objects.requireNonNull(report.lines().get(0).volume());
        assertThat(volume.months()).containsExactly("2025-12", "2026-01", "2026-02");
        assertThat(volume.records()).isCloseTo(1490 / 3.0, within(1e-9));
        assertThat(volume.interval()).isNull();
        // 0.01 for each of three calls, and 60 fixed
        assertThat(report.monthly()).isEqualByComparingTo("74.90");
        assertThat(report.interval()).isNull();
        assertThat(report.projection()).hasSize(12).allSatisfy(month -> assertThat(month.cost())
                .isEqualByComparingTo("74.90"));
        assertThat(report.passed()).isNull();
    }

    @Test
    void scalesASampleToAllRowsWithAnInterval() {
        TableReport sampled = table(SampleMethod.RANDOM, 100_000L, 10_000, monthly(12, month -> 100));

        BudgetReport report = report(sampled, line(null), null);

        BudgetReport.Volume volume =
                Objects.requireNonNull(report.lines().get(0).volume());
        assertThat(volume.records()).isCloseTo(1_000, within(1e-6));
        Interval interval = Objects.requireNonNull(volume.interval());
        assertThat(interval.low()).isBetween(850.0, 950.0);
        assertThat(interval.high()).isBetween(1_050.0, 1_150.0);
        Interval cost = Objects.requireNonNull(report.interval());
        assertThat(cost.low()).isCloseTo(60 + interval.low() * 0.01, within(0.01));
        assertThat(cost.high()).isCloseTo(60 + interval.high() * 0.01, within(0.01));
    }

    @Test
    void isLessSureOfRowsThatWereDrawnTogether() {
        TableReport sampled = table(SampleMethod.RANDOM, 100_000L, 10_000, monthly(12, month -> 100));

        Interval apart = interval(new BudgetPlan(Map.of(CREATED.tableRef(), sampled), table -> 1, NOW));
        Interval together = interval(new BudgetPlan(Map.of(CREATED.tableRef(), sampled), table -> 200, NOW));

        assertThat(together.high() - together.low()).isGreaterThan(3 * (apart.high() - apart.low()));
    }

    @Test
    void tellsGrowthFromMonthsThatGrowAndNoneFromMonthsThatSwing() {
        TableReport grown = table(SampleMethod.ALL, 1L, 1, monthly(12, month -> (int) (1000 * Math.pow(1.05, month))));
        BudgetReport growing = report(grown, line(null), null);

        assertThat(growing.lines().get(0).growth()).isCloseTo(0.05, within(0.002));
        assertThat(growing.lines().get(0).growthBasis()).isEqualTo("the trend of 12 months");
        BigDecimal first = growing.projection().get(0).cost().subtract(new BigDecimal(60));
        BigDecimal last = growing.projection().get(11).cost().subtract(new BigDecimal(60));
        assertThat(last.doubleValue() / first.doubleValue()).isCloseTo(Math.pow(1.05, 11), within(0.05));

        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Long> rows = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                rows.add(Math.round(1_000 * Math.exp(0.1 * random.nextGaussian())));
            }
            alarms += Trend.of(rows).growth() == 0 ? 0 : 1;
        }
        assertThat(alarms).isBetween(1, 20); // 5 % of 200 are 10
    }

    @Test
    void takesTheGrowthThatThePilotNamesAndSaysWhenTheLimitIsPassed() {
        TableReport whole = table(SampleMethod.ALL, 1L, 1, monthly(4, month -> 10_000));

        BudgetReport report = report(whole, line(null), new BigDecimal("0.10"));

        // 100 × 1.1^k + 60 is over 300 from the tenth month on.
        assertThat(report.passed()).isEqualTo("2027-01");
        assertThat(report.lines().get(0).growthBasis()).isEqualTo("as the pilot says");
    }

    @Test
    void saysWhyALineCannotBeMeasured() {
        assertThat(error(null)).isEqualTo("the snapshot has no table 'helpdesk.tickets'");
        assertThat(error(table(SampleMethod.ALL, 5L, 5, null)))
                .isEqualTo("'helpdesk.tickets.created_at' is no time that is shown");
        assertThat(error(table(SampleMethod.LATEST, 500L, 50, monthly(12, month -> 100))))
                .contains("was not read at random");
        assertThat(error(table(SampleMethod.ALL, 5L, 5, days(List.of(new ValueCount("2019-01-01", 5))))))
                .isEqualTo("'helpdesk.tickets.created_at' has no record in the last 3 full months that were read");
        assertThat(report(null, line(null), null).monthly()).isNull();
    }

    private static @Nullable String error(@Nullable TableReport table) {
        return report(table, line(null), null).lines().get(0).error();
    }

    private static Interval interval(BudgetPlan plan) {
        return Objects.requireNonNull(plan.of(budget(line(null), null)).interval());
    }

    private static BudgetReport report(@Nullable TableReport table, Budget.Line line, @Nullable BigDecimal growth) {
        return new BudgetPlan(table == null ? Map.of() : Map.of(CREATED.tableRef(), table), ref -> 1, NOW)
                .of(budget(line, growth));
    }

    private static Budget budget(Budget.Line line, @Nullable BigDecimal growth) {
        return new Budget(
                "EUR",
                new BigDecimal(300),
                List.of(line, new Budget.Line("hosting", null, null, new BigDecimal(60))),
                growth);
    }

    private static Budget.Line line(@Nullable String perRecord) {
        return new Budget.Line(
                "calls",
                new BigDecimal("0.01"),
                null,
                null,
                CREATED,
                perRecord == null ? null : new BigDecimal(perRecord));
    }

    private static TimeDetail monthly(int months, IntUnaryOperator rows) {
        List<ValueCount> counts = new ArrayList<>();
        YearMonth first = YearMonth.of(2026, 2).minusMonths(months);
        for (int i = 0; i <= months; i++) {
            counts.add(new ValueCount(first.plusMonths(i).toString(), rows.applyAsInt(i)));
        }
        return days(counts);
    }

    private static TimeDetail days(List<ValueCount> counts) {
        return new TimeDetail(counts.size(), counts, List.of(), List.of(), 0, List.of(), List.of(), 0);
    }

    private static TableReport table(SampleMethod method, Long rows, long looked, @Nullable TimeDetail times) {
        ColumnProfile profile = new ColumnProfile(
                looked,
                0,
                0,
                looked,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new ColumnDetail(new ColumnDetail.Accuracy(0, 0, 0, 0), null, null, times));
        return new TableReport(
                rows,
                looked,
                method == SampleMethod.ALL,
                method,
                null,
                List.of("id"),
                List.of(),
                null,
                List.of(new ColumnReport(
                        "created_at", "datetime", ColumnType.TIMESTAMP, Visibility.SHOWN, "", profile)));
    }
}
