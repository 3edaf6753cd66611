package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.privacy.TextKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How texts are written, by rows: forms of dates, upper and lower case, placeholders, scripts, languages. */
final class WritingCounts {
    private static final int SENTENCES = 1000;
    private int sentences;
    private final Map<Aspect, Map<String, Long>> counts = new HashMap<>();

    /** Under which counts are kept; the order is part of a kept state's form. */
    enum Aspect {
        FORMAT,
        CASE,
        PLACEHOLDER,
        SCRIPT,
        LANGUAGE
    }

    void add(TextKind kind, String text, long weight) {
        if (kind == TextKind.DATE || kind == TextKind.TIMESTAMP) {
            count(Aspect.FORMAT, DateForm.of(text.strip()), weight);
            return;
        }
        Script script = Script.of(text);
        if (script.letters() > 0) {
            count(Aspect.SCRIPT, script.name(), weight);
            count(Aspect.CASE, script.letterCase(), weight);
        }
        if (Placeholder.is(text)) {
            count(Aspect.PLACEHOLDER, Placeholder.plain(text), weight);
        }
        if (kind == TextKind.SENTENCE && sentences < SENTENCES) {
            sentences++;
            String language = Language.of(text);
            if (language != null) {
                count(Aspect.LANGUAGE, language, 1);
            }
        }
    }

    private void count(Aspect aspect, String value, long weight) {
        counts.computeIfAbsent(aspect, key -> new HashMap<>()).merge(value, weight, Long::sum);
    }

    void merge(WritingCounts other) {
        other.counts.forEach((aspect, values) -> values.forEach((value, rows) -> count(aspect, value, rows)));
    }

    /** The most frequent values of an aspect, most frequent first. */
    List<ValueCount> of(Aspect aspect) {
        return Top.of(counts.getOrDefault(aspect, Map.of()));
    }

    void write(DataOutput out) throws IOException {
        for (Aspect aspect : Aspect.values()) {
            Map<String, Long> values = counts.getOrDefault(aspect, Map.of());
            Varints.write(out, values.size());
            for (Map.Entry<String, Long> value : values.entrySet()) {
                out.writeUTF(value.getKey());
                Varints.write(out, value.getValue());
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (Aspect aspect : Aspect.values()) {
            int size = Varints.readLength(in);
            for (int i = 0; i < size; i++) {
                count(aspect, in.readUTF(), Varints.read(in));
            }
        }
    }
}
