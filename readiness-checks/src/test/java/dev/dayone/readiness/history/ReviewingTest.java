package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.History;
import dev.dayone.pilot.History.Incident;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.plan.Plan;
import dev.dayone.readiness.plan.Review;
import dev.dayone.readiness.plan.Review.Answer;
import dev.dayone.readiness.render.ReviewPage;
import dev.dayone.readiness.statistic.Intervals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Months of runs, held against the one from before the pilot. */
class ReviewingTest {
    private static final Metric REPLY =
            new Metric("first <reply>", "minutes", "SELECT 1", new Metric.Target(15.0, null));
    private static final Metric SOLVED = new Metric("solved", "%", "SELECT 1", new Metric.Target(null, 80.0));
    private static final Metric CALLS = new Metric("calls", "", "SELECT 1", null);

    @Test
    void saysOfEachMonthWhetherItIsBetterAndWhetherTheTargetIsMet() {
        PastRun before = run("2026-01-05", measure(REPLY, 93, 91, 95), measure(SOLVED, 60, 58, 62));
        PastRun february = run("2026-02-20", measure(REPLY, 92, 90, 94), measure(SOLVED, 50, 48, 52));
        PastRun march = run("2026-03-20", measure(REPLY, 14, 13.5, 14.5), measure(SOLVED, 79, 77, 81));

        Review review = Reviewing.of("triage", List.of(REPLY, SOLVED), before, List.of(february, march));

        assertThat(review.months()).extracting(Review.Run::month).containsExactly("2026-02", "2026-03");
        assertThat(answers(review, 0)).containsExactly(Answer.WITHIN_NOISE, Answer.BETTER);
        assertThat(answers(review, 1)).containsExactly(Answer.WORSE, Answer.BETTER);
        assertThat(review.metrics().get(0).months().get(1).targetMet()).isTrue();
        assertThat(review.metrics().get(1).months().get(1).targetMet())
                .as("inside its interval")
                .isNull();
        assertThat(page(review))
                .contains("93 minutes (95%: 91 – 95)", "14 minutes (95%: 13.5 – 14.5): better, target met")
                .contains("50% (95%: 48 – 52): worse")
                .contains("'first <reply>' has reached its target: set another, or give the pilot more records.")
                .doesNotContain("'solved' is worse than before the pilot: stop, or say why it may go on.");
    }

    @Test
    void whatNobodyKnowsIsNeitherBetterNorWorse() {
        Measure unsure = new Measure(REPLY.name(), Quantity.BASELINE, 10, Intervals.UNKNOWN, 0);
        PastRun before = run("2026-01-05", measure(REPLY, 93, 91, 95), measure(CALLS, 10, 10, 10));
        PastRun after = run("2026-02-05", unsure, measure(CALLS, 12, 12, 12));

        Review review = Reviewing.of("triage", List.of(REPLY, SOLVED, CALLS), before, List.of(after));

        assertThat(answers(review, 0)).containsExactly(Answer.UNSURE);
        assertThat(review.metrics().get(0).months().get(0).targetMet()).isNull();
        assertThat(answers(review, 1)).containsExactly(Answer.NOT_MEASURED);
        assertThat(answers(review, 2)).containsExactly(Answer.OTHER);
        assertThat(page(review))
                .contains("'solved' was not measured: mend its SQL or the data that it asks for.")
                .contains("12: other than before");
        assertThat(page(Reviewing.of("triage", List.of(REPLY), before, List.of())))
                .contains("No run was made after that of 2026-01-05: run again, and ask anew.");
    }

    @Test
    void takesTheNewestRunOfEachMonthAndLeavesIncidentsOut() {
        List<Head> runs = List.of(
                head("2026-04-20"),
                head("2026-04-02"),
                head("2026-03-31"),
                head("2026-02-01"),
                head("2026-01-05"),
                head("2026-01-01"));
        History settings = new History(
                new Parameters(Map.of()),
                List.of(
                        new Incident(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), "a load broke off"),
                        new Incident(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 4, 20), "another")),
                7);

        Head first = Reviewing.first(runs, settings);

        assertThat(first).isEqualTo(head("2026-01-05"));
        assertThat(Reviewing.months(runs, head("2026-01-05"), settings, 2))
                .containsExactly(head("2026-03-31"), head("2026-04-02"));
        assertThat(Reviewing.first(List.of(), settings)).isNull();
    }

    @Test
    void isAPageWhoseTextStaysText() {
        PastRun before = run("2026-01-05", measure(REPLY, 93, 91, 95));
        Review review = Reviewing.of("<b>pilot", List.of(REPLY), before, List.of(before));

        assertThat(ReviewPage.html(review))
                .contains("<h1>Monthly review</h1>", "first &lt;reply&gt;", "2026-01", "Content-Security-Policy")
                .doesNotContain("<reply>", "<b>");
        assertThat(ReviewPage.markdown(review))
                .contains("| Measured | Before the pilot | Target | 2026-01 |")
                .contains("first &lt;reply&gt;")
                .doesNotContain("<b>");
    }

    private static List<Answer> answers(Review review, int metric) {
        return review.metrics().get(metric).months().stream()
                .map(Review.Figure::answer)
                .toList();
    }

    private static String page(Review review) {
        List<String> cells = new ArrayList<>();
        for (Plan.Part part : review.parts()) {
            part.rows().forEach(cells::addAll);
        }
        return String.join("\n", cells);
    }

    private static Head head(String day) {
        Instant time = Instant.parse(day + "T03:00:00Z");
        return new Head("triage", "run-" + day, "snapshot-" + day, time, time, "test", "READY", "As said.");
    }

    private static PastRun run(String day, Measure... measures) {
        return new PastRun(head(day), Map.of(), List.of(), List.of(), List.of(), List.of(measures));
    }

    private static Measure measure(Metric metric, double value, double low, double high) {
        return new Measure(metric.name(), Quantity.BASELINE, value, new Interval(low, high), 0);
    }
}
