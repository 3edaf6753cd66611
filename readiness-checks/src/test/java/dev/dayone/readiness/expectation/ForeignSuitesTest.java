package dev.dayone.readiness.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Soda and Glue over a table with defects, a clean one and an empty one, with the answers of those tools. */
@NullUnmarked
class ForeignSuitesTest {
    private static final Path SUITES = Path.of("src/test/resources/suites");
    private static final Pattern ANSWERS = Pattern.compile("# (PASS|FAIL) (PASS|FAIL)$");
    private static final List<String> COLUMNS = List.of(
            "id bigint",
            "code string",
            "plan string",
            "amount double",
            "other double",
            "opened date",
            "closed date",
            "day string",
            "email string",
            "nothing bigint");
    private static final Object[][] DEFECTS = {
        {1L, "open", "gold", 10.0, 10.0, day("2024-01-01"), day("2024-01-05"), "2024-02-29", "a@b.de", null},
        {2L, "open", "basic", 20.0, 21.0, day("2024-01-02"), day("2024-01-01"), "2023-02-28", "b@b.de", null},
        {3L, "won", "basic", 30.0, 30.0, day("2024-01-03"), null, "28.02.2023", "c@b", null},
        {4L, "closd", "n/a", -5.0, 5.0, day("2024-01-04"), null, "2023-02-29", "d@b.de", null},
        {4L, null, "  ", null, null, day("1970-01-01"), day("1970-01-01"), "x", "e@b.de", null},
    };
    private static final Object[][] CLEAN = {
        {1L, "open", "gold", 10.0, 10.0, day("2024-01-01"), day("2024-01-05"), "2024-02-29", "a@b.de", 1L},
        {2L, "won", "basic", 20.0, 21.0, day("2024-01-02"), day("2024-01-03"), "2023-02-28", "b@b.de", 2L},
        {3L, "won", "basic", 12.0, 13.0, day("2024-01-03"), day("2024-01-04"), "2023-02-27", "c@b.de", 3L},
        {4L, "lost", "basic", 11.0, 12.0, day("2024-01-04"), day("2024-01-05"), "2023-02-26", "d@b.de", 4L},
        {5L, "lost", "gold", 20.0, 20.0, day("2024-01-05"), day("2024-01-06"), "2023-02-25", "e@b.de", 4L},
    };

    @TempDir
    private Path folder;

    private static Date day(String text) {
        return Date.valueOf(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals.yml", "deals.dqdl"})
    void answersAsTheOtherToolDoes(String suite) throws IOException {
        Map<Integer, String> defects = answers(suite, DEFECTS);
        Map<Integer, String> clean = answers(suite, CLEAN);
        List<String> lines = Files.readAllLines(SUITES.resolve(suite));
        List<String> expected = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher answers = ANSWERS.matcher(lines.get(i));
            if (answers.find()) {
                String rule = lines.get(i).substring(0, answers.start());
                expected.add(rule + answers.group(1) + " " + answers.group(2));
                given.add(rule + defects.get(i + 1) + " " + clean.get(i + 1));
            }
        }
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(given).isEqualTo(expected);
    }

    @Test
    void failsRulesOnTheValuesOfAnEmptyTableAsGlueDoes() throws IOException {
        Files.writeString(folder.resolve("one.dqdl"), "Rules = [ IsComplete \"id\" ]");
        assertThat(results(folder.resolve("one.dqdl"), new Object[0][]))
                .extracting(CheckResult::verdict)
                .containsExactly(CheckVerdict.PASS, CheckVerdict.FAIL);
    }

    @Test
    void givesNoAnswerToWhatIsNotCarried() throws IOException {
        Files.writeString(folder.resolve("one.yml"), "checks for deals:\n  - anomaly detection for row_count\n");
        assertThat(results(folder.resolve("one.yml"), CLEAN)).singleElement().satisfies(result -> {
            assertThat(result.verdict()).isEqualTo(CheckVerdict.NO_ANSWER);
            assertThat(result.error())
                    .isEqualTo("cannot be carried: it compares with earlier scans, which Soda's cloud keeps");
        });
    }

    /** A rule's answer is the worst of the checks that it became, by its line. */
    private Map<Integer, String> answers(String suite, Object[][] rows) throws IOException {
        Map<Integer, String> answers = new LinkedHashMap<>();
        for (CheckResult result : results(SUITES.resolve(suite), rows)) {
            Map<?, ?> place = (Map<?, ?>) Objects.requireNonNull(result.meta().get("suite"));
            answers.merge(
                    (Integer) place.get("line"),
                    result.verdict() + (result.error() == null ? "" : " " + result.error()),
                    (one, other) -> one.equals("PASS") ? other : one);
        }
        return answers;
    }

    private List<CheckResult> results(Path suite, Object[][] rows) throws IOException {
        Path pilots = Files.createTempDirectory(folder, "pilot");
        String name = String.valueOf(suite.getFileName());
        Files.copy(suite, pilots.resolve(name));
        Path pilot = Files.writeString(
                pilots.resolve("pilot.yaml"),
                "pilot: p\nsources: {crm: {connector: postgresql}}\nchecks: {crm.deals: " + name + "}\n");
        TableRef ref = TableRef.parse("crm.deals");
        List<Expectation> expectations =
                PilotLoader.load(pilot).pilot().checks().get(ref);
        SnapshotFixture fixture = new SnapshotFixture(pilots.resolve("workspace"))
                .whole("crm.deals", COLUMNS, rows)
                .whole("crm.plans", List.of("id bigint", "plan string", "code string"), new Object[][] {
                    {1L, "gold", "open"}, {2L, "basic", "open"}
                });
        SparkEngine engine = SparkEngine.shared(fixture.workspace());
        Beside beside =
                new Beside(engine, new SnapshotReader(engine, fixture.snapshot(), fixture.workspace()).tables());
        SnapshotTable table = beside.tables().get(ref);
        Checks checks = new Checks(table, expectations, TableSelection.DEFAULT, beside);
        List<ProfiledColumn> profile = ColumnarProfiler.profile(table, checks.uniqueness());
        return checks.run(
                profile,
                Collections.nCopies(profile.size(), new Decision(Visibility.SHOWN, "a test")),
                UnaryOperator.identity());
    }
}
