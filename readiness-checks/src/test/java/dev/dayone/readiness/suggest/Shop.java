package dev.dayone.readiness.suggest;

import static dev.dayone.readiness.SnapshotFixture.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;

/** Orders of a shop whose truth is known: drawn anew for each seed, all in the same way. */
@NullUnmarked
final class Shop {
    static final List<String> COLUMNS = List.of(
            "id bigint",
            "number string",
            "customer_id bigint",
            "email string",
            "token string",
            "state string",
            "amount double",
            "postcode string",
            "due string",
            "created_at timestamp",
            "closed_at timestamp",
            "note string",
            "nickname string");
    static final int ROWS = 1_200;
    static final int CUSTOMERS = 300;
    private static final LocalDate READ = LocalDate.of(2026, 1, 2);
    private static final List<String> STATES = List.of("open", "paid", "packed", "sent", "returned");
    private static final List<String> NICKNAMES = List.of("Zarquon", "Wowbagger", "Slartibart", "Agrajag");

    private Shop() {}

    static List<Object[]> customers() {
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < CUSTOMERS; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    /** Orders, of which a few have a broken e-mail address, and a few are closed before they were created. */
    static List<Object[]> orders(long seed) {
        Random random = new Random(seed);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            LocalDateTime created = READ.minusDays(random.nextInt(300)).atTime(random.nextInt(24), 30);
            LocalDateTime closed = random.nextInt(50) == 0 ? created.minusDays(3) : created.plusDays(random.nextInt(9));
            rows.add(row(
                    (long) i,
                    String.format(Locale.ROOT, "R-%02d%d", seed, 10_000 + i),
                    random.nextInt(40) == 0 ? null : (long) random.nextInt(CUSTOMERS),
                    random.nextInt(60) == 0 ? "nowhere" : "buyer" + random.nextInt(1_000_000) + "@kit.example",
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    STATES.get(random.nextInt(STATES.size())),
                    Math.round(100 * Math.exp(3 + random.nextGaussian())) / 100.0,
                    "" + (10_000 + random.nextInt(80_000)),
                    created.toLocalDate().plusDays(14).toString(),
                    created.toInstant(ZoneOffset.UTC),
                    random.nextInt(3) == 0 ? null : closed.toInstant(ZoneOffset.UTC),
                    "Please ring Zaphod" + random.nextInt(1_000_000) + " twice, the bell at the back door is broken",
                    NICKNAMES.get(random.nextInt(NICKNAMES.size()))));
        }
        return rows;
    }

    /** Orders of which every fifth was spoilt. */
    static List<Object[]> spoilt(long seed, Consumer<Object[]> spoil) {
        List<Object[]> rows = orders(seed);
        for (int i = 0; i < rows.size(); i += 5) {
            spoil.accept(rows.get(i));
        }
        return rows;
    }
}
