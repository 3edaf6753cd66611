package dev.dayone.readiness;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class MeasurementTest {
    private static final List<String> PEOPLE = List.of(
            "id bigint",
            "name string",
            "Work E-Mail string",
            "contact string",
            "born_birth_date date",
            "plan string",
            "note string",
            "ID string");

    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();

    private SnapshotFixture people() {
        return new SnapshotFixture(folder)
                .whole(
                        "crm.contacts",
                        PEOPLE,
                        row(
                                1L,
                                "Anna Secretova",
                                "anna@secret.org",
                                "+49 151 2345678",
                                Date.valueOf("1981-02-03"),
                                "gold",
                                "call Anna on Monday at home",
                                "a"),
                        row(
                                2L,
                                "Bob Hiddenson",
                                "bob@secret.org",
                                "bob@secret.org",
                                Date.valueOf("1972-07-08"),
                                "gold",
                                "prefers mail",
                                "a"),
                        row(
                                3L,
                                "Bob Hiddenson",
                                "bob@secret.org",
                                "",
                                Date.valueOf("1990-12-30"),
                                "carla@secret.org",
                                null,
                                "b"));
    }

    @Test
    void writesNoPersonalValueAnywhere() {
        TestPilot pilot = new TestPilot()
                .check("crm.contacts", "expect_column_values_to_be_unique", Map.of("column", "Work E-Mail"))
                .check("crm.contacts", "expect_column_values_to_match_regex", Map.of("column", "name", "regex", "^x"))
                .check("crm.contacts", "expect_column_values_to_be_null", Map.of("column", "born_birth_date"))
                .check(
                        "crm.contacts",
                        "expect_column_values_to_be_in_set",
                        Map.of("column", "plan", "value_set", List.of("gold")))
                .check("crm.contacts", "expect_column_values_to_be_null", Map.of("column", "note"))
                .link("crm.contacts.name", "crm.contacts.plan", 0.9, true);

        Evidence evidence = measure(pilot, people().snapshot());

        String json = Json.write(evidence);
        assertThat(json)
                .doesNotContain("secret.org")
                .doesNotContain("Secretova")
                .doesNotContain("Hiddenson")
                .doesNotContain("2345678")
                .doesNotContain("1981")
                .doesNotContain("Monday")
                .doesNotContain("prefers mail")
                .contains("gold");
        assertThat(evidence.checks().get(0).examples().get(0).value()).isEqualTo("aaa@aaaaaa.aaa");
        assertThat(evidence.checks())
                .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(CheckVerdict.FAIL));
        assertThat(visibilities(evidence, "crm.contacts"))
                .containsExactly(
                        Visibility.SHOWN,
                        Visibility.PERSONAL,
                        Visibility.PERSONAL,
                        Visibility.PERSONAL,
                        Visibility.PERSONAL,
                        Visibility.PERSONAL,
                        Visibility.FREE_TEXT,
                        Visibility.SHOWN);
        assertThat(steps).containsExactly("profile crm.contacts 0/2", "links 1/2");
    }

    @Test
    void followsThePilotsWordOnWhatMayBeShown() {
        TestPilot pilot = new TestPilot()
                .selection(
                        "crm.contacts",
                        new TableSelection(
                                dev.dayone.pilot.Sample.DEFAULT,
                                Set.of("id"),
                                Set.of("name", "plan"),
                                Set.of("ID"),
                                Set.of(),
                                false));

        Evidence evidence = measure(pilot, people().snapshot());

        assertThat(visibilities(evidence, "crm.contacts").get(0)).isEqualTo(Visibility.PERSONAL);
        assertThat(visibilities(evidence, "crm.contacts").get(1)).isEqualTo(Visibility.SHOWN);
        assertThat(visibilities(evidence, "crm.contacts").get(7)).isEqualTo(Visibility.PERSONAL);
        // Shown or not, an address is never written out.
        assertThat(Json.write(evidence)).contains("Bob Hiddenson").doesNotContain("carla@secret.org");
    }

    @Test
    void measuresMetricsByRealNames() {
        SnapshotFixture fixture = people().sampled(
                        "crm.\"Deal \"\"x\"\"\"",
                        100,
                        List.of("sum.net decimal(10,2)", "contact id bigint"),
                        List.of(row(new java.math.BigDecimal("2.50"), 1L), row(new java.math.BigDecimal("4.50"), 2L)));
        TestPilot pilot = new TestPilot()
                .metric("SELECT count(*) FROM crm.contacts")
                .metric(
                        "SELECT sum(d.`sum.net`) / count(distinct c.id) FROM `crm`.`Deal \"x\"` d JOIN crm.contacts c ON c.id = d.`contact id`")
                .metric(
                        "WITH g AS (SELECT `ID` k, count(*) n FROM crm.contacts GROUP BY 1) SELECT max(n) FROM g WHERE k IN (SELECT `ID` FROM crm.contacts)")
                .metric(
                        "SELECT count(*) FROM crm.contacts a WHERE EXISTS (SELECT 1 FROM crm.contacts b WHERE b.plan = a.plan AND b.id <> a.id)")
                .metric("SELECT avg(contacts.id) FROM crm.contacts, LATERAL (SELECT explode(array(1, 2))) x")
                .metric("SELECT max(s) FROM (SELECT sum(`sum.net`) OVER () AS s FROM crm.`Deal \"x\"`) t")
                .metric(
                        "SELECT max(n) FROM (SELECT row_number() OVER (PARTITION BY plan ORDER BY id) n FROM crm.contacts) t");

        List<dev.dayone.pilot.report.MetricResult> results =
                measure(pilot, fixture.snapshot()).metrics();

        assertThat(results).allSatisfy(result -> assertThat(result.error()).isNull());
        assertThat(results.stream().map(dev.dayone.pilot.report.MetricResult::baseline))
                .containsExactly(3.0, 3.5, 2.0, 2.0, 2.0, 7.0, 2.0);
        assertThat(results.get(0).fromSample()).isFalse();
        assertThat(results.get(0).targetMet()).isTrue();
        assertThat(results.get(1).fromSample()).isTrue();
        assertThat(results.get(1).tables()).containsExactly("crm.\"Deal \"\"x\"\"\"", "crm.contacts");
    }

    @Test
    void measuresMetricsOfEveryFormOfSelect() {
        SnapshotFixture fixture = people().whole(
                        "f.\"t.x\"",
                        List.of("a.b bigint", "g string", "it's double"),
                        row(1L, "x", 0.5),
                        row(2L, "x", 1.5),
                        row(3L, "y", 2.5),
                        row(3L, "y", null));
        Map<String, Double> metrics = new java.util.LinkedHashMap<>();
        metrics.put("SELECT max(s) FROM (SELECT sum(`a.b`) OVER () AS s FROM f.`t.x`) t", 9.0);
        metrics.put("SELECT max(s) FROM (SELECT sum(`a.b`) OVER (PARTITION BY g) AS s FROM f.`t.x`) t", 6.0);
        metrics.put(
                "SELECT avg(d) FROM (SELECT `a.b` - lag(`a.b`) OVER (PARTITION BY g ORDER BY `a.b`) AS d FROM f.`t.x`)",
                0.5);
        metrics.put(
                "SELECT count(*) FROM (SELECT row_number() OVER w AS n FROM f.`t.x` WINDOW w AS"
                        + " (PARTITION BY g ORDER BY `a.b` DESC)) WHERE n = 1",
                2.0);
        metrics.put("SELECT max(r) FROM (SELECT rank() OVER (ORDER BY sum(`a.b`)) AS r FROM f.`t.x` GROUP BY g)", 2.0);
        metrics.put("SELECT sum(`a.b`) OVER () FROM f.`t.x` WHERE `a.b` = 1", 1.0);
        metrics.put(
                "SELECT max(s) FROM (SELECT sum(`a.b`) OVER (ORDER BY `a.b` ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"
                        + " AS s FROM f.`t.x`)",
                6.0);
        metrics.put(
                "WITH o AS (SELECT avg(`it's`) OVER (PARTITION BY g) AS m FROM f.`t.x`), p AS (SELECT * FROM o)"
                        + " SELECT max(m) FROM p",
                2.5);
        metrics.put("SELECT (SELECT max(`a.b`) FROM f.`t.x`) - (SELECT min(`a.b`) FROM f.`t.x`)", 2.0);
        metrics.put(
                "SELECT count(*) FROM f.`t.x` t WHERE `a.b` = (SELECT max(`a.b`) FROM f.`t.x` u WHERE u.g = t.g)", 3.0);
        metrics.put(
                "SELECT count(*) FROM (SELECT g FROM f.`t.x` GROUP BY g HAVING count(*) > 1 AND sum(`a.b`) > 3)", 1.0);
        metrics.put("SELECT count(*) FROM (SELECT DISTINCT g, `a.b` FROM f.`t.x`)", 3.0);
        metrics.put(
                "SELECT sum(n) FROM (SELECT `a.b` AS n FROM f.`t.x` UNION ALL SELECT 10 UNION ALL SELECT id FROM"
                        + " crm.contacts WHERE id = 1)",
                20.0);
        metrics.put("SELECT count(*) FROM (SELECT g FROM f.`t.x` UNION SELECT g FROM f.`t.x`)", 2.0);
        metrics.put(
                "SELECT count(*) FROM (SELECT g FROM f.`t.x` EXCEPT SELECT 'x' INTERSECT SELECT g FROM f.`t.x`)", 1.0);
        metrics.put("SELECT sum(e) FROM f.`t.x` LATERAL VIEW explode(array(`a.b`, 1)) v AS e", 13.0);
        metrics.put("SELECT sum(v.e) FROM f.`t.x` LATERAL VIEW OUTER posexplode(array(`a.b`)) v AS p, e", 9.0);
        metrics.put("SELECT count(*) FILTER (WHERE `it's` > 1) / count(*) FROM f.`t.x`", 0.5);
        metrics.put("SELECT percentile_approx(`it's`, 0.5) FROM f.`t.x`", 1.5);
        metrics.put("SELECT median(`t.x`.`a.b`) FROM f.`t.x`", 2.5);
        metrics.put("SELECT max(n) FROM (SELECT g, count(*) AS n FROM f.`t.x` GROUP BY ROLLUP (g))", 4.0);
        metrics.put(
                "SELECT max(n) FROM (SELECT g, `a.b`, count(*) AS n FROM f.`t.x` GROUP BY GROUPING SETS ((g), (`a.b`), ()))",
                4.0);
        metrics.put("SELECT x FROM (SELECT g, `a.b` FROM f.`t.x`) PIVOT (sum(`a.b`) FOR g IN ('x' AS x))", 3.0);
        metrics.put("SELECT count(*) FROM f.`t.x` a FULL JOIN f.`t.x` b USING (`a.b`)", 6.0);
        metrics.put("SELECT count(*) FROM f.`t.x` a, LATERAL (SELECT 1 AS y WHERE a.`a.b` > 1) l", 3.0);
        metrics.put("SELECT aggregate(collect_list(`a.b`), 0L, (s, x) -> s + x) FROM f.`t.x`", 9.0);
        metrics.put("SELECT n FROM (SELECT count(*) AS n FROM f.`t.x` GROUP BY g ORDER BY g LIMIT 1)", 2.0);
        TestPilot pilot = new TestPilot();
        metrics.keySet().forEach(pilot::metric);

        List<MetricResult> results = measure(pilot, fixture.snapshot()).metrics();

        assertThat(results).allSatisfy(result -> {
            assertThat(result.error()).as(result.metric().sql()).isNull();
            assertThat(result.baseline())
                    .as(result.metric().sql())
                    .isEqualTo(metrics.get(result.metric().sql()));
        });
    }

    @Test
    void refusesWhatAPilotMayNotAsk() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "42");
        Map<String, String> refused = new java.util.LinkedHashMap<>();
        refused.put("SELECT count(*) FROM text.`" + file + "`", "The snapshot has no table");
        refused.put("SELECT count(*) FROM parquet.`/etc/passwd`", "The snapshot has no table");
        refused.put("SELECT (SELECT count(*) FROM csv.`/etc/passwd`)", "The snapshot has no table");
        refused.put("WITH a AS (SELECT * FROM text.`/etc/passwd`) SELECT count(*) FROM a", "The snapshot has no table");
        refused.put("SELECT count(*) FROM contacts", "Write SOURCE.TABLE.");
        refused.put("SELECT count(*) FROM crm.contact", "did you mean 'crm.contacts'?");
        refused.put("SELECT reflect('java.lang.Runtime', 'getRuntime') FROM crm.contacts", "'reflect' is not allowed");
        refused.put(
                "SELECT max(java_method('java.lang.System', 'getenv', 'PATH')) FROM crm.contacts",
                "'java_method' is not allowed");
        refused.put(
                "SELECT count(*) FROM crm.contacts WHERE input_file_name() LIKE 'a%'",
                "'input_file_name' is not allowed");
        refused.put("SELECT TRANSFORM(id) USING 'cat' FROM crm.contacts", "'script transformation' is not allowed");
        refused.put("CREATE TABLE x AS SELECT 1", "is not allowed");
        refused.put("INSERT INTO crm.contacts SELECT 1", "is not allowed");
        refused.put("DROP TABLE crm.contacts", "is not allowed");
        refused.put("SET spark.sql.shuffle.partitions=1", "is not allowed");
        refused.put("ADD JAR '/tmp/x.jar'", "is not allowed");
        refused.put("SHOW TABLES", "is not allowed");
        refused.put("SELECT 1; SELECT 2", "The SQL cannot be read");
        refused.put("SELECT count(*) FROM nofunction(1)", "'nofunction' is not allowed");
        refused.put("SELEC 1", "The SQL cannot be read");
        refused.put("SELECT count(idd) FROM crm.contacts", "There is no column 'idd'; did you mean 'id'?");
        refused.put("SELECT plan FROM crm.contacts WHERE id = 1", "The query yields a string, expected one number.");
        refused.put("SELECT id FROM crm.contacts", "more than one row");
        refused.put("SELECT id FROM crm.contacts WHERE id > 5", "The query yields no row");
        refused.put("SELECT avg(id) FROM crm.contacts WHERE id > 5", "The query yields NULL");
        refused.put("SELECT id, id FROM crm.contacts", "The query yields 2 columns");
        refused.put("SELECT median(nope(id)) FROM crm.contacts", "There is no function 'nope'.");
        TestPilot pilot = new TestPilot();
        refused.keySet().forEach(pilot::metric);

        Evidence evidence = measure(pilot, people().snapshot());

        List<String> reasons = List.copyOf(refused.values());
        for (int i = 0; i < reasons.size(); i++) {
            assertThat(evidence.metrics().get(i).baseline()).isNull();
            assertThat(evidence.metrics().get(i).error())
                    .as(evidence.metrics().get(i).metric().sql())
                    .contains(reasons.get(i))
                    .doesNotContain("\n");
        }
    }

    @Test
    void aMetricDoesNotGiveAwayAValueOfAColumnThatIsNotShown() {
        String of = " FROM crm.calls";
        List<String> refused = List.of(
                "SELECT max(phone)" + of,
                "SELECT CAST(max(CAST(mail AS STRING)) AS DOUBLE)" + of,
                "SELECT sum(p + 1) FROM (SELECT phone AS p" + of + " WHERE id = 1)",
                "WITH one AS (SELECT max(phone) AS p" + of + ") SELECT p FROM one",
                "WITH one AS (SELECT max(phone) AS p" + of + ") SELECT a.p - b.p FROM one a, one b",
                "SELECT (SELECT max(phone)" + of + ") * count(*)" + of,
                "SELECT id FROM (SELECT id" + of + " WHERE id < 0 UNION ALL SELECT max(phone)" + of + ")",
                "SELECT max(e) FROM (SELECT explode(array(phone)) AS e" + of + ")",
                "SELECT max(CASE WHEN id = 1 THEN phone ELSE 0 END)" + of,
                "SELECT max(m) FROM (SELECT max(phone) OVER (PARTITION BY id) AS m" + of + ")",
                "SELECT max(m) FROM (SELECT lag(phone) OVER (ORDER BY id) AS m" + of + ")",
                "SELECT min(m) FROM (SELECT first_value(phone) OVER (ORDER BY id) + 1 AS m" + of + ")");
        List<String> allowed = List.of(
                "SELECT count(phone)" + of,
                "SELECT count(DISTINCT mail)" + of,
                "SELECT avg(length(mail))" + of,
                "SELECT sum(CASE WHEN mail LIKE '%.org' THEN 1 ELSE 0 END)" + of,
                "SELECT max(n) FROM (SELECT phone, count(*) AS n" + of + " GROUP BY phone)",
                "SELECT count(*) FROM crm.calls a JOIN crm.calls b ON a.phone = b.phone",
                "SELECT max(id)" + of + " WHERE phone > 5",
                "SELECT max(r) FROM (SELECT rank() OVER (ORDER BY phone) AS r" + of + ")",
                "SELECT max(r) FROM (SELECT dense_rank() OVER (PARTITION BY mail ORDER BY phone) AS r" + of + ")",
                "SELECT max(s) FROM (SELECT sum(id) OVER (PARTITION BY phone ORDER BY mail) AS s" + of + ")");
        TestPilot pilot = new TestPilot();
        refused.forEach(pilot::metric);
        allowed.forEach(pilot::metric);
        SnapshotFixture calls = new SnapshotFixture(folder)
                .whole(
                        "crm.calls",
                        List.of("id bigint", "phone bigint", "mail string"),
                        row(1L, 4915123456789L, "anna@x.org"),
                        row(2L, 4915123456780L, "bernd@x.org"));

        List<MetricResult> results = measure(pilot, calls.snapshot()).metrics();

        for (int i = 0; i < refused.size(); i++) {
            assertThat(results.get(i).baseline()).as(refused.get(i)).isNull();
            assertThat(results.get(i).error())
                    .as(refused.get(i))
                    .matches("The number could be a value of column '(phone|mail)'.*");
        }
        for (int i = refused.size(); i < results.size(); i++) {
            assertThat(results.get(i).error()).as(results.get(i).metric().sql()).isNull();
            assertThat(results.get(i).baseline()).isNotNull();
        }
    }

    @Test
    void saysThatTheKeyOrAFileIsNotTheRightOne() throws IOException {
        SnapshotFixture fixture = people();
        Snapshot snapshot = fixture.snapshot();
        Path table = snapshot.tableFolder(TableRef.parse("crm.contacts"));
        Path file = table.resolve(snapshot.manifest()
                .table(TableRef.parse("crm.contacts"))
                .files()
                .get(0));
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, "not parquet, not at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertUnreadable(snapshot, "damaged");
        Files.delete(file);
        assertUnreadable(snapshot, "is missing");
        Files.write(file, sound);
        String key = Files.readString(fixture.workspace().keyFile());
        Files.writeString(fixture.workspace().keyFile(), (key.startsWith("0") ? "1" : "0") + key.substring(1));
        assertUnreadable(snapshot, "is not the one that it was sealed under");
        Files.writeString(fixture.workspace().keyFile(), key);
        byte[] ring = Files.readAllBytes(fixture.workspace().keyRingFile());
        Files.delete(fixture.workspace().keyRingFile());
        WorkspaceKey.openOrCreate(fixture.workspace());
        assertUnreadable(snapshot, "the workspace's key does not open its files");
        Files.write(fixture.workspace().keyRingFile(), ring);
        assertThat(measure(new TestPilot(), snapshot).tables()).isNotEmpty();
        Files.delete(fixture.workspace().keyFile());
        assertUnreadable(snapshot, "Cannot read the workspace's key");
    }

    private void assertUnreadable(Snapshot snapshot, String message) {
        assertThatThrownBy(() -> measure(new TestPilot(), snapshot))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SNAPSHOT_UNREADABLE))
                .hasMessageContaining(message);
    }

    private Evidence measure(TestPilot pilot, Snapshot snapshot) {
        return Measurement.measure(
                pilot.build(),
                snapshot,
                new dev.dayone.pilot.snapshot.Workspace(folder),
                (step, done, total) -> steps.add(step + " " + done + "/" + total));
    }

    private static List<Visibility> visibilities(Evidence evidence, String table) {
        return evidence.tables().get(TableRef.parse(table)).columns().stream()
                .map(ColumnReport::visibility)
                .toList();
    }
}
