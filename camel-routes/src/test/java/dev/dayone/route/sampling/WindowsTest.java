package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot says which of its rows were drawn together. */
final class WindowsTest {
    private static final TableRef TOKENS = new TableRef("shop", "tokens");
    private static final TableRef TICKETS = new TableRef("shop", "tickets");
    private static final TableRef USERS = new TableRef("shop", "users");

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE windows");
        Postgres.run(
                "windows",
                "CREATE TABLE tokens (id uuid PRIMARY KEY, v int, body text)",
                "INSERT INTO tokens SELECT CAST(md5(CAST(i AS text)) AS uuid), i, repeat('x', i % 200) FROM"
                        + " generate_series(1, 20000) i",
                "ANALYZE tokens",
                "CREATE ROLE windows LOGIN PASSWORD 'w'",
                "GRANT SELECT (id, v) ON tokens TO windows",
                // Without statistics the key's range is drawn from, else the server would draw blocks.
                "CREATE TABLE tickets (id bigint PRIMARY KEY, requester text) WITH (autovacuum_enabled = false)",
                "INSERT INTO tickets SELECT i, 'User ' || (i * 7919) % 30011 FROM generate_series(1, 40000) i",
                "CREATE TABLE users (name text PRIMARY KEY, twice int) WITH (autovacuum_enabled = false)",
                "INSERT INTO users SELECT 'User ' || i, i * 2 FROM generate_series(0, 30010) i");
    }

    private static Map<String, String> strings(String sql) {
        Map<String, String> found = new HashMap<>();
        try (Connection connection =
                        Postgres.server().getDatabase("postgres", "windows").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static TableManifest manifest(Snapshot snapshot, TableRef table) {
        return Objects.requireNonNull(snapshot.manifest().table(table));
    }

    private static Windows of(List<Integer> windows) {
        Map<Integer, Integer> rows = new TreeMap<>();
        windows.forEach(window -> rows.merge(window, 1, Integer::sum));
        return Windows.of(List.copyOf(rows.values()));
    }

    /** Whether each window holds all rows of one thing, and of no other. */
    private static void assertSame(List<Integer> windows, List<?> things) {
        Set<List<?>> pairs = new HashSet<>();
        for (int i = 0; i < windows.size(); i++) {
            pairs.add(List.of(windows.get(i), things.get(i)));
        }
        assertThat(pairs).hasSize(new HashSet<>(windows).size()).hasSize(new HashSet<>(things).size());
    }

    @Test
    void blocksAreTheServersOwn() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot(source("windows", Map.of("tokens", sample(SampleMethod.RANDOM, 3_000)))));
        Map<String, String> blocks = strings("SELECT id, split_part(CAST(ctid AS text), ',', 1) FROM tokens");
        List<Integer> windows = SnapshotRows.windows(runs.workspace(), snapshot, TOKENS);
        List<String> drawn = runs.rows(snapshot, TOKENS).stream()
                .map(row -> Objects.requireNonNull(blocks.get(String.valueOf(row.get("id")))))
                .toList();
        assertThat(drawn).hasSize(3_000);
        assertSame(windows, drawn);
        assertThat(manifest(snapshot, TOKENS).windows()).isEqualTo(of(windows));
        assertThat(manifest(snapshot, TOKENS).info().columns())
                .extracting("name")
                .containsExactly("id", "v", "body");
    }

    @Test
    void rowsThatDoNotTellTheirBlockAreKnownByWhenTheyCame() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot(source(
                "windows",
                Map.of("tokens", sample(SampleMethod.RANDOM, 3_000)),
                "username",
                "windows",
                "password",
                "w")));
        assertThat(manifest(snapshot, TOKENS).info().columns())
                .extracting("name")
                .containsExactly("id", "v");
        Windows windows = Objects.requireNonNull(manifest(snapshot, TOKENS).windows());
        assertThat(windows.number()).isBetween(6, 12);
        assertThat(windows.together(manifest(snapshot, TOKENS).sampledRows())).isBetween(250.0, 400.0);
    }

    @Test
    void windowsOfKeysAreKnownThoughTheKeyIsDropped() {
        Runs runs = new Runs(folder, 0);
        TableSelection keyless = new TableSelection(
                new Sample(SampleMethod.RANDOM, 6_000, null), Set.of(), Set.of(), Set.of(), Set.of("id"), false);
        Snapshot snapshot =
                runs.run(pilot(Postgres.with(source("windows", Map.of("tickets", keyless)), Postgres.SMALL_PAGES)));
        Map<String, String> ids = strings("SELECT requester, min(id) FROM tickets GROUP BY 1 HAVING count(*) = 1");
        List<Integer> windows = SnapshotRows.windows(runs.workspace(), snapshot, TICKETS);
        assertThat(manifest(snapshot, TICKETS).windows()).isEqualTo(of(windows));
        assertThat(windows).hasSize(6_000);
        assertThat(of(windows).number()).isBetween(120, 124);
        Map<Integer, Set<Long>> found = new HashMap<>();
        List<Map<String, @Nullable Object>> rows = runs.rows(snapshot, TICKETS);
        for (int i = 0; i < rows.size(); i++) {
            String id = ids.get(String.valueOf(rows.get(i).get("requester")));
            if (id != null) {
                found.computeIfAbsent(windows.get(i), none -> new HashSet<>()).add(Long.parseLong(id));
            }
        }
        assertThat(found.values()).hasSizeGreaterThan(50).allSatisfy(keys -> assertThat(
                        Collections.max(keys) - Collections.min(keys))
                .isLessThan(50));
        // In the order of the draw, which tells nothing of the keys.
        List<Long> order =
                new TreeMap<>(found).values().stream().map(Collections::min).toList();
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }

    @Test
    void rowsReadForKeysAreOfTheWindowsThatTheKeysAreOf() {
        Runs runs = new Runs(folder, 0);
        Pilot pilot = Runs.with(
                pilot(Postgres.with(
                        source(
                                "windows",
                                Map.of(
                                        "tickets", sample(SampleMethod.RANDOM, 2_000),
                                        "users", sample(SampleMethod.LINKED, 5_000))),
                        Postgres.SMALL_PAGES)),
                new Flow(
                        TICKETS,
                        List.of(new Link(
                                ColumnRef.parse("shop.tickets.requester"),
                                ColumnRef.parse("shop.users.name"),
                                0.9,
                                false))));
        Snapshot snapshot = runs.run(pilot);
        Map<String, Integer> first = new HashMap<>();
        List<Integer> ofTickets = SnapshotRows.windows(runs.workspace(), snapshot, TICKETS);
        List<Map<String, @Nullable Object>> tickets = runs.rows(snapshot, TICKETS);
        for (int i = 0; i < tickets.size(); i++) {
            first.putIfAbsent(String.valueOf(tickets.get(i).get("requester")), ofTickets.get(i));
        }
        List<Integer> ofUsers = SnapshotRows.windows(runs.workspace(), snapshot, USERS);
        List<Map<String, @Nullable Object>> users = runs.rows(snapshot, USERS);
        assertThat(users).hasSize(first.size()).hasSizeGreaterThan(1_500);
        for (int i = 0; i < users.size(); i++) {
            assertThat(ofUsers.get(i))
                    .isEqualTo(first.get(String.valueOf(users.get(i).get("name"))));
        }
        assertThat(manifest(snapshot, USERS).windows()).isEqualTo(of(ofUsers));
    }

    @Test
    void rowsThatWereNotDrawnHaveNoWindows() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot(source(
                "windows",
                Map.of("tokens", sample(SampleMethod.LATEST, 500), "tickets", sample(SampleMethod.RANDOM, 50_000)))));
        assertThat(manifest(snapshot, TOKENS).windows()).isNull();
        assertThat(manifest(snapshot, TICKETS).whole()).isTrue();
        assertThat(manifest(snapshot, TICKETS).windows()).isNull();
    }
}
