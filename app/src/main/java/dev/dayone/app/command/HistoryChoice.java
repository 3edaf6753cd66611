package dev.dayone.app.command;

import dev.dayone.connector.Placeholders;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.history.HistoryPlace;

/** Where a pilot's history is kept. */
final class HistoryChoice {
    private HistoryChoice() {}

    static HistoryPlace of(PilotFile file, Workspace workspace) {
        return HistoryPlace.of(
                Placeholders.resolved("history", file.pilot().history().parameters(), file.folder()), workspace);
    }
}
