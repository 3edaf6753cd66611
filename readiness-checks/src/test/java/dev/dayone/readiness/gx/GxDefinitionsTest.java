package dev.dayone.readiness.gx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.expectation.Beside;
import dev.dayone.readiness.expectation.Checks;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Great Expectations' own tests, from the clone that {@code -Ddayone.field.gx} names, asked of dayone. */
@NullUnmarked
@EnabledIfSystemProperty(named = "dayone.field.gx", matches = ".+")
class GxDefinitionsTest {
    private static final double SHARE = 0.99;

    @TempDir
    static Path folder;

    @Test
    void answersAsGreatExpectationsDoes() throws IOException {
        List<GxDefinitions.DataSet> sets = GxDefinitions.read(Path.of(System.getProperty("dayone.field.gx")));
        SnapshotFixture fixture = new SnapshotFixture(folder);
        sets.forEach(set -> set.tables()
                .forEach((name, data) ->
                        fixture.whole("gx." + name, data.columns(), data.rows().toArray(Object[][]::new))));
        SparkEngine engine = SparkEngine.shared(fixture.workspace());
        Beside beside =
                new Beside(engine, new SnapshotReader(engine, fixture.snapshot(), fixture.workspace()).tables());

        GxScore score = new GxScore();
        sets.forEach(set -> ask(set, beside, score));

        System.out.print(score.page());
        assertThat(score.share()).as(score.page()).isGreaterThanOrEqualTo(SHARE);
    }

    private static void ask(GxDefinitions.DataSet set, Beside beside, GxScore score) {
        List<GxCase> asked =
                set.cases().stream().filter(one -> one.skipped().isEmpty()).toList();
        set.cases().stream().filter(one -> !one.skipped().isEmpty()).forEach(score::skipped);
        Map<TableRef, SnapshotTable> tables = beside.tables();
        String name = set.tables().keySet().iterator().next();
        SnapshotTable table = tables.get(new TableRef("gx", name));
        Checks checks =
                new Checks(table, asked.stream().map(GxCase::expectation).toList(), TableSelection.DEFAULT, beside);
        List<ProfiledColumn> profile = ColumnarProfiler.profile(table, checks.uniqueness());
        List<CheckResult> results = checks.run(
                profile,
                Collections.nCopies(profile.size(), new Decision(Visibility.SHOWN, "a test")),
                UnaryOperator.identity());
        for (int i = 0; i < asked.size(); i++) {
            score.compared(asked.get(i), results.get(i));
        }
    }
}
