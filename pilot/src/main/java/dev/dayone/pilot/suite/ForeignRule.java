package dev.dayone.pilot.suite;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One rule of another tool's suite: where it stands, and in which words.
 *
 * @param line from 1
 * @param notes what the rule says of itself, such as its name; carried through to the results
 */
public record ForeignRule(String file, int line, String text, Map<String, Object> notes) {
    static final String META = "suite";
    static final String FILE = "file";
    static final String LINE = "line";
    static final String RULE = "rule";

    /** The expectations that mean the rule, or a check without an answer if the translation finds none. */
    public List<Expectation> carried(Supplier<List<Expectation>> translation) {
        try {
            return translation.get().stream()
                    .map(expectation ->
                            new Expectation(expectation.type(), expectation.kwargs(), expectation.severity(), meta()))
                    .toList();
        } catch (UncarriedException e) {
            return List.of(UncarriedRule.of(text, String.valueOf(e.getMessage()), Severity.MAJOR, meta()));
        }
    }

    /** A check without an answer. */
    public List<Expectation> uncarried(String reason) {
        return List.of(UncarriedRule.of(text, reason, Severity.MAJOR, meta()));
    }

    private Map<String, Object> meta() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put(FILE, file);
        place.put(LINE, line);
        place.put(RULE, text);
        Map<String, Object> meta = new LinkedHashMap<>(notes);
        meta.put(META, place);
        return meta;
    }
}
