package dev.dayone.sample.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sentences of one language, by key. Immutable. */
final class Phrases {
    private static final Map<String, Phrases> BY_LANGUAGE =
            Map.of("en", load("en"), "de", load("de"), "fr", load("fr"));

    private final Map<String, List<String>> phrases;

    private Phrases(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    static Phrases in(String language) {
        return Objects.requireNonNull(BY_LANGUAGE.get(language), language);
    }

    /** One sentence of a key, its gaps filled. */
    String draw(String key, Draw draw) {
        String phrase = draw.pick(Objects.requireNonNull(phrases.get(key), key));
        return phrase.indexOf('{') < 0 ? phrase : filled(phrase, draw);
    }

    private String filled(String phrase, Draw draw) {
        return phrase.replace("{n}", Integer.toString(2 + draw.below(480)))
                .replace("{d}", "KW-" + (10_000 + draw.below(90_000)))
                .replace("{x}", Integer.toString(draw.below(5)))
                .replace("{m}", phrase.contains("{m}") ? draw("module", draw) : "");
    }

    private static Phrases load(String language) {
        String resource = "texts-" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, List<String>> phrases = new HashMap<>();
            for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
                int colon = line.indexOf(": ");
                phrases.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
            return new Phrases(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
