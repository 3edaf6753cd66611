package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MetricViewTest {
    private static final ColumnRef CREATED = ColumnRef.parse("helpdesk.tickets.created_at");

    @Test
    void saysHowSureAnEstimateIs() {
        MetricView view = MetricView.of(metric(false, new Interval(18, 22.5), null, null));
        assertThat(view.sure()).isEqualTo("95% sure: 18 – 22.5 minutes");
        assertThat(view.gap()).startsWith("must fall by 5 minutes");
        assertThat(view.badge().word()).isEqualTo("baseline measured");
        assertThat(view.worth()).isNull();
    }

    @Test
    void saysThatATargetInsideOfTheIntervalIsNotDecided() {
        MetricView view = MetricView.of(metric(null, new Interval(13, 22), null, null));
        assertThat(view.gap()).isEqualTo("may be met already, or not");
        assertThat(view.badge().word()).isEqualTo("not decided");
    }

    @Test
    void saysWhyThereIsNoInterval() {
        MetricView view = MetricView.of(metric(null, null, "it is a total, which grows with the rows read", null));
        assertThat(view.sure()).isEqualTo("no interval: it is a total, which grows with the rows read");
        assertThat(view.gap()).isEqualTo("cannot be told");
    }

    @Test
    void saysNothingOfABaselineFromEveryRow() {
        assertThat(MetricView.of(metric(false, null, null, null)).sure()).isNull();
    }

    @Test
    void showsTheRecordsBesideThoseThatMakeItWorthAPilot() {
        MetricResult.Volume few = new MetricResult.Volume(volume(400, null), CheckVerdict.FAIL, null);
        MetricView view = MetricView.of(metric(false, null, null, few));
        assertThat(view.worth()).isEqualTo("400 records a month, at least 500 asked: too few");
        assertThat(view.badge().word()).isEqualTo("too few records");

        MetricResult.Volume around =
                new MetricResult.Volume(volume(510, new Interval(450, 570)), CheckVerdict.UNDETERMINED, null);
        assertThat(MetricView.of(metric(false, null, null, around)).worth())
                .isEqualTo("510 records a month (95% sure: 450 – 570), at least 500 asked: not decided");

        MetricResult.Volume unknown = new MetricResult.Volume(null, CheckVerdict.NO_ANSWER, "nobody knows");
        assertThat(MetricView.of(metric(false, null, null, unknown)).worth())
                .isEqualTo("records a month could not be counted: nobody knows");
    }

    private static BudgetReport.Volume volume(double records, @Nullable Interval interval) {
        return new BudgetReport.Volume(CREATED, records, interval, List.of("2026-01"));
    }

    private static MetricResult metric(
            @Nullable Boolean met,
            @Nullable Interval interval,
            @Nullable String unsure,
            MetricResult.@Nullable Volume volume) {
        Metric metric = new Metric(
                "first reply", "minutes", "SELECT 1", new Metric.Target(15.0, null), new Metric.Worth(CREATED, 500));
        return new MetricResult(metric, 20.0, met, List.of(), interval != null, null, interval, unsure, volume);
    }
}
