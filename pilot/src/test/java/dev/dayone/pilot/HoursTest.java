package dev.dayone.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void allowsHoursOfOneDay() {
        Hours hours = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 30), BERLIN);

        assertThat(hours.allow(Instant.parse("2026-01-10T07:59:59Z"))).isFalse();
        assertThat(hours.allow(Instant.parse("2026-01-10T08:00:00Z"))).isTrue();
        assertThat(hours.allow(Instant.parse("2026-01-10T16:29:59Z"))).isTrue();
        assertThat(hours.allow(Instant.parse("2026-01-10T16:30:00Z"))).isFalse();
    }

    @Test
    void allowsHoursOverMidnightInSummerTimeToo() {
        Hours hours = new Hours(LocalTime.of(20, 0), LocalTime.of(6, 0), BERLIN);

        assertThat(hours.allow(Instant.parse("2026-07-10T17:59:00Z"))).isFalse();
        assertThat(hours.allow(Instant.parse("2026-07-10T18:00:00Z"))).isTrue();
        assertThat(hours.allow(Instant.parse("2026-07-11T03:59:00Z"))).isTrue();
        assertThat(hours.allow(Instant.parse("2026-07-11T04:00:00Z"))).isFalse();
    }
}
