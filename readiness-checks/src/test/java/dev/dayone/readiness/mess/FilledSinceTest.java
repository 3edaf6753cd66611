package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tickets of four years, fifty a month. */
final class FilledSinceTest {
    private static final int ROWS = 2_400;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final double ROWS_A_DAY = ROWS / 1460.0;

    /** A value of a column; null: none. */
    private interface Value {
        @Nullable
        String of(int row, LocalDate created);
    }

    private static List<String> found(List<String> columns, Value... values) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            LocalDate created = FIRST.plusDays((long) (i / ROWS_A_DAY));
            @Nullable String[] row = new @Nullable String[values.length + 1];
            row[0] = created + " 08:00:00";
            for (int j = 0; j < values.length; j++) {
                row[j + 1] = values[j].of(i, created);
            }
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("created_at timestamp"));
        all.addAll(columns);
        RowPlace place = Profiles.report(TableRef.parse("desk.tickets"), all, rows);
        List<RowWatch> watches = new FilledSince().watches(place).toList();
        rows.forEach(row -> watches.forEach(watch -> watch.look(row)));
        return watches.stream()
                .flatMap(RowWatch::found)
                .map(finding -> finding.place().replaceFirst(".*\\.", "") + ": " + finding.title())
                .collect(Collectors.toList());
    }

    private static @Nullable String upTo(LocalDate last, LocalDate day, String value) {
        return day.isAfter(last) ? null : value;
    }

    @Test
    void tellsSinceWhenAFieldIsFilled() {
        assertThat(found(List.of("area string"), (i, created) -> created.getYear() < 2024 || i % 9 == 0 ? null : "x"))
                .singleElement()
                .asString()
                .startsWith("area: 1,20")
                .endsWith("filled only since 2024-01-01 by created_at.");
    }

    @Test
    void tellsUntilWhenAFieldWasFilled() {
        LocalDate last = LocalDate.of(2023, 12, 31);
        // Given up, and so is the time that was written with it.
        assertThat(found(
                        List.of("region string", "checked_at timestamp"),
                        (i, created) -> upTo(last, created, "north"),
                        (i, created) -> upTo(last, created.plusDays(10), created.plusDays(10) + " 10:00:00")))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("filled only until 2023-12-"));
    }

    @Test
    void saysNothingOfTimesThatComeLate() {
        // An inspection comes 120 days after the ticket, and still does.
        assertThat(found(
                        List.of("inspected_at timestamp"),
                        (i, created) -> upTo(TODAY, created.plusDays(120), created.plusDays(120) + " 10:00:00")))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatIsWrittenWithATimeThatComesLate() {
        assertThat(found(
                        List.of("inspected_at timestamp", "inspector string"),
                        (i, created) -> upTo(TODAY, created.plusDays(120), created.plusDays(120) + " 10:00:00"),
                        (i, created) -> upTo(TODAY, created.plusDays(120), "Bo")))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatTheNameSaysComesLate() {
        LocalDate last = LocalDate.of(2025, 9, 30);
        assertThat(found(
                        List.of("merged_by string", "resolution string", "closed_by_id bigint"),
                        (i, created) -> upTo(last, created, "bo"),
                        (i, created) -> upTo(last, created, "fixed"),
                        (i, created) -> upTo(last, created, "7")))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatFadesOut() {
        // The later a ticket came, the less of them have been sorted.
        LocalDate last = LocalDate.of(2025, 9, 30);
        assertThat(found(
                        List.of("verdict string"),
                        (i, created) -> i % 100 < 100.0 * (2_200 - i) / 1_000 && !created.isAfter(last) ? "ok" : null))
                .isEmpty();
    }
}
