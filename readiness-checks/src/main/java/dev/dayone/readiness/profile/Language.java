package dev.dayone.readiness.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The likely language of a sentence, by its commonest words. */
final class Language {
    private static final int LEAST_WORDS = 2;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("en", "the and is to of you that it with for are this have not was we can please your");
        languages.put("de", "der die das und ist nicht ich sie wir mit ein eine zu auf den für von es bitte");
        languages.put("fr", "le les et est une je vous nous pas dans pour que qui avec sur mon votre des du");
        languages.put("es", "el los las y es una yo usted no por para que con mi su del como está muy");
        languages.put("it", "il gli e è una io lei non per che con mio suo della sono come questo più di");
        languages.put("pt", "o os as e é uma eu você não por para que com meu seu do da como mais em");
        languages.put("nl", "de het een en is niet ik u wij met op van voor dat zijn naar maar geen graag");
        languages.put("pl", "i w na nie się jest to z do że o jak ale po co tak za od proszę");
        languages.put("ru", "и в не на я что он с как это по но мы вы для из у за пожалуйста");
        Map<String, Integer> uses = new HashMap<>();
        languages.values().forEach(words -> words.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .forEach(word -> uses.merge(word, 1, Integer::sum)));
        // A word of two languages tells nothing.
        languages.forEach((language, words) -> {
            for (String word : words.split(" ")) {
                if (uses.getOrDefault(word, 0) == 1) {
                    WORDS.put(word, language);
                }
            }
        });
    }

    private Language() {}

    /** Its code; null where too few words tell, or two languages tell as many. */
    static @Nullable String of(String text) {
        Map<String, Integer> found = new HashMap<>();
        for (String word : NO_LETTERS.split(text.toLowerCase(Locale.ROOT))) {
            String language = WORDS.get(word);
            if (language != null) {
                found.merge(language, 1, Integer::sum);
            }
        }
        String best = null;
        int most = LEAST_WORDS - 1;
        for (Map.Entry<String, Integer> language : found.entrySet()) {
            if (language.getValue() > most) {
                best = language.getKey();
                most = language.getValue();
            } else if (language.getValue() == most) {
                best = null;
            }
        }
        return best;
    }
}
