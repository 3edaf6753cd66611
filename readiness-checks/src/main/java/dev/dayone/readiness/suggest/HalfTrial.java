package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Folds;
import dev.dayone.readiness.expectation.Outcome;
import dev.dayone.readiness.expectation.Trial;
import dev.dayone.readiness.privacy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How often checks made from one half of a table's rows fail on the other half. */
final class HalfTrial {
    private final TableView.Subject subject;
    private final List<Decision> decisions;
    private final Trial trial;
    private final Folds folds;
    private final Map<List<String>, Suggestion.Halves> found = new HashMap<>();

    HalfTrial(TableView.Subject subject, List<Decision> decisions, Trial trial, Folds folds) {
        this.subject = subject;
        this.decisions = decisions;
        this.trial = trial;
        this.folds = folds;
    }

    /** By identity of a candidate. */
    Map<List<String>, Suggestion.Halves> run() {
        List<Splits.Split> splits = Splits.draw();
        List<TableView> views = splits.stream()
                .map(split -> TableView.of(subject, folds.profile(split.learned()), decisions, 0.5))
                .toList();
        List<List<List<Candidate>>> candidates =
                views.stream().map(HalfTrial::candidates).toList();
        Set<Expectation> checks = new HashSet<>();
        candidates.forEach(half -> half.forEach(rule -> rule.forEach(one -> checks.add(one.check()))));
        trial.count(checks, folds);
        for (int i = 0; i < splits.size(); i++) {
            Splits.Split split = splits.get(i);
            held(views.get(i), candidates.get(i), check -> trial.ofPart(check, folds, split.learned()))
                    .forEach(held -> judge(held, split));
        }
        return found;
    }

    /** By rule. */
    static List<List<Candidate>> candidates(TableView view) {
        return Rules.ALL.stream().map(rule -> rule.candidates(view)).toList();
    }

    /** Those worth proposing, given what each comes to on the rows that they were made from. */
    static List<Held> held(
            TableView view, List<List<Candidate>> byRule, Function<Expectation, @Nullable Outcome> outcomes) {
        List<Held> all = new ArrayList<>();
        Set<List<String>> taken = new HashSet<>();
        for (int i = 0; i < byRule.size(); i++) {
            List<Held> some = new ArrayList<>();
            for (Candidate candidate : byRule.get(i)) {
                Held held = Held.of(candidate, outcomes.apply(candidate.check()), view.fewest());
                if (held != null && taken.add(candidate.identity())) {
                    some.add(held);
                }
            }
            all.addAll(Rules.ALL.get(i).choose(some));
        }
        return all;
    }

    private void judge(Held held, Splits.Split split) {
        if (held.candidate().kind() == Candidate.Kind.TABLE) {
            return;
        }
        Outcome there = trial.ofPart(held.candidate().check(), folds, split.heldBack());
        if (there != null) {
            int failed = held.on(there) == CheckVerdict.FAIL ? 1 : 0;
            found.merge(
                    held.candidate().identity(),
                    new Suggestion.Halves(failed, 1),
                    (one, other) -> new Suggestion.Halves(one.failed() + other.failed(), one.of() + other.of()));
        }
    }
}
