package dev.dayone.readiness.verdict;

import dev.dayone.pilot.snapshot.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a source could not have been changed: the rights of the account, and a write that was tried in the
 * session that read. A session that let a write through was not read-only, whatever the pilot accepts.
 */
record ReadOnlyProof(String source, Probe probe, boolean accepted) {
    private static final int NAMED = 5;
    private static final int STATEMENTS = 3;

    /** One a source, in the manifest's order. */
    static Stream<ReadOnlyProof> of(Case subject) {
        return subject.manifest().sources().entrySet().stream()
                .map(entry -> new ReadOnlyProof(
                        entry.getKey(),
                        entry.getValue().probe(),
                        subject.pilot().sources().containsKey(entry.getKey())
                                && subject.pilot().source(entry.getKey()).acceptsWritableAccount()));
    }

    /** Whether the account can change the source and the pilot does not accept that. */
    boolean writable() {
        return Boolean.TRUE.equals(probe.canWrite()) && !accepted;
    }

    /** Whether a write that was tried went through. */
    boolean carriedOut() {
        Probe.WriteAttempt attempt = probe.writeAttempt();
        return attempt != null && !attempt.refused();
    }

    /** Why the gate is closed; empty: this source does not close it. */
    List<String> closing() {
        List<String> closing = new ArrayList<>();
        if (carriedOut()) {
            closing.add(name() + "the session was not read-only: " + attempt());
        }
        if (writable()) {
            closing.add(name() + account() + "can write (" + rights() + "). " + remedy());
        }
        return closing;
    }

    /** Why the gate stays open; null: it does not for this source. */
    @Nullable
    String undecided() {
        return probe.canWrite() == null && !probe.readsOnly()
                ? name() + "what " + account() + "may do could not be told. " + attempt()
                : null;
    }

    /** What was shown. */
    String proof() {
        if (probe.canWrite() == null) {
            return name() + "what " + account() + "may do is not told; no write can be sent: " + session();
        }
        String rights =
                probe.canWrite() ? "can write (" + rights() + "); the pilot accepts it by name. " : "can only read. ";
        return name() + account() + rights + session() + " " + attempt();
    }

    /** What an administrator does about an account that can write. */
    String remedy() {
        List<String> remedies = probe.remedies();
        if (remedies.isEmpty()) {
            return "Give dayone an account that can only SELECT.";
        }
        String more =
                remedies.size() > STATEMENTS ? " and " + (remedies.size() - STATEMENTS) + " more in report.json." : "";
        return "What takes that away: "
                + String.join(
                        "; ",
                        remedies.stream()
                                .limit(STATEMENTS)
                                .map(ReadOnlyProof::bare)
                                .toList())
                + (more.isEmpty() ? "." : more);
    }

    /** The rights to write, the first few. */
    String rights() {
        List<String> rights = probe.writeRights();
        String named = String.join(", ", rights.stream().limit(NAMED).toList());
        return rights.size() > NAMED ? named + " and " + (rights.size() - NAMED) + " more" : named;
    }

    /** What became of the write that was tried. */
    String attempt() {
        Probe.WriteAttempt attempt = probe.writeAttempt();
        if (attempt == null) {
            return "No write could be tried.";
        }
        return attempt.refused()
                ? "A write that was tried was refused: " + sentence(attempt.answer())
                : "the server carried out a write that was tried (and rolled back): " + sentence(attempt.statement());
    }

    private String session() {
        return sentence(probe.readOnlySession());
    }

    private String name() {
        return "source '" + source + "': ";
    }

    private String account() {
        return "account '" + probe.account() + "' ";
    }

    private static String bare(String statement) {
        return statement.strip().replaceFirst(";$", "");
    }

    private static String sentence(String text) {
        String plain = bare(text);
        return plain.isEmpty() || plain.endsWith(".") ? plain : plain + ".";
    }
}
