package dev.dayone.readiness.link.clean;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cleaners that are tried on a link's keys.
 *
 * @param strict in turn, each on what the one before it left
 * @param weak each by itself on what the last of {@code strict} left: they join companies
 */
public record Ladder(List<KeyCleaner> strict, List<KeyCleaner> weak) implements Serializable {
    public Ladder {
        strict = List.copyOf(strict);
        weak = List.copyOf(weak);
    }

    /** Those that apply to the keys of both sides. */
    public static Ladder of(KeyLook from, KeyLook to) {
        List<KeyCleaner> all = Stream.of(
                        new BlanksAround(),
                        new LetterCase(),
                        new UnicodeForm(),
                        new LeadingZeros(),
                        new NumberAsText(),
                        new PhoneNumber(region(from, to)),
                        new MailAlias(),
                        new DomainOnly(),
                        new LegalForm())
                .filter(cleaner -> cleaner.appliesTo(from, to))
                .toList();
        return new Ladder(
                all.stream().filter(cleaner -> !cleaner.joinsCompanies()).toList(),
                all.stream().filter(KeyCleaner::joinsCompanies).toList());
    }

    private static @Nullable String region(KeyLook from, KeyLook to) {
        return from.region() == null ? to.region() : from.region();
    }

    /** Whether no cleaner applies. */
    public boolean isEmpty() {
        return strict.isEmpty() && weak.isEmpty();
    }

    /** Strict cleaners and weak ones, in the order of a report. */
    public List<KeyCleaner> all() {
        return Stream.concat(strict.stream(), weak.stream()).toList();
    }

    /** A key cleaned by each of {@link #all()} in turn, then by each of {@code strict} alone. */
    public String[] forms(String key) {
        String[] forms = new String[2 * strict.size() + weak.size()];
        String cleaned = key;
        int place = 0;
        for (KeyCleaner cleaner : strict) {
            cleaned = cleaner.clean(cleaned);
            forms[place++] = cleaned;
        }
        for (KeyCleaner cleaner : weak) {
            forms[place++] = cleaner.clean(cleaned);
        }
        for (KeyCleaner cleaner : strict) {
            forms[place++] = cleaner.clean(key);
        }
        return forms;
    }
}
