package dev.dayone.readiness.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The cases of {@code expectations/corpus.yaml}, all in one scan. */
@NullUnmarked
class CorpusTest {
    private static final TableRef TABLE = TableRef.parse("crm.deals");

    @TempDir
    static Path folder;

    record Case(String type, Map<String, Object> kwargs, Map<String, Object> expected) {
        @Override
        public String toString() {
            return type + " " + kwargs;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> corpus() {
        InputStream text = Objects.requireNonNull(CorpusTest.class.getResourceAsStream("/expectations/corpus.yaml"));
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(text);
    }

    @SuppressWarnings("unchecked")
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        ((Map<String, List<Map<String, Object>>>) corpus().get("cases"))
                .forEach((type, some) ->
                        some.forEach(one -> cases.add(new Case(type, (Map<String, Object>) one.get("kwargs"), one))));
        return cases;
    }

    @SuppressWarnings("unchecked")
    private Beside snapshot() {
        Map<String, Object> table = (Map<String, Object>) corpus().get("table");
        List<String> columns = (List<String>) table.get("columns");
        List<ColumnInfo> infos = columns.stream().map(SnapshotFixture::column).toList();
        Object[][] rows = ((List<List<Object>>) table.get("rows"))
                .stream()
                        .map(row -> {
                            Object[] values = new Object[row.size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = value(row.get(i), infos.get(i).type());
                            }
                            return values;
                        })
                        .toArray(Object[][]::new);
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole(TABLE.toString(), columns, rows)
                .whole("crm.others", columns, rows)
                .whole("crm.none", columns);
        SparkEngine engine = SparkEngine.shared(fixture.workspace());
        return new Beside(
                engine,
                new SnapshotReader(engine, fixture.snapshot(), fixture.workspace()).tables(),
                ref -> TableSelection.DEFAULT,
                ref -> new Earlier.Seen("20260101-000000-0000", 6L));
    }

    private static Object value(Object written, ColumnType type) {
        if (written == null) {
            return null;
        }
        return switch (type.kind()) {
            case BIGINT -> Long.valueOf(written.toString());
            case DOUBLE -> Double.valueOf(written.toString());
            case DATE -> Date.valueOf(written.toString());
            default -> written.toString();
        };
    }

    @TestFactory
    Stream<DynamicTest> answersAsIsKnown() {
        List<Case> cases = cases();
        Beside beside = snapshot();
        SnapshotTable table = beside.tables().get(TABLE);
        Checks checks = new Checks(
                table,
                cases.stream()
                        .map(one -> new Expectation(one.type(), one.kwargs(), Severity.MAJOR, Map.of()))
                        .toList(),
                TableSelection.DEFAULT,
                beside);
        List<ProfiledColumn> profile = ColumnarProfiler.profile(table, checks.uniqueness());
        List<CheckResult> results = checks.run(
                profile,
                Collections.nCopies(profile.size(), new Decision(Visibility.SHOWN, "a test")),
                key -> "hashed");
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            CheckResult result = results.get(i);
            tests.add(DynamicTest.dynamicTest(one.toString(), () -> isAsExpected(one, result)));
        }
        return tests.stream();
    }

    private static void isAsExpected(Case one, CheckResult result) {
        Object reason = one.expected().get("reason");
        if (reason != null) {
            assertThat(result.verdict()).isEqualTo(CheckVerdict.NO_ANSWER);
            assertThat(result.error()).contains(reason.toString()).doesNotContain("\n");
            return;
        }
        assertThat(result.error()).isNull();
        assertThat(result.verdict())
                .as("observed " + result.observed())
                .isEqualTo(CheckVerdict.valueOf(one.expected().get("verdict").toString()));
        assertThat(String.valueOf(result.unexpectedCount()))
                .isEqualTo(String.valueOf(one.expected().get("unexpected")));
    }

    @Test
    void everyExpectationHasACaseThatPassesOneThatFailsAndOneWithoutAnAnswer() {
        Map<String, TreeSet<String>> kinds = new TreeMap<>();
        cases().forEach(one -> kinds.computeIfAbsent(one.type(), type -> new TreeSet<>())
                .add(String.valueOf(one.expected().getOrDefault("verdict", "NO_ANSWER"))));
        assertThat(kinds.keySet()).containsExactlyElementsOf(new TreeSet<>(Expectations.types()));
        assertThat(kinds.values())
                .allSatisfy(verdicts -> assertThat(verdicts).containsExactly("FAIL", "NO_ANSWER", "PASS"));
    }
}
