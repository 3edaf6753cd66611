package dev.dayone.readiness.link.agree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.pilot.report.Agreement.Shift;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.wording.AgreementWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ClockJudgeTest {
    private static final long HOUR = 3_600_000;
    private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private final Random random = new Random(7);

    /** Moments all over a year, to the second. */
    private long[] moments(int rows) {
        return LongStream.range(0, rows)
                .map(i -> START + i * (365 * 24 * HOUR / rows) / 1000 * 1000 + random.nextInt(40_000) * 1000L)
                .toArray();
    }

    private static long[] each(long[] times, LongUnaryOperator change) {
        return LongStream.of(times).map(change).toArray();
    }

    private static TimePairs.Place place(String ref, ColumnType type, String sourceType) {
        ColumnRef column = ColumnRef.parse(ref);
        return new TimePairs.Place(column, new ColumnInfo(column.column(), sourceType, type, true));
    }

    private static TimePairs.Place time(String ref) {
        return place(ref, ColumnType.TIMESTAMP, "timestamptz");
    }

    private static TimePairs.Place day(String ref) {
        return place(ref, ColumnType.DATE, "date");
    }

    private static Optional<Clock> judged(TimePairs.Place from, TimePairs.Place to, long[] mine, long[] theirs) {
        boolean alike = Names.moment(from.ref().table(), from.ref().column())
                .equals(Names.moment(to.ref().table(), to.ref().column()));
        boolean oneSource = from.ref().source().equals(to.ref().source());
        return ClockJudge.of(
                new TimePairs(from, to, new TimePairs.Kinship(alike, oneSource, true), mine, theirs),
                (hits, rows) -> new Interval((double) hits / rows, (double) hits / rows));
    }

    private static Optional<Clock> alike(long[] mine, long[] theirs) {
        return judged(time("crm.deals.created_at"), time("desk.orders.creationDate"), mine, theirs);
    }

    private static long local(long utc, String zone) {
        return utc
                + 1000L
                        * ZoneId.of(zone)
                                .getRules()
                                .getOffset(Instant.ofEpochMilli(utc))
                                .getTotalSeconds();
    }

    @Test
    void tellsAConstantShiftByTheHoursAndTheColumnThatKeepsNoZone() {
        long[] utc = moments(500);
        Clock clock = judged(
                        place("desk.tickets.opened", ColumnType.TIMESTAMP, "datetime"),
                        time("crm.activities.occurred_at"),
                        each(utc, time -> time + 2 * HOUR),
                        utc)
                .orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.CLOCK_SHIFT);
        assertThat(clock.shifts()).containsExactly(new Shift(7200, 500));
        assertThat(AgreementWords.clock(clock))
                .isEqualTo("In 500 of 500 matched rows desk.tickets.opened is 2 hours later than"
                        + " crm.activities.occurred_at.");
        assertThat(clock.cause())
                .isEqualTo("desk.tickets.opened (datetime) keeps no time zone: it may be a local clock's time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Europe/London", "America/New_York", "Australia/Sydney"})
    void tellsWhoseClockItIsWhereSummerTimeMakesAnHour(String zone) {
        long[] utc = moments(600);
        long[] local = each(utc, time -> local(time, zone));

        Clock ofFrom = alike(local, utc).orElseThrow();
        Clock ofTo = alike(utc, local).orElseThrow();

        assertThat(ofFrom.relation()).isEqualTo(Relation.CLOCK_SHIFT);
        assertThat(ofFrom.cause()).startsWith("crm.deals.created_at runs like the clocks of " + zone);
        assertThat(ofTo.cause()).startsWith("desk.orders.creationDate runs like the clocks of " + zone);
    }

    @Test
    void namesBothOffsetsOfAClockWithSummerTime() {
        long[] utc = moments(600);
        Clock clock =
                alike(each(utc, time -> local(time, "America/New_York")), utc).orElseThrow();

        assertThat(AgreementWords.clock(clock)).contains("is 4 hours or 5 hours earlier than");
        assertThat(clock.concerned()).isEqualTo(600);
    }

    @Test
    void findsAShiftOfSomeRowsAmongEqualOnes() {
        long[] utc = moments(1000);
        long[] mine = utc.clone();
        for (int i = 0; i < 40; i++) {
            mine[i * 25] += HOUR;
        }
        mine[1] += 17 * 60_000;
        Clock clock = alike(mine, utc).orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.CLOCK_SHIFT);
        assertThat(clock.concerned()).isEqualTo(40);
    }

    @Test
    void findsAShiftBeneathTheSecondsThatACopyTakes() {
        long[] utc = moments(500);
        Clock clock = alike(each(utc, time -> time + 2 * HOUR + random.nextInt(120_000) + 3_000), utc)
                .orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.CLOCK_SHIFT);
        assertThat(clock.shifts()).containsExactly(new Shift(7200, 500));
    }

    @Test
    void saysThatEqualTimesAreTheSameAndNoMore() {
        long[] utc = moments(300);

        Clock clock = alike(utc, utc.clone()).orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.SAME);
        assertThat(clock.concerned()).isZero();
    }

    @Test
    void takesAppointmentsThatWereMovedForNoShift() {
        long[] hours = each(moments(1000), time -> time / HOUR * HOUR);
        long[] moved = each(hours, time -> random.nextInt(10) > 0 ? time : time + (1 + random.nextInt(8)) * HOUR);

        assertThat(alike(moved, hours).map(Clock::relation)).contains(Relation.SAME);
    }

    @Test
    void findsNothingBetweenTimesThatHaveNothingInCommon() {
        long[] hours = each(moments(1000), time -> time / HOUR * HOUR);
        long[] other = each(hours, time -> time + (random.nextInt(24 * 60) - 24 * 30) * HOUR);

        assertThat(alike(hours, other)).isEmpty();
        assertThat(judged(time("crm.a.seen_at"), time("desk.b.changed_at"), hours, other))
                .isEmpty();
    }

    @Test
    void takesWhatIsPlannedFromAnotherTimeForNoShift() {
        long[] utc = moments(300);
        long[] due = each(utc, time -> time + 4 * HOUR);

        assertThat(judged(time("desk.tasks.due_at"), time("crm.deals.created_at"), due, utc))
                .isEmpty();
        assertThat(judged(time("crm.calls.called_at"), time("crm.deals.created_at"), due, utc))
                .as("within one source, by another name")
                .isEmpty();
        assertThat(judged(time("desk.calls.called_at"), time("crm.deals.created_at"), due, utc))
                .as("its control")
                .isPresent();
    }

    @Test
    void asksForEnoughRowsAndDifferentTimes() {
        long[] utc = moments(19);
        long[] one = each(moments(500), time -> START);

        assertThat(alike(each(utc, time -> time + HOUR), utc)).isEmpty();
        assertThat(alike(each(one, time -> time + HOUR), one)).isEmpty();
        assertThat(alike(new long[] {START}, new long[] {START + HOUR})).isEmpty();
        assertThat(alike(new long[0], new long[0])).isEmpty();
    }

    @Test
    void tellsDaysThatWereCutByAnotherClock() {
        long[] utc = moments(1000);
        long[] days = each(utc, time -> Math.floorDiv(time + 2 * HOUR, Moments.DAY) * Moments.DAY);
        Clock clock = judged(day("crm.deals.created_on"), time("desk.orders.created_at"), days, utc)
                .orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.DAY_SHIFT);
        assertThat(clock.concerned()).isBetween(20L, 150L);
        assertThat(clock.cause())
                .isEqualTo("crm.deals.created_on has the days of a clock 2 hours ahead of desk.orders.created_at.");
        assertThat(AgreementWords.clock(clock)).contains("is 1 day later than");
    }

    @Test
    void tellsDaysThatAreOneOff() {
        long[] days = each(moments(300), time -> Math.floorDiv(time, Moments.DAY) * Moments.DAY);
        Clock clock = judged(
                        day("crm.deals.created_on"),
                        day("desk.orders.created_on"),
                        each(days, day -> day - Moments.DAY),
                        days)
                .orElseThrow();

        assertThat(clock.shifts()).containsExactly(new Shift(-86_400, 300));
        assertThat(AgreementWords.clock(clock)).contains("is 1 day earlier than");
    }

    @Test
    void takesTheDayOfATimeForTheSameMoment() {
        long[] utc = moments(300);
        long[] days = each(utc, time -> Math.floorDiv(time, Moments.DAY) * Moments.DAY);

        assertThat(judged(day("crm.deals.created_on"), time("desk.orders.created_at"), days, utc)
                        .map(Clock::relation))
                .contains(Relation.SAME);
    }

    @Test
    void findsAColumnForTimesThatHasDaysAlone() {
        long[] utc = moments(300);
        long[] days = each(utc, time -> Math.floorDiv(time, Moments.DAY) * Moments.DAY);

        assertThat(alike(days, utc).map(Clock::relation)).contains(Relation.TIME_LOST);
    }

    @Test
    void takesDaysThatFollowEachOtherForNoShift() {
        long[] ordered = each(moments(300), time -> Math.floorDiv(time, Moments.DAY) * Moments.DAY);
        long[] shipped = each(ordered, day -> day + Moments.DAY);

        assertThat(judged(day("shop.parcels.shipped_on"), day("crm.orders.created_on"), shipped, ordered))
                .isEmpty();
    }

    @Test
    void measuresHowLongACopyTakes() {
        long[] utc = moments(1000);
        long[] copied = each(utc, time -> time + (60 + random.nextInt(7200)) * 1000L);
        Clock clock = judged(time("crm.contacts.updated_at"), time("desk.users.modified_at"), copied, utc)
                .orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.LAG);
        assertThat(clock.lag().fromFollows()).isTrue();
        assertThat(clock.lag().medianSeconds()).isBetween(3300.0, 4000.0);
        assertThat(clock.lag().within95()).isBetween(6500.0, 7260.0);
        assertThat(AgreementWords.clock(clock))
                .matches(
                        "crm.contacts.updated_at follows desk.users.modified_at in matched rows:"
                                + " half within 6\\d minutes, 95% within [12][01]\\d minutes\\.|.*half within 6\\d minutes, 95% within 2 hours\\.");
    }

    @Test
    void measuresACopyThatIsBehindInSomeRows() {
        long[] utc = moments(1000);
        long[] behind = each(utc, time -> random.nextInt(10) > 0 ? time : time - (1 + random.nextInt(90_000)) * 1000L);
        Clock clock = judged(time("crm.contacts.updated_at"), time("desk.users.updated"), behind, utc)
                .orElseThrow();

        assertThat(clock.relation()).isEqualTo(Relation.LAG);
        assertThat(clock.lag().fromFollows()).isFalse();
        assertThat(clock.concerned()).isBetween(70L, 130L);
    }

    @Test
    void takesSeveralRowsOfOneKeyForNoCopies() {
        long[] tickets = moments(250);
        long[] ticket =
                LongStream.range(0, 1000).map(i -> tickets[(int) (i / 4)]).toArray();
        long[] comment = each(ticket, time -> time + random.nextInt(200_000) * 1000L);
        TimePairs pairs = new TimePairs(
                time("desk.tickets.created_at"),
                time("crm.comments.created_at"),
                new TimePairs.Kinship(true, false, false),
                ticket,
                comment);

        assertThat(ClockJudge.of(pairs, (hits, rows) -> new Interval(0, 1))).isEmpty();
        assertThat(alike(ticket, comment).map(Clock::relation))
                .as("its control: one row a key")
                .contains(Relation.LAG);
    }

    @Test
    void takesRecordsThatWereMadeApartForNoCopies() {
        long[] utc = moments(1000);
        long[] apart =
                each(utc, time -> time + (random.nextInt(400) - 200) * 24L * HOUR + random.nextInt(50_000) * 1000L);
        long[] later = each(utc, time -> time + random.nextInt(300) * 24L * HOUR + random.nextInt(50_000) * 1000L);

        assertThat(alike(apart, utc)).isEmpty();
        assertThat(alike(later, utc)).isEmpty();
    }
}
