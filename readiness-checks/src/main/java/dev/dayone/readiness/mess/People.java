package dev.dayone.readiness.mess;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns that name a person. */
record People(int first, int last) {
    private static final Pattern FIRST = Pattern.compile(
            "(?:contact_|person_|customer_)?(?:first|given|fore)_?name|vorname|prenom|nombre",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST = Pattern.compile(
            "(?:contact_|person_|customer_)?(?:last|family|sur)_?name|nachname|familienname|apellido",
            Pattern.CASE_INSENSITIVE);

    /** Those of a table; empty: it has none of one of the two. */
    static Optional<People> of(RowPlace place) {
        Optional<Integer> first = place.named(FIRST);
        Optional<Integer> last = place.named(LAST);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new People(first.get(), last.get()))
                : Optional.empty();
    }

    /** A name to compare; null: there is none. */
    static @Nullable String plain(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip().toLowerCase(Locale.ROOT);
    }
}
