package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers that are lower on weekends, day by day. */
class WeeklyDriftTest {
    private static final int DAYS = 60;
    private static final int NUMBERS = 20;

    @Test
    void ordinaryWeekendsRaiseHardlyAnyAlarm() {
        int alarms = 0;
        int judged = 0;
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            LocalDate start = LocalDate.of(2026, 1, 1).plusDays(seed); // on each weekday
            List<Drift.Day> runs = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                Drift.Day now = day(random, start.plusDays(day), 1);
                if (day >= 7) {
                    judged++;
                    alarms += new Drift(runs, 7).of(now).isEmpty() ? 0 : 1;
                }
                runs.add(now);
            }
        }
        assertThat(judged).isEqualTo(30 * (DAYS - 7));
        assertThat((double) alarms / judged).isLessThanOrEqualTo(0.02);
    }

    @Test
    void aWorkdayThatFallsToAWeekendsLevelIsFound() {
        LocalDate tuesday = LocalDate.of(2026, 3, 3);
        int found = 0;
        int blind = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<Drift.Day> runs = before(tuesday, seed);
            Drift.Day fallen = day(new Random(1_000 + seed), tuesday, 0.62);
            List<Finding> drifted = new Drift(runs, 7).of(fallen);
            found += drifted.stream().anyMatch(finding -> finding.place().equals("t0")) ? 1 : 0;
            // The same numbers, told of no weekday.
            List<Drift.Day> alike = runs.stream()
                    .map(run -> new Drift.Day(DayOfWeek.MONDAY, run.measures()))
                    .toList();
            blind += new Drift(alike, 7)
                            .of(new Drift.Day(DayOfWeek.MONDAY, fallen.measures())).stream()
                                    .anyMatch(finding -> finding.place().equals("t0"))
                    ? 1
                    : 0;
        }
        assertThat(found).isEqualTo(20);
        assertThat(blind).isZero();
    }

    @Test
    void aWeekendThatFallsIsFoundAndSaysWhatIsUsualOnSuchADay() {
        LocalDate sunday = LocalDate.of(2026, 3, 8);
        List<Finding> drifted = new Drift(before(sunday, 5), 7).of(day(new Random(9), sunday, 0.6));
        assertThat(drifted).hasSize(1);
        assertThat(drifted.get(0).title()).startsWith("t0: rows is 3,").endsWith(" on Sundays");
        assertThat(drifted.get(0).evidence().get(0)).endsWith("in 8 earlier snapshots on Sundays");
    }

    @Test
    void weekdaysThatDoNotDifferAreNotToldApart() {
        List<Usual.Past> before = new ArrayList<>();
        Random random = new Random(2);
        for (int day = 0; day < DAYS; day++) {
            before.add(new Usual.Past(DayOfWeek.of(day % 7 + 1), 100 + random.nextGaussian()));
        }
        assertThat(Usual.on(DayOfWeek.SUNDAY, before).weekday()).isNull();
        assertThat(Usual.on(DayOfWeek.SUNDAY, before).same()).hasSize(DAYS);
    }

    @Test
    void aWeekdayThatWasSeenTooSeldomIsHeldAgainstAllDays() {
        List<Usual.Past> before = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            before.add(new Usual.Past(DayOfWeek.of(day % 7 + 1), day % 7 > 4 ? 50 : 100));
        }
        // Two Sundays and three Mondays.
        assertThat(Usual.on(DayOfWeek.SUNDAY, before).weekday()).isNull();
        assertThat(Usual.on(DayOfWeek.MONDAY, before).mean()).isEqualTo(100);
    }

    private static List<Drift.Day> before(LocalDate day, int seed) {
        Random random = new Random(seed);
        List<Drift.Day> runs = new ArrayList<>();
        for (int back = DAYS; back > 0; back--) {
            runs.add(day(random, day.minusDays(back), 1));
        }
        return runs;
    }

    /** Rows, and shares that know of no weekday; {@code of}: what is left of the first number. */
    private static Drift.Day day(Random random, LocalDate date, double of) {
        boolean weekend = date.getDayOfWeek().getValue() > 5;
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            double rows = (weekend ? 6_000 : 10_000) * (1 + 0.03 * random.nextGaussian());
            measures.add(exact("t" + i, Quantity.ROWS, Math.rint(i == 0 ? rows * of : rows)));
            measures.add(exact("t" + i + ".c", Quantity.COMPLETENESS, 0.9 + 0.01 * random.nextGaussian()));
        }
        return new Drift.Day(date.getDayOfWeek(), measures);
    }

    private static Measure exact(String place, Quantity quantity, double value) {
        return new Measure(place, quantity, value, new Interval(value, value), 1_000);
    }
}
