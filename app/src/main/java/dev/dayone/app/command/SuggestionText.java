package dev.dayone.app.command;

import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.yaml.CheckAddition;
import dev.dayone.readiness.suggest.Suggestion;
import dev.dayone.readiness.suggest.Suggestions;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Suggestions as people and tools read them. */
record SuggestionText(PilotFile file, Suggestions suggestions) {
    /** As they are put into a pilot file. */
    List<CheckAddition> additions() {
        return suggestions.proposed().stream()
                .map(one -> new CheckAddition(one.table(), one.check(), comments(one)))
                .toList();
    }

    /** What to put under {@code checks:}. */
    String yaml() {
        return suggestions.proposed().isEmpty() ? "" : "checks:\n" + CheckAddition.text(additions());
    }

    private static List<String> comments(Suggestion one) {
        List<String> comments = new ArrayList<>();
        comments.add(capital(one.evidence()) + ".");
        String tolerance = one.tolerance().isEmpty() ? "" : capital(one.tolerance()) + ". ";
        comments.add(tolerance + judged(one));
        return comments;
    }

    private static String judged(Suggestion one) {
        return one.halves() == null
                ? "Not held against halves of the rows: it is about the whole table."
                : "Failed in " + one.halves().failed() + " of " + one.halves().of() + " halves.";
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** One object. */
    Map<String, Object> json(boolean applied) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pilot", file.pilot().name());
        json.put("snapshot", suggestions.snapshot());
        json.put(
                "suggestions",
                suggestions.proposed().stream().map(SuggestionText::json).toList());
        json.put("leftOut", suggestions.leftOut());
        json.put("applied", applied ? suggestions.proposed().size() : 0);
        return json;
    }

    private static Map<String, Object> json(Suggestion one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", one.table());
        json.put("type", one.check().type());
        json.put("kwargs", one.check().kwargs());
        json.put("severity", one.check().severity());
        json.put("evidence", one.evidence());
        json.put("tolerance", one.tolerance());
        json.put("halves", one.halves());
        return json;
    }

    /** What came of it, for whoever waits. */
    List<String> summary(boolean applied) {
        int proposed = suggestions.proposed().size();
        List<String> summary = new ArrayList<>();
        summary.add(
                applied
                        ? "Added " + Numbers.count(proposed, "check") + " to " + file.path()
                        : Numbers.count(proposed, "check") + " to review"
                                + (proposed == 0 ? "" : "; --apply adds them to the pilot file"));
        suggestions
                .leftOut()
                .forEach((reason, count) -> summary.add("Left out: " + Numbers.count(count) + " " + reason));
        return summary;
    }
}
