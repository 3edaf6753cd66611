package dev.dayone.readiness.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.TextBatch;
import dev.dayone.readiness.profile.TextState;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final Random random = new Random(7);
    private final List<KeyColumns> tables = new ArrayList<>();

    /** A table that is put together column by column. */
    private final class Table {
        private final TableRef ref;
        private final List<ColumnInfo> infos = new ArrayList<>();
        private final List<ProfiledColumn> profiles = new ArrayList<>();
        private List<String> key = List.of();
        private long rows;
        private long all;

        Table(String ref) {
            this.ref = TableRef.parse(ref);
        }

        Table key(String... names) {
            key = List.of(names);
            return this;
        }

        Table of(long rowsOfSource) {
            all = rowsOfSource;
            return this;
        }

        Table texts(String name, List<String> values) {
            TextState state = (TextState) ColumnState.of(ColumnType.STRING, ColumnState.Request.USUAL);
            TextBatch batch = new TextBatch();
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                int at = batch.append(bytes.length);
                System.arraycopy(bytes, 0, batch.array(), at, bytes.length);
            }
            state.add(batch);
            return add(name, ColumnType.STRING, state, values.size());
        }

        Table numbers(String name, List<Long> values) {
            NumberState state = (NumberState) ColumnState.of(ColumnType.BIGINT, ColumnState.Request.USUAL);
            state.add(values.stream().mapToLong(Long::longValue).toArray(), null, values.size());
            return add(name, ColumnType.BIGINT, state, values.size());
        }

        private Table add(String name, ColumnType type, ColumnState state, int count) {
            infos.add(new ColumnInfo(name, type.toString(), type, true));
            profiles.add(state.finish(NOW));
            rows = count;
            return this;
        }

        void done() {
            TableManifest manifest = new TableManifest(
                    new TableInfo(ref.table(), "table", infos, key, all == 0 ? rows : all),
                    new Sample(SampleMethod.ALL, Math.max(1, rows), null),
                    all == 0 ? SampleMethod.ALL : SampleMethod.RANDOM,
                    null,
                    rows,
                    all == 0,
                    ref.table(),
                    List.of(),
                    List.of(),
                    NOW,
                    NOW);
            SnapshotTable table = new SnapshotTable(ref, manifest, () -> {
                throw new IllegalStateException("Nobody reads rows.");
            });
            tables.add(KeyColumns.of(table, profiles));
        }
    }

    private static <T> List<T> rows(int count, IntFunction<T> value) {
        return IntStream.range(0, count).mapToObj(value).toList();
    }

    private <T> List<T> drawn(int count, List<T> from) {
        return rows(count, i -> from.get(random.nextInt(from.size())));
    }

    private List<Long> numbersWithHoles(int count, double holes) {
        List<Long> numbers = new ArrayList<>();
        for (long next = 1; numbers.size() < count; next++) {
            if (random.nextDouble() >= holes) {
                numbers.add(next);
            }
        }
        return numbers;
    }

    private List<DiscoveredLink> found(Link... asked) {
        return Discovery.find(tables, AllValues.UNKNOWN, List.of(asked));
    }

    private List<String> pairs() {
        return found().stream()
                .map(link -> link.link().from() + " -> " + link.link().to())
                .sorted()
                .toList();
    }

    @Test
    void findsReferencesByUuidsWhateverTheNames() {
        List<String> ids = rows(3000, i -> new UUID(random.nextLong(), random.nextLong()).toString());
        new Table("a.x").texts("c1", ids).done();
        new Table("b.y").texts("c7", drawn(9000, ids)).done();

        List<DiscoveredLink> found = found();

        assertThat(found).singleElement().satisfies(link -> {
            assertThat(link.link().from()).isEqualTo(ColumnRef.parse("b.y.c7"));
            assertThat(link.link().to()).isEqualTo(ColumnRef.parse("a.x.c1"));
            assertThat(link.link().coverage()).isGreaterThanOrEqualTo(0.95);
            assertThat(link.proved()).isTrue();
            assertThat(link.evidence()).contains("more than chance would have");
        });
    }

    @Test
    void findsReferencesToNumbersWithHoles() {
        List<Long> ids = numbersWithHoles(4000, 0.1);
        new Table("s.t1").numbers("f1", ids).done();
        new Table("s.t2").numbers("f2", drawn(8000, ids)).done();

        assertThat(pairs()).containsExactly("s.t2.f2 -> s.t1.f1");
    }

    @Test
    void proposesNoNumbersThatMerelyCount() {
        new Table("s.t1").numbers("f1", rows(5000, i -> i + 1L)).done();
        new Table("s.t2").numbers("f1", rows(3000, i -> i + 1L)).done();
        new Table("s.t3")
                .numbers("quantity", rows(9000, i -> 1L + random.nextInt(100)))
                .numbers("score", rows(9000, i -> 1L + random.nextInt(2900)))
                .done();

        assertThat(pairs()).isEmpty();
    }

    @Test
    void takesNumbersThatCountWhereTheNameSaysSo() {
        new Table("s.tickets").key("id").numbers("id", rows(5000, i -> i + 1L)).done();
        new Table("s.agents").key("id").numbers("id", rows(300, i -> i + 1L)).done();
        new Table("s.comments")
                .numbers("ticket_id", rows(9000, i -> 1L + random.nextInt(5000)))
                .numbers("ticket_count", rows(9000, i -> 1L + random.nextInt(200)))
                .done();

        assertThat(pairs()).containsExactly("s.comments.ticket_id -> s.tickets.id");
        assertThat(found().get(0).evidence()).contains("the names say so");
    }

    @Test
    void takesNumbersThatBeginAndEndWhereOneKeyAloneDoes() {
        new Table("s.people").key("id").numbers("id", rows(300, i -> 101L + i)).done();
        new Table("s.places")
                .key("id")
                .numbers("id", rows(2000, i -> 1001L + i))
                .done();
        new Table("s.deals")
                .numbers("owner", rows(6000, i -> 101L + random.nextInt(300)))
                .done();

        assertThat(pairs()).containsExactly("s.deals.owner -> s.people.id");
    }

    @Test
    void namesTheKeyAndNotItsOtherReferences() {
        List<String> ids = rows(2000, i -> String.format(Locale.ROOT, "TK-%06d", i * 7));
        List<String> rated = new ArrayList<>(ids.subList(0, 900));
        Collections.shuffle(rated, random);
        new Table("s.tickets").texts("id", ids).done();
        new Table("s.ratings").key("ticket").texts("ticket", rated).done();
        new Table("s.comments").texts("ticket", drawn(5000, ids)).done();

        assertThat(pairs()).containsExactly("s.comments.ticket -> s.tickets.id", "s.ratings.ticket -> s.tickets.id");
    }

    @Test
    void findsKeysAcrossSystemsThatAreOftenWrittenOtherwise() {
        List<String> mails = rows(4000, i -> "person" + random.nextInt(1 << 30) + "@mail.example");
        new Table("crm.contacts").texts("email", mails).done();
        new Table("desk.users")
                .texts(
                        "login",
                        rows(
                                3000,
                                i -> i % 3 == 0
                                        ? "other" + i + "@else.example"
                                        : i % 3 == 1 ? mails.get(i).toUpperCase(Locale.ROOT) : mails.get(i)))
                .done();

        assertThat(pairs()).containsExactly("desk.users.login -> crm.contacts.email");
    }

    @Test
    void isNotMisledByReferencesThatLeadNowhere() {
        List<Long> ids = numbersWithHoles(200, 0.25);
        List<Long> references = new ArrayList<>(drawn(6000, ids));
        for (int i = 0; i < 60; i++) {
            references.set(i * 100, 100_000L + i * 13L);
        }
        new Table("s.t1").numbers("f1", ids).done();
        new Table("s.t2").numbers("f2", references).done();

        assertThat(pairs()).containsExactly("s.t2.f2 -> s.t1.f1");
    }

    @Test
    void saysThatWhatWasReadInPartIsNotProved() {
        List<String> ids = rows(4000, i -> new UUID(random.nextLong(), random.nextLong()).toString());
        new Table("a.x").of(16_000).texts("id", ids.subList(0, 1000)).done();
        new Table("a.y").texts("ref", drawn(2000, ids)).done();

        assertThat(found()).singleElement().satisfies(link -> {
            assertThat(link.proved()).isFalse();
            assertThat(link.interval()).isNull();
            assertThat(link.evidence()).contains("no more than a part was read");
        });
    }

    @Test
    void isNotMisledByNumbersThatWereDrawnTogether() {
        List<Long> windows = new ArrayList<>();
        for (long window = 0; window < 10; window++) {
            for (long i = 0; i < 200; i++) {
                windows.add(window * 1000 + i + 1);
            }
        }
        new Table("s.activities").key("id").of(10_000).numbers("id", windows).done();
        new Table("s.agents").key("id").numbers("id", rows(150, i -> 7011L + i)).done();
        new Table("s.calls")
                .numbers("minutes", rows(900, i -> 1L + random.nextInt(180)))
                .done();

        assertThat(pairs()).isEmpty();
    }

    @Test
    void leavesOutWhatThePilotNamesInEitherDirection() {
        List<String> ids = rows(1000, i -> new UUID(random.nextLong(), random.nextLong()).toString());
        new Table("a.x").texts("id", ids).done();
        new Table("a.y").texts("ref", drawn(3000, ids)).done();
        ColumnRef from = ColumnRef.parse("a.y.ref");
        ColumnRef to = ColumnRef.parse("a.x.id");

        assertThat(found(new Link(from, to, 1, false))).isEmpty();
        assertThat(found(new Link(to, from, 1, false))).isEmpty();
    }

    @Test
    void joinsNoAttributesThatLookAlike() {
        List<String> cities = List.of("Oslo", "Rome", "Paris", "Vienna", "Berlin", "Madrid", "Lisbon", "Prague");
        new Table("a.offices")
                .texts("city", cities)
                .numbers("seats", rows(8, i -> 10L * i))
                .done();
        new Table("a.people")
                .texts("name", rows(500, i -> "Person " + i))
                .texts("born", rows(500, i -> "19" + (50 + i % 50) + "-01-" + (10 + i % 19)))
                .numbers("salary", rows(500, i -> 1000L + random.nextInt(90_000)))
                .done();
        new Table("b.orders")
                .texts("buyer", rows(800, i -> "Person " + (10_000 + i)))
                .numbers("cents", rows(800, i -> 1000L + random.nextInt(90_000)))
                .done();

        assertThat(pairs()).isEmpty();
    }

    @Test
    void comparesFewReferencesWithEveryKeyOfALargeTable() {
        List<String> ids = rows(50_000, i -> new UUID(random.nextLong(), random.nextLong()).toString());
        List<String> references = drawn(40, ids);
        new Table("a.x").texts("id", ids).done();
        new Table("a.y").texts("ref", references).done();
        AllValues.Hashes all = new AllValues.Hashes();
        ids.forEach(all::add);

        assertThat(Discovery.find(tables, AllValues.UNKNOWN, List.of())).isEmpty();
        assertThat(Discovery.find(tables, column -> column.column().equals("id") ? all : null, List.of()))
                .singleElement()
                .satisfies(link -> assertThat(link.shared())
                        .isEqualTo(references.stream().distinct().count()));
    }

    @Test
    void toleratesEmptyTablesAndEmptyColumns() {
        new Table("a.none").texts("id", List.of()).done();
        new Table("a.one").numbers("id", List.of(1L)).done();
        new Table("a.blank").texts("id", rows(100, i -> "")).done();

        assertThat(pairs()).isEmpty();
    }
}
