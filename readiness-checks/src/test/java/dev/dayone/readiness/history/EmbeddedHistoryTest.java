package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedHistoryTest extends HistoryContract {
    @Override
    HistoryPlace place() {
        return HistoryPlace.in(workspace());
    }

    @Test
    void isOneFileInTheWorkspace() {
        remember(place(), Reports.on("triage", 0).done());

        assertThat(folder.resolve("history.mv.db")).exists();
        assertThat(place().told()).isEqualTo(folder.resolve("history.mv.db").toString());
    }

    @Test
    void saysSoWhenItsFileIsDamaged() throws IOException {
        Files.writeString(folder.resolve("history.mv.db"), "no database");

        assertThatThrownBy(() -> RunHistory.open(place()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageStartingWith("Cannot open history '" + folder.resolve("history.mv.db") + "'");
    }

    @Test
    void keepsNoValueOfAHiddenColumn() throws IOException {
        try (RunHistory history = RunHistory.open(place())) {
            history.remember(
                    Reports.on("triage", 0)
                            .column("secret", "integer")
                            .mean(987.125)
                            .done(),
                    dev.dayone.pilot.History.DEFAULT,
                    workspace(),
                    findings -> findings);
            assertThat(history.run(history.runs().get(0)).measures())
                    .filteredOn(measure -> measure.place().equals("desk.tickets.secret"))
                    .extracting(Measure::quantity)
                    .containsExactly(Quantity.COMPLETENESS, Quantity.DISTINCT_SHARE);
        }
    }

    @Test
    void worksInAFolderWithAnOddName() throws IOException {
        folder = Files.createDirectories(Path.of(folder.toString(), "b c=d 'x'"));
        remember(place(), Reports.on("triage", 0).done());
        assertThat(remember(place(), Reports.on("triage", 1).done()).since()).isNotNull();
        assertThat(folder.resolve("history.mv.db")).exists();
    }

    @Test
    void saysSoWhereH2CannotReadThePath() {
        folder = folder.resolve("a;b");
        assertThatThrownBy(() -> RunHistory.open(place()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("a semicolon in its path");
    }
}
