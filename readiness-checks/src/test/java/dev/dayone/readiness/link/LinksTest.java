package dev.dayone.readiness.link;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
@ParameterizedClass
@ValueSource(longs = {LinksTest.BY_A_JOB, LinksTest.HERE})
class LinksTest {
    static final long BY_A_JOB = -1;
    static final long HERE = Long.MAX_VALUE;

    @TempDir
    static Path folder;

    private static Map<TableRef, SnapshotTable> tables;
    private final Links links;
    private final boolean here;

    LinksTest(long fewRows) {
        links = new Links(tables, fewRows);
        here = fewRows == HERE;
    }

    @BeforeAll
    static void writeTables() {
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole(
                        "desk.users",
                        List.of("id bigint", "email string", "account decimal(12,2)", "none string"),
                        row(1L, "a@x.org", new BigDecimal("7.00"), null),
                        row(2L, "A@x.org ", new BigDecimal("8.50"), null),
                        row(3L, " b@x.org", null, " "),
                        row(4L, "gone@y.net", new BigDecimal("10.00"), null),
                        row(5L, "gone@y.net", null, null),
                        row(6L, "  ", null, null),
                        row(7L, null, null, null))
                .whole(
                        "crm.contacts",
                        List.of("mail string", "account string"),
                        row("a@x.org", "7"),
                        row("b@x.org", "8.5"),
                        row("c@x.org", "010"),
                        row("c@x.org", null))
                .sampled("crm.some", 1000, List.of("mail string"), List.of(row("a@x.org"), row("b@x.org")))
                .sampled(
                        "desk.some",
                        1000,
                        List.of("mail string"),
                        List.of(row("a@x.org"), row("a@x.org"), row("b@x.org"), row("nobody")))
                .sampled("crm.reached", 1000, List.of("mail string"), List.of(row("a@x.org"), row("b@x.org")))
                .linked("crm.reached", keys("desk.some.mail"), keys("desk.users.email"))
                .sampled(
                        "crm.twice",
                        1000,
                        List.of("mail string"),
                        List.of(row("a@x.org"), row("b@x.org"), row("b@x.org")))
                .linked("crm.twice", keys("desk.some.mail"))
                .sampled("crm.counted", 1000, List.of("mail string"), List.of(row("a@x.org"), row("b@x.org")))
                .linked("crm.counted", keys("desk.some.mail"))
                .counted("crm.counted", mails(900, 900))
                .sampled("crm.uncounted", 1000, List.of("mail string"), List.of(row("a@x.org"), row("b@x.org")))
                .linked("crm.uncounted", keys("desk.some.mail"))
                .counted("crm.uncounted", mails(900, 899))
                .sampled("crm.keyed", 1000, List.of("mail string"), List.of(row("a@x.org"), row("b@x.org")))
                .linked("crm.keyed", keys("desk.some.mail"))
                .keyed("crm.keyed", "mail");
        List<Object[]> mails = new java.util.ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            boolean orphan = i / 50 % 20 == 7;
            mails.add(row(orphan ? "gone" : "a@x.org", i % 20 == 7 ? "gone" : i % 3 == 0 ? null : "b@x.org"));
        }
        fixture.inWindows("desk.windows", 1_000_000, List.of("together string", "apart string"), mails, 50);
        tables = new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables();
    }

    @Test
    void keysThatAreMissingTogetherTellLess() {
        LinkResult together = one("desk.windows.together", "crm.contacts.mail", 0.9, false);
        LinkResult apart = one("desk.windows.apart", "crm.contacts.mail", 0.9, false);

        assertThat(together.matched()).isEqualTo(4_750);
        assertThat(together.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(together.interval().low()).isBetween(0.85, 0.9);
        assertThat(together.rowsToDecide()).isGreaterThan(5_000);
        // Where a job joins large tables, nobody counts by window: the worst is taken.
        assertThat(apart.verdict()).isEqualTo(here ? CheckVerdict.PASS : CheckVerdict.UNDETERMINED);
    }

    @Test
    void countsMatchesOrphansAndWhatCleaningGains() {
        LinkResult result = one("desk.users.email", "crm.contacts.mail", 0.9, true);

        assertThat(result.error()).isNull();
        assertThat(result.rows()).isEqualTo(7);
        assertThat(result.nullKeys()).isEqualTo(2);
        assertThat(result.matched()).isEqualTo(1);
        assertThat(result.matchRate()).isEqualTo(0.2);
        assertThat(result.interval()).isEqualTo(new Interval(0.2, 0.2));
        assertThat(result.orphanKeys()).isEqualTo(3);
        assertThat(result.orphanShapes())
                .containsExactlyInAnyOrder(
                        new ValueCount("a@a.aaa ", 1), new ValueCount(" a@a.aaa", 1), new ValueCount("aaaa@a.aaa", 1));
        assertThat(result.cleaners())
                .containsExactly(new LinkResult.Cleaner("trim", 2), new LinkResult.Cleaner("trim and lower case", 3));
        assertThat(result.repeatedKeys()).isEqualTo(1);
        assertThat(result.unreferencedKeys()).isEqualTo(2);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAIL);
        assertThat(result.toWhole()).isTrue();
    }

    @Test
    void bringsNumbersAndNumericTextTogether() {
        LinkResult result = one("desk.users.account", "crm.contacts.account", 0.6, true);

        assertThat(result.nullKeys()).isEqualTo(4);
        assertThat(result.matched()).isEqualTo(2);
        assertThat(result.orphanKeys()).isEqualTo(1);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.PASS);
    }

    @Test
    void treatsAMissOnASampledSideAsNoProof() {
        LinkResult result = one("desk.users.email", "crm.some.mail", 0.9, false);
        assertThat(result.toWhole()).isFalse();
        assertThat(result.interval()).isEqualTo(new Interval(0.2, 1));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(one("desk.users.email", "crm.some.mail", 0.2, false).verdict())
                .isEqualTo(CheckVerdict.PASS);
        assertThat(one("desk.users.email", "crm.some.mail", 0.2, true).verdict())
                .isEqualTo(CheckVerdict.UNDETERMINED);
    }

    @Test
    void carriesAnIntervalWhereTheDrivingSideIsASample() {
        LinkResult result = one("desk.some.mail", "crm.contacts.mail", 0.9, false);
        assertThat(result.matched()).isEqualTo(3);
        assertThat(result.interval().low()).isBetween(0.30, 0.31);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(result.rowsToDecide()).isBetween(10L, 100L);
        assertThat(one("desk.some.mail", "crm.contacts.mail", 0.99, true).verdict())
                .isEqualTo(CheckVerdict.FAIL);
    }

    @Test
    void aMissOnASideReadForTheKeysIsProof() {
        LinkResult result = one("desk.some.mail", "crm.reached.mail", 0.999, false);

        assertThat(result.toWhole()).isTrue();
        assertThat(result.toByKeys()).isTrue();
        assertThat(result.unreferencedKeys()).isNull();
        assertThat(result.interval().high()).isLessThan(0.999);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAIL);
        assertThat(one("desk.some.mail", "crm.some.mail", 0.999, false).verdict())
                .isEqualTo(CheckVerdict.UNDETERMINED);
    }

    @Test
    void aSideReadForOtherKeysProvesNothing() {
        LinkResult result = one("crm.contacts.mail", "crm.reached.mail", 0.99, false);

        assertThat(result.toWhole()).isFalse();
        assertThat(result.toByKeys()).isTrue();
        assertThat(result.unreferencedKeys()).isNull();
        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
    }

    @Test
    void uniqueKeysOfASideReadForKeysAreProvedForThoseKeysAlone() {
        assertThat(one("desk.users.email", "crm.reached.mail", 0.1, true).verdict())
                .as("every key of the driving side was looked up")
                .isEqualTo(CheckVerdict.PASS);
        assertThat(one("desk.some.mail", "crm.reached.mail", 0.1, true).verdict())
                .as("a sample of them was")
                .isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(one("desk.some.mail", "crm.twice.mail", 0.1, true))
                .extracting(LinkResult::verdict, LinkResult::repeatedKeys)
                .containsExactly(CheckVerdict.FAIL, 1L);
    }

    @Test
    void whatTheSourceCountsOrGuardsDecidesUniqueness() {
        assertThat(one("desk.some.mail", "crm.counted.mail", 0.1, true))
                .extracting(LinkResult::verdict, LinkResult::toUnique)
                .containsExactly(CheckVerdict.PASS, true);
        assertThat(one("desk.some.mail", "crm.uncounted.mail", 0.1, true))
                .extracting(LinkResult::verdict, LinkResult::toUnique)
                .containsExactly(CheckVerdict.FAIL, false);
        assertThat(one("desk.some.mail", "crm.keyed.mail", 0.1, true))
                .extracting(LinkResult::verdict, LinkResult::toUnique)
                .containsExactly(CheckVerdict.PASS, true);
    }

    @Test
    void givesNoAnswerWhereThereIsNothingToJoin() {
        List<LinkResult> results = links.measure(List.of(
                link("desk.users.mail", "crm.contacts.mail", 0.9, false),
                link("desk.users.email", "crm.contact.mail", 0.9, false),
                link("desk.users.none", "crm.contacts.mail", 0.9, false),
                link("desk.users.id", "desk.users.id", 1, true)));

        assertThat(results.get(0).error()).isEqualTo("Table 'desk.users' has no column 'mail'; did you mean 'email'?");
        assertThat(results.get(1).error())
                .isEqualTo("The snapshot has no table 'crm.contact'; did you mean 'crm.contacts'?");
        assertThat(results.get(2).error()).isEqualTo("No row of 'desk.users' has a key in 'none'.");
        assertThat(results.subList(0, 3))
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(CheckVerdict.NO_ANSWER));
        assertThat(results.get(3).verdict()).isEqualTo(CheckVerdict.PASS);
        assertThat(results.get(3).matched()).isEqualTo(7);
    }

    private LinkResult one(String from, String to, double coverage, boolean unique) {
        return links.measure(List.of(link(from, to, coverage, unique))).get(0);
    }

    private static LinkedKeys keys(String from) {
        return new LinkedKeys(ColumnRef.parse(from), "mail", 3);
    }

    private static Pushdown mails(long present, long distinct) {
        return new Pushdown(1000L, List.of(new Pushdown.Distinct(List.of("mail"), present, distinct)), null);
    }

    private static Link link(String from, String to, double coverage, boolean unique) {
        return new Link(ColumnRef.parse(from), ColumnRef.parse(to), coverage, unique);
    }
}
