package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers the data gate: what the pilot asks of its columns, and, asked or not, that its sources are live systems attached
 * read-only, its driving table is fresh, and enough of it was read to tell shares.
 */
final class DataGate {
    /** Rows drawn one by one that tell a share within five points: 1.96² × 0.25 / 0.05². */
    static final long ENOUGH_ROWS = 385;

    private final Case subject;
    private final List<String> closed = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();

    private DataGate(Case subject) {
        this.subject = subject;
    }

    static Gate of(Case subject) {
        return new DataGate(subject).answer();
    }

    private Gate answer() {
        List<Need> needs = Need.of(subject);
        needs.stream()
                .filter(need -> need.isMissing() || need.isBlocking())
                .map(Need::sentence)
                .forEach(closed::add);
        List<CheckResult> blockers = subject.evidence().checks().stream()
                .filter(check -> check.severity() == Severity.BLOCKER)
                .toList();
        for (CheckResult check : Gates.worstFirst(blockers, Gates::share)) {
            if (check.verdict() == CheckVerdict.FAIL) {
                closed.add(Wording.check(check));
            } else if (check.verdict() != CheckVerdict.PASS) {
                open.add(Wording.check(check));
            }
        }
        live();
        readOnly();
        fresh();
        enough();
        if (needs.isEmpty() && blockers.isEmpty() && closed.isEmpty()) {
            return new Gate(
                    GateName.DATA,
                    GateVerdict.UNDETERMINED,
                    "the pilot says neither what data it needs nor what would stop it.",
                    List.of("Name columns under 'needs', or checks with severity blocker under 'checks'."));
        }
        Gate gate = Gates.answer(
                GateName.DATA,
                closed,
                open,
                Numbers.count(needs.size(), "needed column") + " and " + Numbers.count(blockers.size(), "blocker check")
                        + " hold" + Gates.ofLatest(blockers.stream().map(CheckResult::about)) + ".");
        return gate.verdict() == GateVerdict.READY ? new Gate(gate.name(), gate.verdict(), gate.reason(), holds) : gate;
    }

    private void live() {
        List<FileSource> files =
                FileSource.of(subject).stream().filter(FileSource::built).toList();
        for (FileSource source : files) {
            (source.closes() ? closed : holds).add(source.sentence());
        }
        if (files.isEmpty()) {
            holds.add("Every source that the pilot is built on is a live system.");
        }
    }

    private void readOnly() {
        List<ReadOnlyProof> proofs = ReadOnlyProof.of(subject).toList();
        for (ReadOnlyProof proof : proofs) {
            if (!proof.closing().isEmpty()) {
                closed.add("'" + proof.source() + "' is not attached read-only.");
            } else if (proof.undecided() != null) {
                open.add("whether '" + proof.source() + "' is attached read-only could not be told.");
            }
        }
        if (closed.isEmpty() && open.isEmpty()) {
            holds.add(Numbers.count(proofs.size(), "source") + " attached read-only.");
        }
    }

    private void fresh() {
        Freshness freshness = Freshness.of(subject);
        if (freshness != null) {
            List<String> lines =
                    switch (freshness.verdict()) {
                        case PASS -> holds;
                        case FAIL -> closed;
                        case UNDETERMINED, NO_ANSWER -> open;
                    };
            lines.add(freshness.sentence());
        }
    }

    private void enough() {
        String few = few(subject);
        Flow flow = subject.pilot().flow();
        TableReport table = flow == null ? null : subject.evidence().tables().get(flow.start());
        if (few != null) {
            open.add(few);
        } else if (flow != null && table != null) {
            holds.add(Numbers.count(table.sampledRows(), "row") + " of " + flow.start()
                    + (table.whole() ? " were read: every one." : " were read."));
        }
    }

    /** Why too little of the driving table was read, in a sentence; null: it was enough, or there is none. */
    static @Nullable String few(Case subject) {
        Flow flow = subject.pilot().flow();
        TableReport table = flow == null ? null : subject.evidence().tables().get(flow.start());
        if (flow == null || table == null || table.whole() || table.sampledRows() >= ENOUGH_ROWS) {
            return null;
        }
        TableRef start = flow.start();
        return Numbers.count(table.sampledRows(), "row") + " of " + start + " were read; it takes "
                + Numbers.count(ENOUGH_ROWS) + " to tell a share within five points.";
    }
}
