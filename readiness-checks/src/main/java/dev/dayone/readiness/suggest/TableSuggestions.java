package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.engine.Folds;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.expectation.Outcome;
import dev.dayone.readiness.expectation.Trial;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The checks to propose for one table. */
final class TableSuggestions {
    private static final int MOST_FAILED = 1;

    private static final String THERE = "already among the pilot's checks";
    private static final String OFTEN = "failed too often on the half held back";
    private static final String SELDOM = "not seen in every half of the rows";
    private static final String OPEN = "not decided by the rows that were read";
    private static final String UNJUDGED = "not to be held against other rows";

    private final TableView.Subject subject;
    private final Set<List<String>> there;
    private final Trial trial;
    private final List<Suggestion> proposed = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /** {@code there}: the identities of checks that need not be proposed. */
    TableSuggestions(TableView.Subject subject, Set<List<String>> there, Trial trial) {
        this.subject = subject;
        this.there = there;
        this.trial = trial;
    }

    void find(SnapshotReader reader, List<ProfiledColumn> profile, List<Decision> decisions) {
        TableView view = TableView.of(subject, profile, decisions, 1);
        List<List<Candidate>> candidates = HalfTrial.candidates(view);
        List<Expectation> checks = candidates.stream()
                .flatMap(List::stream)
                .map(Candidate::check)
                .distinct()
                .toList();
        Map<Expectation, Outcome> outcomes = trial.ofAll(checks, profile);
        List<Held> held = HalfTrial.held(view, candidates, outcomes::get);
        if (held.isEmpty()) {
            return;
        }
        Folds folds = Folds.of(reader, subject.table(), Splits.FOLDS, written(decisions));
        Map<List<String>, Suggestion.Halves> halves =
                folds == null ? Map.of() : new HalfTrial(subject, decisions, trial, folds).run();
        for (Held one : held) {
            Outcome outcome = outcomes.get(one.candidate().check());
            Suggestion.Halves half = halves.get(one.candidate().identity());
            String against = outcome == null ? OPEN : against(one, outcome, half);
            if (against == null) {
                proposed.add(suggestion(one, half));
            } else {
                leftOut.merge(against, 1, Integer::sum);
            }
        }
    }

    /** Columns of free text, of which nothing is asked but whether and how long they are. */
    private static Set<Integer> written(List<Decision> decisions) {
        return IntStream.range(0, decisions.size())
                .filter(i -> decisions.get(i).visibility() == Visibility.FREE_TEXT)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Why one is not proposed; null: it is. */
    private @Nullable String against(Held held, Outcome outcome, Suggestion.@Nullable Halves halves) {
        if (there.contains(held.candidate().identity())) {
            return THERE;
        }
        if (held.isLax() || held.on(outcome) != CheckVerdict.PASS) {
            return OPEN;
        }
        if (held.candidate().kind() == Candidate.Kind.TABLE) {
            return null;
        }
        if (halves == null) {
            return UNJUDGED;
        }
        if (halves.failed() > MOST_FAILED) {
            return OFTEN;
        }
        return halves.of() < Splits.HALVES / 2 ? SELDOM : null;
    }

    private Suggestion suggestion(Held held, Suggestion.@Nullable Halves halves) {
        boolean share = held.candidate().kind() == Candidate.Kind.SHARE;
        String seen = held.candidate().seen();
        String evidence =
                share ? Numbers.count(held.kept()) + " of " + Numbers.count(held.values()) + " " + seen : seen;
        return new Suggestion(subject.table().ref(), held.check(), evidence, share ? tolerance(held) : "", halves);
    }

    private static String tolerance(Held held) {
        long broken = held.values() - held.kept();
        return "up to " + Numbers.percent(1 - held.mostly()) + " may break it: "
                + (broken == 0
                        ? "none of these does"
                        : Numbers.percent((double) broken / held.values()) + " of these do")
                + ", and other rows differ by chance";
    }

    List<Suggestion> proposed() {
        return proposed;
    }

    Map<String, Integer> leftOut() {
        return leftOut;
    }
}
