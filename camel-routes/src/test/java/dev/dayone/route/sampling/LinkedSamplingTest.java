package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that the flow leads to are read for the keys sampled before. */
final class LinkedSamplingTest {
    private static final TableRef TICKETS = new TableRef("shop", "tickets");
    private static final TableRef USERS = new TableRef("shop", "users");
    private static final TableRef TEAMS = new TableRef("shop", "teams");
    private static final TableRef CONTACTS = new TableRef("crm", "contacts");

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE flow", "CREATE DATABASE flowcrm");
        Postgres.run(
                "flow",
                "CREATE TABLE tickets (id int PRIMARY KEY, requester_id int, ref text)",
                // One requester in ten is no user's; each third ticket has none.
                "INSERT INTO tickets SELECT i, CASE WHEN i % 3 > 0 THEN i * 2 + CASE WHEN i % 10 = 1 THEN 1 ELSE 0 END"
                        + " END, 'k' || i FROM generate_series(1, 6000) i",
                "CREATE TABLE users (id int PRIMARY KEY, email text, team int, boss int, nick text)",
                "INSERT INTO users SELECT i * 2, 'User' || i || '@Example.com ', i % 50, (i * 7) % 12000 + 2, 'k' || i"
                        + " FROM generate_series(1, 6000) i",
                "CREATE INDEX ON users (team)",
                "CREATE TABLE teams (id int PRIMARY KEY, lead int)",
                "INSERT INTO teams SELECT i, i * 2 FROM generate_series(0, 3000) i",
                "CREATE TABLE bare (requester_id int, note text)",
                "INSERT INTO bare SELECT i * 2, 'x' FROM generate_series(1, 3000) i, generate_series(1, 2)",
                "CREATE INDEX ON bare (requester_id)",
                "ANALYZE");
        Postgres.run(
                "flowcrm",
                "CREATE TABLE contacts (id int PRIMARY KEY, email text)",
                // Each user's contact stands twice, in lower case and trimmed.
                "INSERT INTO contacts SELECT i * 2 + j, 'user' || i || '@example.com' FROM generate_series(1, 5000) i,"
                        + " generate_series(0, 1) j",
                "CREATE INDEX ON contacts (email)",
                "ANALYZE");
    }

    private static TableSelection linked(long rows) {
        return sample(SampleMethod.LINKED, rows);
    }

    private static Link link(String from, String to) {
        return new Link(ColumnRef.parse(from), ColumnRef.parse(to), 0.9, false);
    }

    private static Source shop(Map<String, TableSelection> tables) {
        return Postgres.with(source("flow", new LinkedHashMap<>(tables)), Postgres.SMALL_PAGES);
    }

    private static Source crm() {
        Source source = source("flowcrm", Map.of("contacts", linked(9_000)));
        return new Source("crm", source.connector(), source.parameters(), Postgres.SMALL_PAGES, source.tables(), true);
    }

    private static Pilot flow(List<Link> links, Source... sources) {
        return Runs.with(pilot(sources), new Flow(TICKETS, links));
    }

    private static TableManifest manifest(Snapshot snapshot, TableRef table) {
        return Objects.requireNonNull(snapshot.manifest().table(table));
    }

    private static Set<String> values(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream()
                .filter(row -> row.get(column) != null)
                .map(row -> String.valueOf(row.get(column)))
                .collect(Collectors.toSet());
    }

    @Test
    void joinsOnSampleAreThoseOfWholeTables() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(flow(
                List.of(link("shop.tickets.requester_id", "shop.users.id")),
                shop(Map.of("tickets", sample(SampleMethod.LATEST, 900), "users", linked(3_000)))));
        Set<String> keys = values(runs.rows(snapshot, TICKETS), "requester_id");
        assertThat(keys).hasSize(600);
        Set<String> there =
                keys.stream().filter(key -> Integer.parseInt(key) % 2 == 0).collect(Collectors.toSet());
        assertThat(there).hasSizeBetween(500, 599);
        assertThat(values(runs.rows(snapshot, USERS), "id")).isEqualTo(there);
        TableManifest users = manifest(snapshot, USERS);
        assertThat(users.used()).isEqualTo(SampleMethod.LINKED);
        assertThat(users.note()).isEqualTo("the rows that the sampled keys of shop.tickets.requester_id lead to");
        assertThat(users.linked())
                .containsExactly(new LinkedKeys(ColumnRef.parse("shop.tickets.requester_id"), "id", 600));
        assertThat(users.sampledRows()).isEqualTo(there.size());
    }

    @Test
    void flowIsFollowedAcrossSourcesWithNearMissesAndDuplicates() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.users.id"),
                        link("shop.users.email", "crm.contacts.email")),
                crm(),
                shop(Map.of("tickets", sample(SampleMethod.LATEST, 3_000), "users", linked(4_000)))));
        Set<String> wanted = values(runs.rows(snapshot, USERS), "email").stream()
                .map(email -> email.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(email -> Integer.parseInt(email.replaceAll("\\D", "")) <= 5_000)
                .collect(Collectors.toSet());
        List<Map<String, @Nullable Object>> contacts = runs.rows(snapshot, CONTACTS);
        assertThat(values(contacts, "email")).isEqualTo(wanted).hasSizeGreaterThan(500);
        assertThat(contacts).hasSize(wanted.size() * 2).extracting("id").doesNotHaveDuplicates();
        assertThat(manifest(snapshot, CONTACTS).linked()).hasSize(1);
    }

    @Test
    void hashedAndDroppedColumnsStillLead() {
        Runs runs = new Runs(folder, 0);
        TableSelection users = new TableSelection(
                new Sample(SampleMethod.LINKED, 4_000, null), Set.of(), Set.of(), Set.of("email"), Set.of(), false);
        TableSelection tickets = new TableSelection(
                new Sample(SampleMethod.LATEST, 3_000, null),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("requester_id"),
                false);
        Snapshot snapshot = runs.run(flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.users.id"),
                        link("shop.users.email", "crm.contacts.email")),
                shop(Map.of("tickets", tickets, "users", users)),
                crm()));
        assertThat(runs.rows(snapshot, TICKETS).get(0)).containsOnlyKeys("id", "ref");
        assertThat(values(runs.rows(snapshot, USERS), "email")).allMatch(email -> email.matches("[0-9a-f]{32}"));
        assertThat(manifest(snapshot, CONTACTS).sampledRows()).isGreaterThan(1_000);
    }

    @Test
    void tableThatSeveralLinksReachHoldsEachRowOnce() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.users.id"),
                        link("shop.tickets.requester_id", "shop.users.boss"),
                        link("shop.tickets.id", "shop.users.team")),
                shop(Map.of("tickets", sample(SampleMethod.LATEST, 900), "users", linked(5_000)))));
        TableManifest users = manifest(snapshot, USERS);
        assertThat(runs.rows(snapshot, USERS)).extracting("id").doesNotHaveDuplicates();
        assertThat(users.linked()).extracting(LinkedKeys::column).containsExactly("id", "team");
        assertThat(users.note())
                .contains("no index begins with boss, so the keys of shop.tickets.requester_id were not asked for");
    }

    @Test
    void circleIsLeftOutWhereItCloses() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.users.id"),
                        link("shop.users.team", "shop.teams.id"),
                        link("shop.teams.lead", "shop.users.id")),
                shop(Map.of(
                        "tickets", sample(SampleMethod.LATEST, 900), "users", linked(4_000), "teams", linked(2_000)))));
        assertThat(manifest(snapshot, USERS).note())
                .endsWith("the keys of shop.teams.lead were not asked for, as the flow goes round in a circle there");
        assertThat(manifest(snapshot, USERS).used()).isEqualTo(SampleMethod.LINKED);
        assertThat(values(runs.rows(snapshot, TEAMS), "id")).isEqualTo(values(runs.rows(snapshot, USERS), "team"));
    }

    @Test
    void tableWithoutIndexIsDrawnInsteadOfLookedThrough() {
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(flow(
                List.of(link("shop.tickets.ref", "shop.users.nick")),
                shop(Map.of("tickets", sample(SampleMethod.LATEST, 900), "users", linked(500)))));
        TableManifest users = manifest(snapshot, USERS);
        assertThat(users.used()).isEqualTo(SampleMethod.RANDOM);
        assertThat(users.linked()).isEmpty();
        assertThat(users.note())
                .isEqualTo("no index begins with nick, so the keys of shop.tickets.ref were not asked for; one would"
                        + " allow it; rows were drawn at random");
    }

    @Test
    void tableWithoutKeyIsReadForOneLink() {
        Runs runs = new Runs(folder, 0);
        TableRef bare = new TableRef("shop", "bare");
        Snapshot snapshot = runs.run(flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.bare.requester_id"),
                        link("shop.tickets.id", "shop.bare.requester_id")),
                shop(Map.of("tickets", sample(SampleMethod.ALL, 1), "bare", linked(5_500)))));
        List<Map<String, @Nullable Object>> rows = runs.rows(snapshot, bare);
        Set<String> keys = values(runs.rows(snapshot, TICKETS), "requester_id");
        assertThat(values(rows, "requester_id")).isSubsetOf(keys);
        assertThat(rows).hasSize(values(rows, "requester_id").size() * 2).hasSizeGreaterThan(3_000);
        assertThat(manifest(snapshot, bare).linked()).hasSize(1);
    }

    @Test
    void smallTableIsReadWholeWhateverTheKeys() {
        Snapshot snapshot = new Runs(folder, 0)
                .run(flow(
                        List.of(link("shop.tickets.requester_id", "shop.users.id")),
                        shop(Map.of("tickets", sample(SampleMethod.LATEST, 900), "users", linked(6_000)))));
        assertThat(manifest(snapshot, USERS).whole()).isTrue();
    }

    @Test
    void moreRowsThanAskedForAreCutAndProveNothing() {
        TableManifest users = manifest(
                new Runs(folder, 0)
                        .run(flow(
                                List.of(link("shop.tickets.requester_id", "shop.users.id")),
                                shop(Map.of("tickets", sample(SampleMethod.LATEST, 900), "users", linked(100))))),
                USERS);
        assertThat(users.sampledRows()).isEqualTo(100);
        assertThat(users.linked()).isEmpty();
        assertThat(users.note()).endsWith("cut at 100 rows, so rows of some keys are missing");
    }

    @Test
    void keysAreSealedWhileSamplingIsHalfDoneAndThenGone() throws IOException {
        Runs runs = new Runs(folder, 0);
        Pilot pilot = flow(
                List.of(
                        link("shop.tickets.requester_id", "shop.users.id"),
                        link("shop.users.email", "crm.contacts.email")),
                shop(Map.of("tickets", sample(SampleMethod.LATEST, 3_000), "users", linked(4_000))),
                crm());
        assertThatThrownBy(() -> runs.run(pilot, new SampleListener() {
                    @Override
                    public void rows(TableRef table, long rowsSoFar) {
                        if (table.equals(CONTACTS)) {
                            runs.cancellation.cancel();
                        }
                    }
                }))
                .isInstanceOf(DayoneException.class);
        assertThat(names()).anyMatch(name -> name.startsWith("keys-")).contains("checkpoint.json");
        assertNothingPlain();
        runs.cancellation = new Cancellation();
        Set<TableRef> begun = new HashSet<>();
        Snapshot snapshot = runs.run(pilot, new SampleListener() {
            @Override
            public void planned(TableRef table, long expectedRows, SampleMethod method) {
                begun.add(table);
            }
        });
        assertThat(begun).isEmpty();
        assertThat(names()).noneMatch(name -> name.startsWith("keys-"));
        assertNothingPlain();
        Snapshot straight = new Runs(folder.resolve("straight"), 0).run(pilot);
        assertThat(manifest(snapshot, CONTACTS).sampledRows())
                .isEqualTo(manifest(straight, CONTACTS).sampledRows());
        assertThat(manifest(snapshot, CONTACTS).linked())
                .isEqualTo(manifest(straight, CONTACTS).linked());
        assertThat(runs.rows(snapshot, CONTACTS)).extracting("id").doesNotHaveDuplicates();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private void assertNothingPlain() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(Arrays.asList("@example.com", "@Example.com")).noneMatch(bytes::contains);
            }
        }
    }
}
